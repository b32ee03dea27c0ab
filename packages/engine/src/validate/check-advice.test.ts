import { expect, test } from 'vitest'
import { chain, forked, node, say, told, when } from './fixtures/small-graphs.ts'

test.each([
  ['The patient confirmed their appointment', 0],
  ['The user requested a callback.', 0],
  ['Did the patient confirm?', 1],
  ['Is the patient angry', 1],
  ['If the patient confirmed the appointment', 1],
  ['When the user asks for help', 1],
  ['confirmed', 1],
  ['患者が予約を確認した', 0],
  ['確認', 1],
])('advises on the condition %j: %i (I27)', (condition, count) => {
  expect(
    told(forked([when('b', condition)])).filter((each) => each.startsWith('warning edges')),
  ).toHaveLength(count)
})

test('hints that what only responds is an instruction and no workflow (G19)', () => {
  const trigger = node('t', 'ai-decision', { description: 'The contact sounds unhappy with the service' })
  const hint =
    'warning nodes[0]: This workflow takes no action, it only says something. How the agent responds belongs into its instructions, which always apply; keep a workflow for what it should do.'

  expect(told(chain(trigger, say('a')))).toEqual([hint])
  expect(told(chain(trigger, say('a'), node('help', 'escalate')))).toEqual([])
})
