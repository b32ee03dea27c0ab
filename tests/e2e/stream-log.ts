import { inject, onTestFinished } from 'vitest'

/** How many streams and sockets the server has open. */
export interface StreamLog {
  readonly now: () => Promise<number>
  /** The most that were open at once since the watch began. */
  readonly most: () => number
  /** Forgets what was before; from now on `rise` looks for the next stream. */
  readonly mark: () => void
  /** Milliseconds from the mark to the next stream that was opened; `null` while there was none. */
  readonly rise: () => number | null
}

const gauge = /^threadwork_bff_open_streams (\d+)$/m

const readCount = async (): Promise<number> => {
  const text = await (await fetch(inject('metricsUrl'))).text()
  return Number(gauge.exec(text)?.[1] ?? Number.NaN)
}

/** Looks at the server's own count again and again until the test is over. */
export const watchStreams = (): StreamLog => {
  let most = 0
  let last = 0
  let markedAt: number | null = null
  let rise: number | null = null
  const look = async (): Promise<void> => {
    const count = await readCount()
    most = Math.max(most, count)
    if (count > last && markedAt !== null) rise ??= Math.round(performance.now() - markedAt)
    last = count
  }
  const timer = setInterval(() => void look().catch(() => undefined), 25)
  onTestFinished(() => clearInterval(timer))
  return {
    now: readCount,
    most: () => most,
    mark: () => {
      markedAt = performance.now()
      rise = null
    },
    rise: () => rise,
  }
}
