import { ensureInstalled, ensureToolchain } from './toolchain.mjs'

await ensureToolchain()
ensureInstalled()

const { runTests } = await import('./run-tests.mjs')
const { passed, failed } = await runTests(process.argv.slice(2))
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
