import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root, runQuietly } from './run-process.mjs'

const tool = (...args) => ['pnpm', ['exec', ...args]]
const script = (name, ...args) => [process.execPath, ['--conditions=source', `scripts/${name}`, ...args]]

const packages = readdirSync(join(root, 'packages')).filter((name) =>
  existsSync(join(root, 'packages', name, 'package.json')),
)

const styleEntriesOf = (name) => {
  const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'))
  const styles = Object.keys(manifest.exports ?? {}).filter((entry) => entry.endsWith('.css'))
  return styles.length > 0 ? styles : ['./styles.css']
}

const sharedScenarios = join(root, '../shared/design/recovery-scenarios.json')
const ownScenarios = 'packages/testing/scenarios/recovery-scenarios.json'
const scenarios = existsSync(sharedScenarios) ? sharedScenarios : ownScenarios

// In an order in which the first failure is the cheapest to learn of; packaging reads what the build wrote.
const checks = () => [
  ['format', tool('oxfmt', '--check')],
  ['lint', tool('oxlint', '--type-aware')],
  ['styles', tool('stylelint', '{packages,apps}/**/*.css', '.storybook/*.css', '--allow-empty-input')],
  ['types', tool('tsc', '-b')],
  ['unused code', tool('knip', '--no-config-hints')],
  ['build', ['pnpm', ['--recursive', '--if-present', '--filter', './packages/*', 'run', 'build']]],
  ...packages.flatMap((name) => [
    [`publint ${name}`, tool('publint', `packages/${name}`, '--strict', '--pack', 'pnpm')],
    [
      `types as installed: ${name}`,
      tool(
        'attw',
        '--pack',
        `packages/${name}`,
        '--profile',
        'esm-only',
        '--exclude-entrypoints',
        // Style sheets have no types.
        ...styleEntriesOf(name),
      ),
    ],
  ]),
  ['the chat app', script('build-chat.mjs')],
  ['bundles to weigh', script('build-sizes.mjs')],
  ['size', tool('size-limit')],
  ['scenarios', script('scenarios.ts', scenarios)],
  ['figures', script('figures.mjs', '--check')],
]

const runCheck = ([name, [command, args]]) => {
  const started = performance.now()
  const { isOk, output } = runQuietly(command, args, { env: { ...process.env, FORCE_COLOR: '0' } })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${isOk ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (!isOk) console.log(output)
  return isOk
}

/** Runs every check that is no test; each counts as one. Goes on after a failure, so that one run tells all. */
export const runChecks = () => {
  const all = checks()
  const failures = all.filter((check) => !runCheck(check)).map(([name]) => String(name))
  return { passed: all.length - failures.length, failed: failures.length, failures }
}
