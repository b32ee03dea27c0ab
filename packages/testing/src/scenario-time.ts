const origin = Date.UTC(2026, 0, 1, 12)

/** Server time in milliseconds of a scenario's second, counted from 2026-01-01T12:00:00Z. */
export const timeOf = (seconds: number): number => origin + Math.round(seconds * 1000)
