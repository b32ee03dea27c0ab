import { mkdir, writeFile } from 'node:fs/promises'
import { eventsIntoState } from './events-into-state.ts'
import { measure, type Figure } from './measure.ts'
import { readingSse } from './reading-sse.ts'

const print = (title: string, figures: readonly Figure[], show: (figure: Figure) => string): void => {
  console.log(`\n${title}`)
  for (const figure of figures) console.log(`  ${figure.subject.padEnd(44)} ${show(figure)}`)
}

const state = await measure(eventsIntoState)
print(
  'S3. Events into state',
  state,
  ({ median, min }) => `${median.toFixed(0)} ns an event (best ${min.toFixed(0)})`,
)
const sse = await measure(readingSse)
print('S4. Reading SSE', sse, ({ median }) => `${(1000 / median).toFixed(0)} MB/s`)

const medianOf = (figures: readonly Figure[], name: string): number =>
  figures.find(({ subject }) => subject === name)?.median ?? Number.NaN
const ratios = {
  'S3: 450 turns to 45 turns':
    medianOf(state, 'ledger, reducer and store, 450 turns') /
    medianOf(state, 'ledger, reducer and store, 45 turns'),
  'S4: speed to eventsource-parser':
    medianOf(sse, 'eventsource-parser, callback form') / medianOf(sse, 'readEventStream'),
}
console.log('\nRatios of this run')
for (const [name, ratio] of Object.entries(ratios)) console.log(`  ${name.padEnd(44)} ${ratio.toFixed(2)}`)

const file = new URL('../results.json', import.meta.url)
await mkdir(new URL('..', import.meta.url), { recursive: true })
await writeFile(file, `${JSON.stringify({ node: process.version, state, sse, ratios }, null, 2)}\n`)
