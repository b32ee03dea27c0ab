import { chromium } from 'playwright'
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs'
import { root, runNode } from '../e2e/child-process.ts'
import { keepFigure } from '../figures/figure.ts'
import { startWorld } from '../integration/conversation/world.ts'
import { countInChromium } from '../integration/schedules/count-in-chromium.ts'

// Two tabs of the built chat through bad weather: `SEED=7 RUNS=200 pnpm torture convergence-chromium`.
const seed = Number(process.env['SEED'] ?? 0)
const runs = Number(process.env['RUNS'] ?? 200)

// `STATIC_ROOT` names a page that was built elsewhere.
const builtChat = `${root}apps/chat/dist`
const page = process.env['STATIC_ROOT'] ?? builtChat
if (page === builtChat) await runNode(['scripts/build-chat.mjs'])
const executablePath = findChromium()
const browser = await chromium.launch({
  args: [...chromiumFlags],
  ...(executablePath ? { executablePath } : {}),
})
// Slow enough that what breaks can break in the middle.
const world = await startWorld({ pace: 0.15 })
const tell = (played: number, faults: readonly string[]): void => {
  if (faults.length > 0 || played % 20 === 0) console.log(`  ${played} played`, ...faults.slice(0, 1))
}
const wrong = await countInChromium({ world, browser, page, seed, runs, onPlayed: tell })
const deaf = await countInChromium({ world, browser, page, seed, runs: 2, isDeaf: true })
await browser.close()
await world.close()
for (const line of wrong.slice(0, 5)) console.log(`  ${line}`)
keepFigure({
  goal: 'Fault schedules in two tabs of Chromium that end in the drawn conversation',
  count: runs,
  passed: runs - wrong.length,
  failed: wrong.length,
  worst: wrong[0] ?? `control: a page that cannot read fails ${deaf.length} of 2`,
  seed,
  command: `SEED=${seed} RUNS=${runs} pnpm torture convergence-chromium`,
})
process.exit(wrong.length === 0 && deaf.length > 0 ? 0 : 1)
