import { setTimeout } from 'node:timers/promises'
import type { BuiltPage, OpenTab } from '../built-page.ts'
import type { Run, Tally } from './page.ts'

/** One stream, measured. */
export interface Stream extends Tally {
  /** Milliseconds of the main thread. */
  readonly cpu: number
  /** A character's cost in the last eighth over that in the first. */
  readonly growth: number
}

const limit = 180_000
const warmUp = { length: 8192, messages: 1 }

const withinLimit = async <Value>(work: Promise<Value>, name: string): Promise<Value> => {
  const abort = new AbortController()
  const late = setTimeout(limit, undefined, { signal: abort.signal }).then(() => {
    throw new Error(`${name} did not come to its end in ${limit} ms.`)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    abort.abort()
    // Ended by the line above: nobody waits for it any more.
    late.catch(() => undefined)
  }
}

const streamIn = async ({ page, cpu }: OpenTab, run: Run): Promise<Stream> => {
  let marks: number[] = []
  await page.exposeFunction('passEighth', async (index: number) => {
    marks = [...marks.slice(0, index), await cpu()]
  })
  // What the engine compiles first is no part of the figure: least of all of the first eighth's.
  await page.evaluate((warm) => window.stream(warm), { ...run, ...warmUp })
  const tally = await page.evaluate((run) => window.stream(run), run)
  const costs = marks.slice(1).map((mark, index) => mark - (marks[index] ?? Number.NaN))
  return {
    ...tally,
    cpu: costs.reduce((sum, cost) => sum + cost, 0),
    growth: (costs[7] ?? Number.NaN) / (costs[0] ?? Number.NaN),
  }
}

/** Streams once, in a fresh tab; fails when that takes more than three minutes. */
export const streamOnce = async (built: BuiltPage, run: Run): Promise<Stream> => {
  const tab = await built.open({ width: 1440, height: 1600 })
  try {
    return await withinLimit(streamIn(tab, run), `${run.subject}, ${run.length} characters`)
  } finally {
    await tab.page.close()
  }
}
