import { chromium } from 'playwright'
import { expect, inject, test } from 'vitest'
import { startWorld } from '../integration/conversation/world.ts'
import { countInChromium } from '../integration/decisions/count-in-chromium.ts'
import { startGate } from '../integration/decisions/gate.ts'
import { root } from './child-process.ts'

// One decision under each circumstance, opposite answers and a cancellation included; `pnpm torture decisions-chromium`
// plays every kind.
const sample = [0, 7, 12, 21, 28, 35, 36] as const
const send = 3

test('each decision has one effect, whatever a person does to it (`pnpm torture decisions-chromium`)', async () => {
  const browser = await chromium.connect(inject('browserUrl'))
  const world = await startWorld()
  const gate = await startGate(world, { page: `${root}apps/chat/dist` })

  const wrong: string[] = []
  for (const seed of sample)
    wrong.push(...(await countInChromium({ world, gate, browser, seed, runs: 1 })).wrong)
  const blind = await countInChromium({ world, gate, browser, seed: send, runs: 1, isBlind: true })
  await browser.close()
  await gate.close()
  await world.close()

  expect(wrong).toEqual([])
  // The control: a page that sends each message again.
  expect(blind.wrong.join('\n')).toContain('The backend has the messages')
}, 180_000)
