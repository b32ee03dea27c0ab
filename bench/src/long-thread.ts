import { buildPage, type BuiltPage } from './built-page.ts'
import { runThread, type ThreadCosts, type ThreadRun } from './long-thread/thread-run.ts'
import type { SubjectName } from './long-thread/subjects.tsx'
import { figureOf, median, type Figure } from './measure.ts'
import type { Findings, Ratio, Section } from './section.ts'

const rounds = 3

const names: Readonly<Record<SubjectName, string>> = {
  plain: 'plain list',
  tanstack: 'bare TanStack list (floor)',
  thread: 'Thread',
}

const short = 1000
const long = 10_000
const run = (subject: SubjectName, count: number): ThreadRun => ({ subject, count })
const bareShort = run('tanstack', short)
const bareLong = run('tanstack', long)
const ownShort = run('thread', short)
const ownLong = run('thread', long)
const plain = run('plain', short)
const runs: readonly ThreadRun[] = [bareShort, ownShort, bareLong, ownLong, plain]

type Rounds = ReadonlyMap<ThreadRun, readonly ThreadCosts[]>

const measureRounds = async (built: BuiltPage): Promise<Rounds> => {
  const costs = new Map<ThreadRun, readonly ThreadCosts[]>()
  // The order turns round, so that none always stands behind the same. Each tab warms itself up.
  for (let round = 0; round < rounds; round += 1)
    for (const each of round % 2 === 0 ? runs : runs.toReversed())
      costs.set(each, [...(costs.get(each) ?? []), await runThread(built, each)])
  return costs
}

const measures: Readonly<Record<keyof ThreadCosts, readonly [what: string, unit: string]>> = {
  usable: ['usable after', 'ms'],
  open: ['opened', 'ms CPU'],
  heap: ['heap', 'MB'],
  atEnd: ['at the end', 'elements'],
  inMiddle: ['in the middle', 'elements'],
  append: ['an append', 'ms CPU'],
  delta: ['a delta', 'ms CPU'],
  scroll: ['a frame of 800 px', 'ms CPU'],
  gap: ['p95 between frames', 'ms'],
  blank: ['frames with a gap', '%'],
  key: ['p95 key to paint', 'ms'],
}

const keysOf = Object.keys(measures) as readonly (keyof ThreadCosts)[] // the keys of a literal are its own

const figuresOf = (costs: Rounds): readonly Figure[] =>
  [...costs].flatMap(([{ subject, count }, all]) =>
    keysOf.map((key) => {
      const [what, unit] = measures[key]
      return figureOf(
        `${names[subject]}, ${count} rows: ${what}`,
        unit,
        all.map((cost) => cost[key]),
      )
    }),
  )

const ratiosOf = (costs: Rounds): readonly Ratio[] => {
  // Round by round: what a drifting machine does to one it does to the other.
  const ratio = (key: keyof ThreadCosts, of: ThreadRun, to: ThreadRun): number =>
    median(
      (costs.get(of) ?? []).map((cost, round) => cost[key] / (costs.get(to)?.[round]?.[key] ?? Number.NaN)),
    )
  const value = (key: keyof ThreadCosts): number =>
    median((costs.get(ownLong) ?? []).map((cost) => cost[key]))
  return [
    { name: '10,000 rows opened, to the bare list', value: ratio('open', ownLong, bareLong), atMost: 1.2 },
    { name: '10,000 rows opened, to 1,000', value: ratio('open', ownLong, ownShort), atMost: 1.1 },
    { name: '10,000 rows usable, to the bare list', value: ratio('usable', ownLong, bareLong), atMost: 1.2 },
    { name: 'elements at the end', value: value('atEnd'), atMost: 400 },
    { name: 'elements in the middle', value: value('inMiddle'), atMost: 400 },
    { name: 'an append at 10,000, to the bare list', value: ratio('append', ownLong, bareLong), atMost: 1.2 },
    { name: 'an append at 10,000, to 1,000', value: ratio('append', ownLong, ownShort), atMost: 1.1 },
    { name: 'a delta at 10,000, to the bare list', value: ratio('delta', ownLong, bareLong), atMost: 1.2 },
    { name: 'a delta at 10,000, to 1,000', value: ratio('delta', ownLong, ownShort), atMost: 1.1 },
    { name: 'a frame of 800 px, to the bare list', value: ratio('scroll', ownLong, bareLong), atMost: 1.1 },
    { name: 'frames with a gap, in a hundred', value: value('blank'), atMost: 0 },
    { name: 'p95 between frames, ms', value: value('gap'), atMost: 17 },
    { name: 'p95 key to paint, ms', value: value('key'), atMost: 16 },
    { name: 'an append at 1,000, to the plain list', value: ratio('append', ownShort, plain), atMost: null },
  ]
}

/** S2: a thread of 1,000 and 10,000 rows beside the list of TanStack's guide over the same cards, and a plain one. */
export const longThread: Section = {
  id: 's2',
  title: 'A long thread (70 % short, 20 % markdown, 10 % cards)',
  async measure(): Promise<Findings> {
    const built = await buildPage('long-thread')
    try {
      const costs = await measureRounds(built)
      return { figures: figuresOf(costs), ratios: ratiosOf(costs) }
    } finally {
      await built.close()
    }
  },
}
