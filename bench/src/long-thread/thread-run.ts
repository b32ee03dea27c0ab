import type { CDPSession, Page } from 'playwright'
import type { BuiltPage, OpenTab } from '../built-page.ts'
import type { LongThread } from './page.ts'
import type { SubjectName } from './subjects.tsx'

export interface ThreadRun {
  readonly subject: SubjectName
  readonly count: number
}

/** What one thread cost in one tab. CPU is the main thread's, in milliseconds. */
export interface ThreadCosts {
  readonly usable: number
  readonly open: number
  /** Megabytes of JavaScript that opening left behind. */
  readonly heap: number
  /** Elements of the thread at its end, and in its middle after a scroll. */
  readonly atEnd: number
  readonly inMiddle: number
  readonly append: number
  readonly delta: number
  /** Of a frame that scrolls by 800 pixels. */
  readonly scroll: number
  /** Milliseconds between frames, of which 95 in 100 are no longer. */
  readonly gap: number
  /** Frames in a hundred that were painted with a gap in the view. */
  readonly blank: number
  /** Milliseconds from a key in the composer to its paint while the thread streams: 95 in 100 take no longer. */
  readonly key: number
}

const viewport = { width: 900, height: 800 }
const appends = 60
const deltas = 120
const frames = 60
const keys = 60

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN

const heapOf = async (session: CDPSession): Promise<number> => {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1_048_576
}

const ask = <Name extends keyof LongThread>(
  page: Page,
  name: Name,
  ...args: Parameters<LongThread[Name]>
): Promise<Awaited<ReturnType<LongThread[Name]>>> =>
  page.evaluate(
    // The page's own methods, by their names.
    ([name, args]) => (window.longThread[name as Name] as (...args: unknown[]) => never)(...(args as [])),
    [name, args] as const,
  )

/** CPU of `work` for each of so many units. */
const costOf = async ({ cpu }: OpenTab, units: number, work: () => Promise<unknown>): Promise<number> => {
  const before = await cpu()
  await work()
  return ((await cpu()) - before) / units
}

const opened = async (tab: OpenTab, session: CDPSession, { subject, count }: ThreadRun) => {
  const { page } = tab
  await ask(page, 'prepare', subject, count)
  const before = await heapOf(session)
  let usable = Number.NaN
  const open = await costOf(tab, 1, async () => {
    usable = await ask(page, 'open')
    // What is done behind the first paint belongs to it.
    await page.waitForTimeout(500)
  })
  return { usable, open, heap: (await heapOf(session)) - before, atEnd: await ask(page, 'elements') }
}

const scrolled = async (tab: OpenTab) => {
  const { page } = tab
  let gaps: readonly number[] = []
  const scroll = await costOf(tab, frames, async () => {
    gaps = (await ask(page, 'scroll', frames, 800, false)).gaps
  })
  const inMiddle = await ask(page, 'elements')
  const looks = [
    await ask(page, 'scroll', frames / 2, -800, true),
    await ask(page, 'scroll', frames / 2, 800, true),
  ]
  const blank = (looks.reduce((sum, look) => sum + look.blank, 0) * 100) / frames
  return { scroll, gap: quantile(gaps, 0.95), inMiddle, blank }
}

const typed = async ({ page }: OpenTab): Promise<number> => {
  await ask(page, 'startKeys')
  for (let key = 0; key < keys; key += 1) {
    await page.waitForTimeout(20 + ((key * 7) % 23))
    await page.keyboard.press('a')
  }
  const waits = await ask(page, 'readKeys')
  if (waits.length < keys) throw new Error(`${keys} keys were pressed and ${waits.length} were heard.`)
  return quantile(waits, 0.95)
}

/** Opens a thread in a fresh tab and puts it through everything once. */
export const runThread = async (built: BuiltPage, run: ThreadRun): Promise<ThreadCosts> => {
  const tab = await built.open(viewport)
  const { page } = tab
  const session = await page.context().newCDPSession(page)
  try {
    const start = await opened(tab, session, run)
    // The engine compiles first, which is no part of the figures.
    await ask(page, 'append', 10)
    const append = await costOf(tab, appends, () => ask(page, 'append', appends))
    await ask(page, 'stream', 20)
    const delta = await costOf(tab, deltas, () => ask(page, 'stream', deltas))
    const key = await typed(tab)
    return { ...start, append, delta, key, ...(await scrolled(tab)) }
  } finally {
    await page.close()
  }
}
