import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keepFigure } from '../figures/figure.ts'
import { mutants } from '../mutants/mutants.ts'
import { plantMutants } from '../mutants/plant.ts'

// Planted defects of the core, each killed by a test that is named: `pnpm torture mutants`.
interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[]
  }[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = `${root}.cache/mutants`

const runTests = (): Report => {
  plantMutants(folder)
  writeFileSync(
    `${folder}/vitest.config.mjs`,
    `export default { test: { testTimeout: 60000, include: ['**/*.test.ts'] } }\n`,
  )
  const report = `${folder}/report.json`
  const vitest = `${root}node_modules/vitest/vitest.mjs`
  const flags = [
    'run',
    '--root',
    folder,
    '--config',
    'vitest.config.mjs',
    '--reporter',
    'json',
    '--outputFile',
    report,
  ]
  const { error, stderr } = spawnSync(process.execPath, [vitest, ...flags], { cwd: folder, encoding: 'utf8' })
  if (error) throw error
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Report // Vitest's own form
  } catch (cause) {
    throw new Error(`Vitest left no report. ${stderr}`, { cause })
  }
}

const report = runTests()
const failedIn = (copy: string): readonly string[] =>
  report.testResults
    .filter(({ name }) => name.startsWith(`${folder}/${copy}/`))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ title }) => title)

const sound = report.testResults.filter(({ name }) => name.startsWith(`${folder}/unchanged/`))
const survivors: string[] = []
for (const [index, { name, killer }] of mutants.entries()) {
  const isKilled = failedIn(`${index + 1}`).includes(killer[1])
  if (!isKilled) survivors.push(name)
  console.log(
    `${isKilled ? 'killed  ' : 'SURVIVED'} ${name}\n         by packages/core/src/${killer[0]} › ${killer[1]}`,
  )
}
// The control: the same tests hold where nothing was planted.
const isSound = sound.length > 0 && failedIn('unchanged').length === 0
if (!isSound) console.log(`The unchanged core fails: ${failedIn('unchanged').join('; ') || 'no test ran'}.`)
keepFigure({
  goal: 'Planted mutants of the core that a named test kills',
  count: mutants.length,
  passed: mutants.length - survivors.length,
  failed: survivors.length,
  worst: survivors[0] ?? (isSound ? 'control: the unchanged core passes' : 'the unchanged core fails'),
  seed: Number(process.env['SEED'] ?? 1),
  command: 'pnpm torture mutants',
})
process.exitCode = survivors.length === 0 && isSound ? 0 : 1
