import { chromium } from 'playwright'
import { expect, inject, test } from 'vitest'
import { startWorld } from '../integration/conversation/world.ts'
import { countInChromium } from '../integration/decisions/count-in-chromium.ts'
import { startGate } from '../integration/decisions/gate.ts'
import { root } from './child-process.ts'

// Ten of the thirty kinds; all of them are played by `pnpm torture decisions-chromium`.
const seed = Number(process.env['SEED'] ?? 15)

test('each decision has one effect, whatever a person does to it (SEED, `pnpm torture decisions-chromium`)', async () => {
  const browser = await chromium.connect(inject('browserUrl'))
  const world = await startWorld()
  const gate = await startGate(world, `${root}apps/chat/dist`)

  const { wrong } = await countInChromium({ world, gate, browser, seed, runs: 10 })
  const blind = await countInChromium({ world, gate, browser, seed: 3, runs: 1, isBlind: true })
  await browser.close()
  await gate.close()
  await world.close()

  expect(wrong).toEqual([])
  // The control: a page that sends each message again.
  expect(blind.wrong.join('\n')).toContain('The backend has the messages')
}, 120_000)
