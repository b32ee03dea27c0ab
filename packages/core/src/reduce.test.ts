import { describe, expect, test } from 'vitest'
import type { Fact } from './facts.ts'
import { asked, event, message, skill, statusOf, view } from './fixtures/told-facts.ts'
import type { CallId, IntentId, RunId } from './ids.ts'
import { createLedger } from './ledger.ts'
import { createIntent, type Intent } from './outbox-intent.ts'
import { reduce } from './reduce.ts'

describe('the end of a turn', () => {
  test('comes with a successor, whose start leaves nothing spinning behind it', () => {
    const facts = [
      event('r1', 1, 1, { type: 'turn-started' }),
      event('r1', 2, 2, skill('skill-running', 'Lookup')),
      event('r2', 1, 10, { type: 'turn-started' }),
    ]

    const { items, phase } = view(facts)

    expect(items.map(statusOf)).toEqual(['unknown'])
    expect(phase).toBe('ai-running')
  })

  test('is not believed from an idle that is older than the newest event', () => {
    const facts: Fact[] = [
      { type: 'backend-state', state: 'idle', at: 5 },
      event('r1', 1, 6, { type: 'turn-started' }),
    ]

    expect(view(facts).phase).toBe('ai-running')
  })

  test('has not come while the backend is busy with something that no event has told of', () => {
    const busy: Fact = { type: 'backend-state', state: 'ai-running', at: 9 }

    expect(view([message('u1', 'user', 8), busy]).phase).toBe('ai-running')
    expect(view([event('r1', 1, 10, { type: 'turn-ended' }), busy]).phase).toBe('idle')
  })

  test('is not believed from an idle while an approval is open', () => {
    const facts: Fact[] = [
      event('r1', 1, 1, asked('Send', 'c1')),
      { type: 'backend-state', state: 'idle', at: 9 },
    ]

    expect(view(facts).phase).toBe('awaiting-approval')
  })

  test('comes when the session settled the run, unless something waits for the person', () => {
    const settled: Fact = { type: 'run-settled', runId: 'r1' as RunId, at: 2 }

    expect(view([event('r1', 1, 1, { type: 'turn-started' }), settled]).phase).toBe('idle')
    expect(view([event('r1', 1, 1, asked('Send', 'c1')), settled]).phase).toBe('awaiting-approval')
  })

  test('is taken back when the run goes on behind the event at which it was settled', () => {
    const settled: Fact = { type: 'run-settled', runId: 'r1' as RunId, at: 2 }
    const known = [event('r1', 1, 1, { type: 'turn-started' }), settled]

    const late = event('r1', 2, 2, skill('skill-running', 'Lookup'))
    const later = event('r1', 2, 3, skill('skill-running', 'Lookup'))

    expect(view([...known, late]).phase).toBe('idle')
    expect(view([...known, later]).phase).toBe('skill-running')
  })
})

describe('cards', () => {
  test('a rejected call is not taken up by a later use of the same skill', () => {
    const facts: Fact[] = [
      event('r1', 1, 1, asked('Send', 'c1')),
      { type: 'decision', decision: { callId: 'c1' as CallId, resolution: 'rejected', by: 'me' } },
      event('r1', 2, 2, skill('skill-running', 'Send')),
    ]

    expect(view(facts).items.map(statusOf)).toEqual(['rejected', 'running'])
  })

  test('a terminal event with a call finds the card of that call, not the oldest', () => {
    const facts = [
      event('r1', 1, 1, asked('Send', 'c1')),
      event('r1', 2, 2, asked('Send', 'c2')),
      event('r1', 3, 3, skill('skill-completed', 'Send', 'c2')),
    ]

    expect(view(facts).items.map(statusOf)).toEqual(['awaiting', 'completed'])
  })

  test('an approval keeps its id when an earlier card of the same skill is found late', () => {
    const ledger = createLedger()
    ledger.add(event('r1', 3, 3, asked('Send', 'c1')))
    const before = reduce(ledger, []).items[0]

    ledger.add(event('r1', 1, 1, skill('skill-running', 'Send')))

    expect(reduce(ledger, []).items.find(({ kind }) => kind === 'approval')?.id).toBe(before?.id)
  })
})

describe('order', () => {
  test('puts a person’s message before the events of the same moment', () => {
    const facts = [event('r1', 1, 5, skill('skill-running', 'Lookup')), message('u1', 'user', 5)]

    expect(view(facts).items.map(({ id }) => id)).toEqual(['u1', 'r1/Lookup#1'])
  })

  test('never lets an event that claims an earlier time leave its run’s order', () => {
    const facts = [
      event('r1', 1, 10, skill('skill-running', 'A')),
      event('r1', 2, 3, { type: 'message', messageId: 'm1', text: 'x' }),
      message('u1', 'user', 5),
    ]

    expect(view(facts).items.map(({ id }) => id)).toEqual(['u1', 'r1/A#1', 'm1'])
  })

  test('puts an unnumbered event behind the last numbered one that is not younger', () => {
    const facts = [
      event('r1', 1, 1, skill('skill-running', 'A')),
      event('r1', 2, 9, { type: 'message', messageId: 'm2', text: 'later' }),
      event('r1', null, 4, { type: 'message', messageId: 'm1', text: 'between' }),
    ]

    expect(view(facts).items.map(({ id }) => id)).toEqual(['r1/A#1', 'm1', 'm2'])
  })

  test('puts a message whose run is named before that run, however far the clocks are apart', () => {
    const facts = [
      event('r1', 1, 1, skill('skill-running', 'A')),
      message('u1', 'user', 9_000, { runId: 'r1' }),
    ]

    expect(view(facts).items.map(({ id }) => id)).toEqual(['u1', 'r1/A#1'])
  })

  test('shows where the backend has forgotten events', () => {
    const facts: Fact[] = [
      message('u1', 'user', 1),
      message('m1', 'agent', 2),
      { type: 'events-expired', before: 50 },
      event('r2', 1, 50, skill('skill-running', 'A')),
    ]

    expect(view(facts).items.map(({ kind }) => kind)).toEqual(['message', 'message', 'notice', 'skill'])
  })
})

describe('messages', () => {
  const sent = (text: string, more: Partial<Intent> = {}): Intent => ({
    ...createIntent('i1' as IntentId, { type: 'send-message', text }, { sentAfter: 5 }),
    status: 'sending',
    ...more,
  })

  test('a pending message gives way to its copy in the history, under the same key', () => {
    const { items } = view([message('u2', 'user', 9, { text: 'hello' })], [sent('hello')])

    expect(items).toMatchObject([{ id: 'u2', key: 'i1', status: 'complete' }])
  })

  test('an old message of the same text is not taken for the copy', () => {
    const { items, phase } = view([message('u1', 'user', 5, { text: 'hello' })], [sent('hello')])

    expect(items.map(({ id }) => id)).toEqual(['u1', 'i1'])
    expect(phase).toBe('sending')
  })

  test('two messages of one text are two copies', () => {
    const twice = [sent('hi'), { ...sent('hi'), id: 'i2' as IntentId }]

    const { items } = view(
      [message('u1', 'user', 6, { text: 'hi' }), message('u2', 'user', 7, { text: 'hi' })],
      twice,
    )

    expect(items.map(({ key }) => key)).toEqual(['i1', 'i2'])
  })

  test('pieces grow into one message, and the whole outranks them', () => {
    const pieces = [
      event('r1', 1, 1, { type: 'text-delta', messageId: 'm1', text: 'Hel' }),
      event('r1', 2, 2, { type: 'text-delta', messageId: 'm1', text: 'lo' }),
    ]

    expect(view(pieces).items).toMatchObject([{ text: 'Hello', status: 'streaming' }])
    expect(
      view([...pieces, event('r1', 3, 3, { type: 'message', messageId: 'm1', text: 'Hello!' })]).items,
    ).toMatchObject([{ text: 'Hello!', status: 'complete' }])
  })

  test('an edited copy in the history changes the text in place', () => {
    const facts = [
      event('r1', 1, 1, { type: 'message', messageId: 'm1', text: 'teh' }),
      event('r1', 2, 2, skill('skill-running', 'A')),
      message('m1', 'agent', 4, { text: 'the', revision: 1 }),
    ]

    expect(view(facts).items).toMatchObject([{ id: 'm1', text: 'the' }, { kind: 'skill' }])
  })
})
