import { chromium } from 'playwright'
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs'
import { root, runNode } from '../e2e/child-process.ts'
import { keepFigure } from '../figures/figure.ts'
import { startWorld } from '../integration/conversation/world.ts'
import { countInChromium } from '../integration/decisions/count-in-chromium.ts'
import { startGate } from '../integration/decisions/gate.ts'

// Each decision once, in the built chat: `SEED=7 RUNS=300 pnpm torture decisions-chromium`.
const seed = Number(process.env['SEED'] ?? 0)
const runs = Number(process.env['RUNS'] ?? 300)

// `STATIC_ROOT` names a page that was built elsewhere.
const builtChat = `${root}apps/chat/dist`
const page = process.env['STATIC_ROOT'] ?? builtChat
if (page === builtChat) await runNode(['scripts/build-chat.mjs'])
const executablePath = findChromium()
const browser = await chromium.launch({
  args: [...chromiumFlags],
  ...(executablePath ? { executablePath } : {}),
})
const world = await startWorld()
const gate = await startGate(world, page)
const { wrong, unsent } = await countInChromium({ world, gate, browser, seed, runs, people: 2 })
// The fourth kind of each five is a message.
const blind = await countInChromium({ world, gate, browser, seed: 3, runs: 1, isBlind: true })
await browser.close()
await gate.close()
await world.close()
for (const line of wrong.slice(0, 5)) console.log(`  ${line}`)
const isCaught = blind.wrong.some((line) => line.includes('The backend has the messages'))
keepFigure({
  goal: 'Decisions with one effect each, in Chromium',
  count: runs,
  passed: runs - wrong.length,
  failed: wrong.length,
  worst:
    wrong[0] ??
    `${unsent} visibly not sent; control: a page that sends again is ${isCaught ? 'caught' : 'missed'}`,
  seed,
  command: `SEED=${seed} RUNS=${runs} pnpm torture decisions-chromium`,
})
process.exit(wrong.length === 0 && isCaught ? 0 : 1)
