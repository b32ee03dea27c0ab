import { createSession, type Fact } from '@threadwork/core'
import { failureOf, memoryStorage, scriptedTransport, virtualClock } from '@threadwork/testing'
import { expect, test } from 'vitest'
import { events, history, readOf, state } from './session-notation.ts'

const own = history('u1@9 user hello')
const turn = events(
  'r1/1@10 processing.started',
  'r1/2@11 agent.message m1 hi',
  'r1/3@12 processing.finished',
)

/** A message whose answer was lost, before a backend whose reads say this, one after another. */
const sendInto = async (...reads: readonly (readonly Fact[])[]) => {
  let count = 0
  const transport = scriptedTransport({
    onRead: () => readOf(...(reads[Math.min(count++, reads.length - 1)] ?? [])),
    onSubmit: async () => ({ status: 'failed', failure: failureOf({ reason: 'unknown-outcome' }) }),
  })
  const clock = virtualClock({ now: 1000 })
  const session = createSession({ transport, conversationId: 'c1', clock, storage: memoryStorage() })
  session.open()
  await clock.advanceAsync(20)
  session.send('hello')
  await clock.advanceAsync(60_000)
  return { ids: session.getState().items.map(({ id }) => id), reads: count, phase: session.getState().phase }
}

test('looks again for the reply when the word idle is ahead of the events beside it', async () => {
  const early = [...own, state('idle', 12)]
  const { ids, phase } = await sendInto([], early, early, [...own, ...turn, state('idle', 12)])

  expect(ids).toEqual(['u1', 'm1'])
  expect(phase).toBe('idle')
})

test('does not look for ever for the reply of a turn that says nothing', async () => {
  const { ids, reads, phase } = await sendInto([], [...own, state('idle', 12)])

  expect(ids).toEqual(['u1'])
  expect(phase).toBe('idle')
  expect(reads).toBeLessThan(8)
})
