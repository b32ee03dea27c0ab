/** A reading of the heap behind so many events, or so many mounts. */
export interface Reading {
  readonly done: number
  readonly bytes: number
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Bytes for each thing done, by least squares: one reading that is off does not decide. */
export const slopeOf = (readings: readonly Reading[]): number => {
  const [x, y] = [mean(readings.map(({ done }) => done)), mean(readings.map(({ bytes }) => bytes))]
  const above = readings.reduce((sum, { done, bytes }) => sum + (done - x) * (bytes - y), 0)
  const below = readings.reduce((sum, { done }) => sum + (done - x) ** 2, 0)
  return above / below
}
