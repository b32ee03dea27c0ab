import { expect, it } from 'vitest'
import { attackReport } from './attack-report.ts'
import type { AttackResult } from './attack-run.ts'
import { partOf } from './corpus.ts'
import { diagramStrings } from './diagram-strings.ts'
import { runAttacks, runDiagramAttacks } from './run-attacks.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const isWhole = process.env['ATTACKS'] === 'all'
/** The sample that every run draws; `pnpm attacks` draws all. */
const renders = isWhole ? Number.POSITIVE_INFINITY : 12_000

const harmOf = ({ scripts, requests, crashes, faults, blocked }: AttackResult) => ({
  scripts,
  requests,
  crashes,
  faults,
  blocked,
})
const none = { scripts: 0, requests: 0, crashes: 0, faults: 0, blocked: 0 }

it('makes neither script nor request nor crash of attack strings at any prefix, with and without a policy', async () => {
  const results = await runAttacks({ seed, renders })

  console.log(attackReport(results, seed))
  for (const result of results.filter(({ renderer }) => renderer !== 'raw')) {
    expect(result.renders).toBeGreaterThanOrEqual(isWhole ? 300_000 : renders / 2)
    expect(harmOf(result), result.examples.join('\n')).toEqual(none)
  }
  const [bare, guarded] = results.filter(({ renderer }) => renderer === 'raw')
  expect(bare?.scripts).toBeGreaterThan(0)
  expect(bare?.requests).toBeGreaterThan(0)
  expect(bare?.faults).toBeGreaterThan(0)
  // Trusted Types stop it at the door: every drawing throws.
  expect(guarded?.crashes).toBeGreaterThan(0)
}, 900_000)

it('lets no diagram run, load or leave anything', async () => {
  const texts = isWhole ? diagramStrings : partOf(diagramStrings, seed, 4)

  const { kit, control } = await runDiagramAttacks(texts)

  console.log(`SEED=${seed} diagrams: kit ${JSON.stringify(kit)}, trusting frame ${JSON.stringify(control)}`)
  expect(kit.drawn + kit.failed).toBe(texts.length)
  expect(kit.drawn).toBeGreaterThan(0)
  expect({ scripts: kit.scripts, requests: kit.requests, strays: kit.strays }).toEqual({
    scripts: 0,
    requests: [],
    strays: [],
  })
  expect(control.scripts).toBeGreaterThan(0)
  expect(control.requests.length).toBeGreaterThan(0)
}, 900_000)
