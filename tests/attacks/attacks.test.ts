import { expect, it } from 'vitest'
import { attackReport } from './attack-report.ts'
import type { AttackResult } from './attack-run.ts'
import { runAttacks } from './run-attacks.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const isWhole = process.env['ATTACKS'] === 'all'
/** The sample that every run draws; `pnpm attacks` draws all. */
const renders = isWhole ? Number.POSITIVE_INFINITY : 60_000

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
    expect(result.renders).toBeGreaterThanOrEqual(isWhole ? 300_000 : renders)
    expect(harmOf(result), result.examples.join('\n')).toEqual(none)
  }
  const [bare, guarded] = results.filter(({ renderer }) => renderer === 'raw')
  expect(bare?.scripts).toBeGreaterThan(0)
  expect(bare?.requests).toBeGreaterThan(0)
  expect(bare?.faults).toBeGreaterThan(0)
  // Trusted Types stop it at the door: every drawing throws.
  expect(guarded?.crashes).toBeGreaterThan(0)
}, 900_000)
