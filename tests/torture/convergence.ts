import { countSchedules, type Counted } from '../integration/schedules/count-schedules.ts'
import { prepareHubs } from '../integration/schedules/hub-network.ts'
import { keepFigure } from '../figures/figure.ts'

// Schedules of faults against the real adapters: `SEED=7 RUNS=20000 MINUTES=30 pnpm torture convergence`.
const seed = Number(process.env['SEED'] ?? 1)
const runs = Number(process.env['RUNS'] ?? 100_000)
const minutes = Number(process.env['MINUTES'] ?? Infinity)
let isClean = true

const tell = ({ played, wrong, caught, muddled }: Counted, way: string): void => {
  for (const line of wrong.slice(0, 5)) console.log(`  ${line}`)
  const controls = [...caught].map(([name, count]) => `${name} caught in ${count}`)
  const areCaught = [...caught.values()].every((count) => count > played / 2)
  isClean &&= wrong.length === 0 && areCaught && played > 0
  keepFigure({
    goal: `Fault schedules over ${way} that end in the drawn conversation`,
    count: played,
    passed: played - wrong.length,
    failed: wrong.length,
    worst:
      wrong[0] ??
      `${muddled} with workflows whose bare events nobody could tell apart, not judged; controls: ${controls.join(', ')}`,
    seed,
    command: `SEED=${seed} RUNS=${played} pnpm torture convergence`,
  })
}

const restore = await prepareHubs()
for (const way of ['headless', 'signalr'] as const) {
  const end = Date.now() + minutes * 60_000
  tell(await countSchedules({ way, seed, runs, isEnough: () => Date.now() > end }), way)
}
restore()
process.exit(isClean ? 0 : 1)
