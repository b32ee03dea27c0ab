/** One subject's figure over several interleaved rounds. */
export interface Figure {
  readonly subject: string
  readonly unit: string
  readonly median: number
  readonly min: number
  readonly max: number
}

/** Something to be timed: `run` does `size` units of work. */
export interface Subject {
  readonly name: string
  readonly size: number
  run(): void | Promise<void>
}

/** The middle value; NaN of none. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** A subject's figure from the values of its rounds. */
export const figureOf = (subject: string, unit: string, values: readonly number[]): Figure => ({
  subject,
  unit,
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
})

/** Times subjects in turn, A B A B …, so that a drifting machine meets them alike. Nanoseconds for each unit of work. */
export const measure = async (
  subjects: readonly Subject[],
  unit: string,
  rounds = 7,
): Promise<readonly Figure[]> => {
  const times = new Map<string, number[]>()
  for (let round = -1; round < rounds; round += 1)
    for (const subject of subjects) {
      const { name, size } = subject
      const start = process.hrtime.bigint()
      await subject.run()
      const nanoseconds = Number(process.hrtime.bigint() - start) / size
      // The first round warms up.
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), nanoseconds])
    }
  return [...times].map(([subject, values]) => figureOf(subject, unit, values))
}
