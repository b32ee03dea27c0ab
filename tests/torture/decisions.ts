import { keepFigure } from '../figures/figure.ts'
import { startWorld } from '../integration/conversation/world.ts'
import { countDecisions } from '../integration/decisions/count-decisions.ts'
import { sendsAgain, startGate } from '../integration/decisions/gate.ts'
import { countOverGate } from '../integration/decisions/play-over-gate.ts'
import { countOverTcp } from '../integration/decisions/play-over-tcp.ts'

// Each decision once: `SEED=7 RUNS=10000 TCP_RUNS=1000 GATE_RUNS=240 pnpm torture decisions`.
const seed = Number(process.env['SEED'] ?? 0)
const runs = Number(process.env['RUNS'] ?? 10_000)
const tcpRuns = Number(process.env['TCP_RUNS'] ?? 1000)
const gateRuns = Number(process.env['GATE_RUNS'] ?? 240)
const command = `SEED=${seed} RUNS=${runs} TCP_RUNS=${tcpRuns} GATE_RUNS=${gateRuns} pnpm torture decisions`

const keep = (goal: string, count: number, wrong: readonly string[], note: string): void => {
  for (const line of wrong.slice(0, 5)) console.log(`  ${line}`)
  const failed = wrong.length
  keepFigure({ goal, count, passed: count - failed, failed, worst: wrong[0] ?? note, seed, command })
}

const simulated = await countDecisions(seed, runs)
const blind = await countDecisions(seed, 240, true)
const note = `${simulated.unsent} visibly not sent; control: sending blindly fails ${blind.wrong.length} of 240`
keep('Decisions with one effect each, simulated', simulated.played, simulated.wrong, note)

const world = await startWorld()
const overTcp = await countOverTcp(world, seed, tcpRuns)
keep('Decisions with one effect each, over real TCP', tcpRuns, overTcp, '')

const gate = await startGate(world)
const overGate = await countOverGate(world, gate, { seed, runs: gateRuns })
const again = await countOverGate(world, { ...gate, fetch: sendsAgain(gate.fetch) }, { seed, runs: 12 })
await gate.close()
await world.close()
const killed = `control: sending again without looking fails ${again.length > 0 ? 'as it must' : 'never'}`
keep(
  'Decisions with one effect each, the BFF killed before each answer',
  gateRuns,
  overGate,
  `${Math.ceil(gateRuns / 12)} kills, 12 decisions each; ${killed}`,
)
const wrong = [...simulated.wrong, ...overTcp, ...overGate]
process.exit(wrong.length === 0 && blind.wrong.length > 0 && again.length > 0 ? 0 : 1)
