import { expect, test } from 'vitest'
import { startWorld, type World } from '../conversation/world.ts'
import { countDecisions } from './count-decisions.ts'
import { sendsAgain, startGate, type Gate } from './gate.ts'
import { countOverGate, messages, playOverGate } from './play-over-gate.ts'
import { countOverTcp } from './play-over-tcp.ts'

// The whole counts are played by `pnpm torture decisions`.
const seed = Number(process.env['SEED'] ?? 0)

test('each decision has one effect, or says that it was not sent, whatever happens to it', async () => {
  const { played, wrong, unsent } = await countDecisions(seed, 1200)

  console.info(
    `decisions: ${played - wrong.length} of ${played}, ${unsent} of them visibly not sent, SEED=${seed}`,
  )
  expect(wrong).toEqual([])
  expect(unsent).toBeGreaterThan(0)
})

test('an outbox that sends again without looking is caught', async () => {
  const { wrong } = await countDecisions(seed, 240, true)

  expect(wrong.join('\n')).toMatch(/without keys: it took effect 2 times/u)
})

test('each decision over real sockets has one effect, whatever happens to it', async () => {
  const world = await startWorld()

  const wrong = await countOverTcp(world, seed, 84)
  await world.close()

  expect(wrong).toEqual([])
  expect(world.defects).toEqual([])
}, 300_000)

/** The control: a page that sends its messages again without looking. Whether a turn was over by then is chance: it has a few tries. */
const blindFaults = async (world: World, gate: Gate): Promise<string> => {
  let faults = ''
  for (let tries = 0; tries < 5 && faults === ''; tries += 1)
    faults = (await playOverGate(world, { ...gate, fetch: sendsAgain(gate.fetch) }, messages)).join('\n')
  return faults
}

test('each decision has one effect when the BFF is killed between the backend and its answer', async () => {
  const world = await startWorld()
  const gate = await startGate(world)

  const wrong = await countOverGate(world, gate, { seed, runs: 12 })
  const blind = await blindFaults(world, gate)
  await gate.close()
  await world.close()

  expect(wrong).toEqual([])
  expect(world.defects).toEqual([])
  expect(blind).toContain('The backend has the messages')
}, 300_000)
