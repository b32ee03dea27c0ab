import { attackReport } from './attack-report.ts'
import { runAttacks } from './run-attacks.ts'

// Every string at every prefix: `SEED=7 pnpm attacks`.
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const started = performance.now()
const results = await runAttacks({ seed, renders: Number.POSITIVE_INFINITY })
console.log(attackReport(results, seed))
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`)
const isClean = results
  .filter(({ renderer }) => renderer !== 'raw')
  .every(
    ({ scripts, requests, crashes, faults, blocked }) =>
      scripts + requests + crashes + faults + blocked === 0,
  )
process.exitCode = isClean ? 0 : 1
