import { ensureInstalled, ensureToolchain } from './toolchain.mjs'

await ensureToolchain()
ensureInstalled()

const { runChecks } = await import('./run-checks.mjs')
const { runTests } = await import('./run-tests.mjs')

const checks = runChecks()
const tests = process.argv.includes('--no-tests') ? { passed: 0, failed: 0 } : await runTests()
for (const name of checks.failures) console.log(`FAIL ${name}`)
const passed = checks.passed + tests.passed
const failed = checks.failed + tests.failed
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
