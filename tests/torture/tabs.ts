import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keepFigure } from '../figures/figure.ts'
import { countSchedules } from '../integration/tabs/count-schedules.ts'

// Tabs that agree: `SEED=7 RUNS=10000 pnpm torture tabs`.
const seed = Number(process.env['SEED'] ?? 0)
const runs = Number(process.env['RUNS'] ?? 10_000)
const command = `SEED=${seed} RUNS=${runs} pnpm torture tabs`
const root = fileURLToPath(new URL('../../', import.meta.url))
let isClean = true

const drawn = async (delivery: 'pull' | 'push'): Promise<void> => {
  const { wrong, longestDouble, longestGap } = await countSchedules(seed, runs, { delivery })
  const alone = await countSchedules(seed, 100, { delivery, isAlone: true })
  for (const line of wrong.slice(0, 5)) console.log(`  ${line}`)
  const failed = wrong.length
  isClean &&= failed === 0 && alone.wrong.length > 0
  keepFigure({
    goal: `Schedules of tabs over a ${delivery} transport that end alike`,
    count: runs,
    passed: runs - failed,
    failed,
    worst:
      wrong[0] ??
      `${longestGap} ms without a stream, ${longestDouble} ms with two; control: tabs that share nothing fail ${alone.wrong.length} of 100`,
    seed,
    command,
  })
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
}

const inChromium = async (): Promise<void> => {
  const file = `${root}.cache/tabs-e2e.json`
  const flags = ['--project', 'e2e', '--reporter', 'default', '--reporter', 'json', '--outputFile', file]
  const flows = ['many-tabs', 'tab-mirror', 'tab-troubles'].map((name) => `tests/e2e/${name}`)
  const vitest = `${root}node_modules/vitest/vitest.mjs`
  const env = { ...process.env, TABS: 'whole' }
  const child = spawn(process.execPath, [vitest, 'run', ...flags, ...flows], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  await once(child, 'exit')
  // Vitest has just written it, in the form that Jest gave it.
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  const { numPassedTests: passed, numFailedTests: failed } = report
  isClean &&= failed === 0 && passed > 0
  const worst = failed === 0 ? '' : 'see above'
  keepFigure({
    goal: 'Tabs of a real browser at the real server',
    count: passed + failed,
    passed,
    failed,
    worst,
    seed,
    command,
  })
}

await drawn('pull')
await drawn('push')
await inChromium()
process.exit(isClean ? 0 : 1)
