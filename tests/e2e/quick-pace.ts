/** Agents play faster than life, so that a run of all flows stays short: a multiple of life. */
export const quickPace = 0.2
