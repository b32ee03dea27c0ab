import { attackReport } from './attack-report.ts'
import { diagramStrings } from './diagram-strings.ts'
import { runAttacks, runDiagramAttacks } from './run-attacks.ts'

// Every string at every prefix: `SEED=7 pnpm attacks`.
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const started = performance.now()
const results = await runAttacks({ seed, renders: Number.POSITIVE_INFINITY })
console.log(attackReport(results, seed))
const diagrams = await runDiagramAttacks(diagramStrings)
console.log(`diagrams, kit: ${JSON.stringify(diagrams.kit)}`)
console.log(`diagrams, trusting frame: ${JSON.stringify(diagrams.control)}`)
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`)
const isClean = results
  .filter(({ renderer }) => renderer !== 'raw')
  .every(
    ({ scripts, requests, crashes, faults, blocked }) =>
      scripts + requests + crashes + faults + blocked === 0,
  )
const areDiagramsClean =
  diagrams.kit.scripts + diagrams.kit.requests.length + diagrams.kit.strays.length === 0
process.exitCode = isClean && areDiagramsClean ? 0 : 1
