import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CallId, IntentId, StepId } from './ids.ts'
import { createIntent, type Intent } from './outbox-intent.ts'
import { readIntents, writeIntents } from './outbox-note.ts'
import { createOutbox, type Outbox, type OutboxEffect, type OutboxInput } from './outbox-state.ts'
import { stepOutbox } from './outbox.ts'
import type { Failure, FailureReason, Outcome } from './transport.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const failure = (reason: FailureReason, more: Partial<Failure> = {}): Outcome => ({
  status: 'failed',
  failure: { reason, message: reason, requestId: null, retryAfter: null, fieldErrors: {}, ...more },
})
const accepted: Outcome = { status: 'accepted', runId: null }
const send = (id: string): Intent => createIntent(id as IntentId, { type: 'send-message', text: id }, {})
const decide = (id: string, resolution: 'approved' | 'rejected' = 'approved'): Intent =>
  createIntent(
    id as IntentId,
    { type: 'decide', callId: 'c1' as CallId, scope: 'skill', resolution, reason: null },
    {},
  )
const submit = (id: string, secretKeys: readonly string[] = []): Intent =>
  createIntent(
    id as IntentId,
    { type: 'submit-form', workflowId: null, stepId: 's1' as StepId, values: { name: 'Ada', pin: '1234' } },
    { round: 1, secretKeys },
  )
const play = (inputs: readonly OutboxInput[], outbox: Outbox = createOutbox(['submit-form'])) => {
  const effects: OutboxEffect[] = []
  for (const input of inputs) {
    const [next, more] = stepOutbox(outbox, input)
    outbox = next
    effects.push(...more)
  }
  return { outbox, effects, sends: effects.filter(({ type }) => type === 'send').length }
}
const id = (name: string): IntentId => name as IntentId

describe('the outbox', () => {
  test('stores an intent before it sends it', () => {
    const { effects } = play([{ type: 'ask', intent: send('a') }])

    expect(effects.map(({ type }) => type)).toEqual(['store', 'send'])
  })

  test('sends one decision for a double click, and for the opposite answer after it', () => {
    const { sends, outbox } = play([
      { type: 'ask', intent: decide('a') },
      { type: 'ask', intent: decide('b') },
      { type: 'ask', intent: decide('c', 'rejected') },
    ])

    expect(sends).toBe(1)
    expect(outbox.intents.map((intent) => intent.id)).toEqual(['a'])
  })

  test('learns a decision from a definite answer', () => {
    const { effects } = play([
      { type: 'ask', intent: decide('a') },
      { type: 'answered', id: id('a'), outcome: accepted },
    ])

    expect(effects.at(-1)).toEqual({
      type: 'learn',
      fact: { type: 'decision', decision: { callId: 'c1', resolution: 'approved', by: 'me' } },
    })
  })

  test.each(['conflict', 'gone', 'not-found'] as const)(
    'takes %s on a decision for an answer from elsewhere',
    (reason) => {
      const { effects, outbox } = play([
        { type: 'ask', intent: decide('a') },
        { type: 'answered', id: id('a'), outcome: failure(reason) },
      ])

      expect(effects).toContainEqual({
        type: 'learn',
        fact: { type: 'decision', decision: { callId: 'c1', resolution: 'resolved', by: 'elsewhere' } },
      })
      expect(outbox.intents).toEqual([])
    },
  )

  test.each(['expired', 'changed'] as const)(
    'learns from %s that nobody’s answer counts, even after its own was lost',
    (reason) => {
      const { effects, outbox } = play([
        { type: 'ask', intent: decide('a') },
        { type: 'answered', id: id('a'), outcome: failure('unknown-outcome') },
        { type: 'not-found', id: id('a') },
        { type: 'not-found', id: id('a') },
        { type: 'retry', id: id('a') },
        { type: 'answered', id: id('a'), outcome: failure(reason) },
      ])

      expect(effects).toContainEqual({
        type: 'learn',
        fact: { type: 'decision', decision: { callId: 'c1', resolution: reason, by: 'elsewhere' } },
      })
      expect(effects.at(-1)).toEqual({ type: 'refresh' })
      expect(outbox.intents).toEqual([])
    },
  )

  test('does not claim to know whose answer counted when its own was lost before', () => {
    const { effects } = play([
      { type: 'ask', intent: decide('a') },
      { type: 'answered', id: id('a'), outcome: failure('unknown-outcome') },
      { type: 'not-found', id: id('a') },
      { type: 'not-found', id: id('a') },
      { type: 'retry', id: id('a') },
      { type: 'answered', id: id('a'), outcome: failure('conflict') },
    ])

    expect(effects).toContainEqual({
      type: 'learn',
      fact: { type: 'decision', decision: { callId: 'c1', resolution: 'resolved', by: 'me' } },
    })
  })

  test('says “elsewhere” when its own first try surely never left', () => {
    const { effects } = play([
      { type: 'ask', intent: decide('a') },
      { type: 'answered', id: id('a'), outcome: failure('unreachable') },
      { type: 'retry', id: id('a') },
      { type: 'answered', id: id('a'), outcome: failure('conflict') },
    ])

    expect(effects).toContainEqual({
      type: 'learn',
      fact: { type: 'decision', decision: { callId: 'c1', resolution: 'resolved', by: 'elsewhere' } },
    })
  })

  test('looks twice before it says that a message did not arrive, and never sends it by itself', () => {
    const lost: OutboxInput[] = [
      { type: 'ask', intent: send('a') },
      { type: 'answered', id: id('a'), outcome: failure('unknown-outcome') },
    ]

    expect(play(lost).outbox.intents[0]?.status).toBe('unknown')
    expect(play([...lost, { type: 'not-found', id: id('a') }]).outbox.intents[0]?.status).toBe('unknown')
    const missed = play([...lost, { type: 'not-found', id: id('a') }, { type: 'not-found', id: id('a') }])
    expect(missed.outbox.intents[0]?.status).toBe('failed')
    expect(missed.sends).toBe(1)
  })

  test('finds a message whose answer was lost', () => {
    const { outbox, sends } = play([
      { type: 'ask', intent: send('a') },
      { type: 'answered', id: id('a'), outcome: failure('unknown-outcome') },
      { type: 'found', id: id('a') },
    ])

    expect(outbox.intents[0]?.status).toBe('sent')
    expect(sends).toBe(1)
  })

  test('sends an idempotent command again under the same key, a bounded number of times', () => {
    const lost: OutboxInput = { type: 'answered', id: id('a'), outcome: failure('unknown-outcome') }

    const { sends, outbox } = play([{ type: 'ask', intent: submit('a') }, lost, lost, lost, lost])

    expect(sends).toBe(4)
    expect(outbox.intents[0]?.status).toBe('unknown')
  })

  test('keeps what is asked offline and sends it once the browser is online', () => {
    const offline = play([{ type: 'offline' }, { type: 'ask', intent: send('a') }])
    const online = play([{ type: 'online' }, { type: 'online' }], offline.outbox)

    expect(offline.sends).toBe(0)
    expect(offline.outbox.intents[0]?.status).toBe('queued')
    expect(online.sends).toBe(1)
  })

  test('shows the fields that the backend refused, and lets the form be sent again', () => {
    const refused = play([
      { type: 'ask', intent: submit('a') },
      {
        type: 'answered',
        id: id('a'),
        outcome: failure('invalid', { fieldErrors: { name: ['Too short'] } }),
      },
    ])
    const again = play([{ type: 'ask', intent: submit('b') }], refused.outbox)

    expect(refused.outbox.intents[0]?.failure?.fieldErrors).toEqual({ name: ['Too short'] })
    expect(again.outbox.intents.map((intent) => intent.id)).toEqual(['b'])
    expect(again.sends).toBe(1)
  })

  test('after a reload, looks up what was on its way and sends what never left', () => {
    const { effects } = play([
      { type: 'restore', intents: [{ ...send('a'), status: 'sending', attempts: 1 }, send('b')] },
    ])

    expect(effects).toContainEqual({ type: 'look-up', id: 'a', after: 0 })
    expect(effects).toContainEqual({ type: 'send', id: 'b', after: 0 })
    expect(effects).not.toContainEqual(expect.objectContaining({ type: 'send', id: 'a' }))
  })

  test('after a reload, remembers a decision that the backend has no word for', () => {
    const { effects } = play([
      { type: 'restore', intents: [{ ...decide('a'), status: 'sent', attempts: 1 }] },
    ])

    expect(effects).toContainEqual({
      type: 'learn',
      fact: { type: 'decision', decision: { callId: 'c1', resolution: 'approved', by: 'me' } },
    })
  })

  test('never stores a secret, and asks for it again', () => {
    const text = writeIntents([{ ...submit('a', ['pin']), status: 'sending' }])
    const { outbox, sends } = play([{ type: 'restore', intents: readIntents(text) }])

    expect(text).toContain('Ada')
    expect(text).not.toContain('1234')
    expect(outbox.intents[0]?.status).toBe('failed')
    expect(sends).toBe(0)
  })

  test('keeps a note that does not grow with the messages that arrived', () => {
    const arrived = Array.from({ length: 400 }, (_, index): Intent => ({
      ...send(`m${index}`),
      status: 'sent',
    }))

    const kept = readIntents(writeIntents([{ ...send('lost'), status: 'unknown' }, ...arrived]))

    expect(kept.map((intent) => intent.id)).toEqual(['lost', 'm395', 'm396', 'm397', 'm398', 'm399'])
  })

  test('keeps the newest answers that arrived, without secrets and for no open form', () => {
    const arrived = Array.from({ length: 30 }, (_, index): Intent => ({
      ...submit(`f${index}`, ['pin']),
      status: 'sent',
    }))

    const text = writeIntents([...arrived, { ...submit('open'), status: 'failed' }])
    const kept = readIntents(text)

    expect(kept).toHaveLength(11)
    expect(kept.map(({ round }) => round)).toEqual([...Array.from({ length: 10 }, () => -1), 1])
    expect(kept[0]?.command).toMatchObject({ values: { name: 'Ada' } })
    expect(text.split('1234')).toHaveLength(2)
  })

  test('sends a form that is open again after a reload, although its answer had arrived before', () => {
    const kept = readIntents(writeIntents([{ ...submit('a'), status: 'sent' }]))
    const { sends } = play([
      { type: 'restore', intents: kept },
      { type: 'ask', intent: submit('b') },
    ])

    expect(sends).toBe(1)
  })

  test.each([null, '', '{', '"x"', '[1,{"id":2}]', '{"a":1}'])(
    'reads a broken note (%j) as no intents',
    (text) => {
      expect(readIntents(text)).toEqual([])
    },
  )

  test('sends a decision at most once more than the person asked, whatever comes back', () => {
    const input: fc.Arbitrary<OutboxInput> = fc.oneof(
      fc.constantFrom<OutboxInput>(
        { type: 'ask', intent: decide('a') },
        { type: 'online' },
        { type: 'offline' },
        { type: 'found', id: id('a') },
        { type: 'not-found', id: id('a') },
        { type: 'retry', id: id('a') },
      ),
      fc
        .constantFrom<FailureReason>('unknown-outcome', 'unreachable', 'server-error', 'conflict')
        .map((reason): OutboxInput => ({ type: 'answered', id: id('a'), outcome: failure(reason) })),
    )
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        const byPerson = inputs.filter(
          ({ type }) => type === 'ask' || type === 'retry' || type === 'online',
        ).length

        expect(play(inputs).sends).toBeLessThanOrEqual(byPerson)
      }),
      { seed },
    )
  })
})
