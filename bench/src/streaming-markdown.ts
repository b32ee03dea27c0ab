import { buildPage, type BuiltPage } from './built-page.ts'
import { figureOf, median, type Figure } from './measure.ts'
import type { Findings, Ratio, Section } from './section.ts'
import type { Run } from './streaming-markdown/page.ts'
import { streamOnce, type Stream } from './streaming-markdown/stream-run.ts'
import type { SubjectName } from './streaming-markdown/subjects.ts'

const rounds = 3
const short = 32_768
const long = 131_072

const names: Readonly<Record<SubjectName, string>> = {
  text: 'text, a node for each paragraph (floor)',
  markdown: 'Markdown',
  highlighted: 'Markdown with highlighting',
  streamdown: 'Streamdown 2.7, flushed per frame',
}

const once = (subject: SubjectName, length: number): Run => ({ subject, length, messages: 1 })
const four: Run = { subject: 'markdown', length: short, messages: 4 }

const runs: readonly Run[] = [
  ...[short, long].flatMap((length) => [
    once('text', length),
    once('markdown', length),
    once('streamdown', length),
  ]),
  once('highlighted', short),
  four,
]

const nameOf = ({ subject, length, messages }: Run): string =>
  `${names[subject]}, ${messages === 1 ? '' : `${messages} × `}${length / 1024} kB`

type Rounds = ReadonlyMap<Run, readonly Stream[]>

const measureRounds = async (built: BuiltPage): Promise<Rounds> => {
  const streams = new Map<Run, readonly Stream[]>()
  for (let round = 0; round < rounds; round += 1)
    for (const run of runs) streams.set(run, [...(streams.get(run) ?? []), await streamOnce(built, run)])
  return streams
}

const figuresOf = (streams: Rounds): readonly Figure[] =>
  [...streams].flatMap(([run, all]) => {
    const figure = (what: string, unit: string, value: (stream: Stream) => number): Figure =>
      figureOf(`${nameOf(run)}${what}`, unit, all.map(value))
    return [
      figure('', 'µs a character', ({ cpu }) => (cpu * 1000) / run.length),
      figure(': last eighth to first', '×', ({ growth }) => growth),
      figure(': tasks over 50 ms', 'a run', ({ longTasks }) => longTasks),
      figure(': frame gaps over 34 ms', 'a run', ({ frameGaps }) => frameGaps),
    ]
  })

const find = (subject: SubjectName, length: number, messages = 1): Run =>
  runs.find((run) => run.subject === subject && run.length === length && run.messages === messages) ?? four

const ratiosOf = (streams: Rounds): readonly Ratio[] => {
  const of = (run: Run): readonly Stream[] => streams.get(run) ?? []
  // Round by round: what a drifting machine does to one it does to the other.
  const cost = (run: Run, floor: Run): number =>
    median(of(run).map(({ cpu }, round) => cpu / (of(floor)[round]?.cpu ?? Number.NaN)))
  const ours = (length: number): Run => find('markdown', length)
  return [
    { name: '128 kB to Streamdown', value: cost(ours(long), find('streamdown', long)), atMost: 0.25 },
    { name: '128 kB to text', value: cost(ours(long), find('text', long)), atMost: 2 },
    { name: '32 kB to Streamdown', value: cost(ours(short), find('streamdown', short)), atMost: 0.4 },
    { name: '32 kB to text', value: cost(ours(short), find('text', short)), atMost: 2.2 },
    {
      name: 'growth over 128 kB',
      value: median(of(ours(long)).map(({ growth }) => growth)),
      atMost: 1.1,
    },
    { name: 'four messages to one', value: cost(four, ours(short)), atMost: 4.2 },
    {
      name: 'with highlighting to without',
      value: cost(find('highlighted', short), ours(short)),
      atMost: 1.15,
    },
  ]
}

/** S1: a message streams as markdown, 20 characters each 4 ms; main-thread CPU beside text and Streamdown. */
export const streamingMarkdown: Section = {
  id: 's1',
  title: 'One message streams as markdown',
  async measure(): Promise<Findings> {
    const built = await buildPage('streaming-markdown')
    try {
      const streams = await measureRounds(built)
      return { figures: figuresOf(streams), ratios: ratiosOf(streams) }
    } finally {
      await built.close()
    }
  },
}
