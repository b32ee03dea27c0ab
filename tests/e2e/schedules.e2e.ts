import { chromium } from 'playwright'
import { expect, inject, test } from 'vitest'
import { startWorld } from '../integration/conversation/world.ts'
import { countInChromium } from '../integration/schedules/count-in-chromium.ts'
import { root } from './child-process.ts'

// A few; two hundred are played by `pnpm torture convergence-chromium`.
const seed = Number(process.env['SEED'] ?? 20)

test('two tabs end in the drawn conversation, whatever breaks on the way (SEED, `pnpm torture convergence-chromium`)', async () => {
  const browser = await chromium.connect(inject('browserUrl'))
  // Slow enough that what breaks can break in the middle.
  const world = await startWorld({ pace: 0.15 })
  const page = `${root}apps/chat/dist`

  const wrong = await countInChromium({ world, browser, page, seed, runs: 8 })
  const deaf = await countInChromium({ world, browser, page, seed, runs: 1, isDeaf: true })
  await browser.close()
  await world.close()

  expect(wrong).toEqual([])
  // The control: a page whose reads fail.
  expect(deaf).not.toEqual([])
}, 180_000)
