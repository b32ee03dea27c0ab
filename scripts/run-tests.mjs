import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildChat } from './build-chat.mjs'
import { ensureChromium } from './chromium.mjs'
import { root, runLoudly } from './run-process.mjs'

// A file that does not load has no tests that could fail: it counts as one that did.
const brokenFiles = ({ testResults = [] }) =>
  testResults.filter(
    ({ status, assertionResults = [] }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  ).length

const failuresOf = ({ testResults = [] }) =>
  testResults.flatMap(({ name, status, message, assertionResults = [] }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed')
    const file = relative(root, name)
    if (status === 'failed' && failed.length === 0) return [`${file}: ${firstLine(message)}`]
    return failed.map(
      ({ fullName, failureMessages = [] }) => `${file} › ${fullName}: ${firstLine(failureMessages[0])}`,
    )
  })

const firstLine = (text = '') => text.split('\n', 1)[0].slice(0, 300)

const readResults = (file, exitCode) => {
  let results
  try {
    results = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, failures: [`${relative(root, file)} was not written: the run broke off`] }
  }
  const failures = failuresOf(results)
  const passed = results.numPassedTests ?? 0
  const failed = (results.numFailedTests ?? 0) + brokenFiles(results)
  // An unhandled rejection fails the run without failing a test.
  const isBroken = failed === 0 && exitCode !== 0
  if (isBroken) failures.push('An error outside of any test ended the run: see above.')
  return { passed, failed: isBroken ? 1 : failed, failures }
}

/** The same draws for every change, so that a red run is the change's; a SEED of one's own roams. */
const seed = process.env.SEED ?? '42'

const runVitest = async (name, args) => {
  const file = join(root, `.cache/results-${name}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(file, { force: true })
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const exitCode = await runLoudly(process.execPath, [vitest, 'run', ...reporters, ...args], {
    env: { ...process.env, SEED: seed },
  })
  return readResults(file, exitCode)
}

const hasEndToEnd = () => globSync('e2e/**/*.e2e.ts', { cwd: join(root, 'tests') }).length > 0

/** Runs every project, the end-to-end tests last; `filters` choose files. Resolves to the sums. */
export const runTests = async (filters = []) => {
  ensureChromium()
  const runs = [await runVitest('fast', ['--project=!e2e', ...filters])]
  if (hasEndToEnd() && filters.length === 0) {
    buildChat()
    runs.push(await runVitest('e2e', ['--project=e2e']))
  }
  // Again at the end: a log may be read from there only.
  for (const failure of runs.flatMap((run) => run.failures)) console.log(`FAIL ${failure}`)
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0)
  return { passed: sum('passed'), failed: sum('failed') }
}
