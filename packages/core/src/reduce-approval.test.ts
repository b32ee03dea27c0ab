import { describe, expect, test } from 'vitest'
import type { Fact } from './facts.ts'
import type { CallId, IntentId, RunId } from './ids.ts'
import { createLedger } from './ledger.ts'
import { createIntent, type Intent } from './outbox-intent.ts'
import { reduce } from './reduce.ts'

const event = (seq: number, at: number, body: object): Fact => ({
  type: 'event',
  event: { runId: 'r1' as RunId, seq, at, eventId: null, ...body } as never, // bodies are written whole below
})
const skill = (type: string, callId: string | null = null): object => ({
  type,
  skillName: 'Send',
  skillId: null,
  callId,
})
const asked = (callId: string, more: object = {}): object => ({
  ...skill('approval-required', callId),
  scope: 'skill',
  parameters: { to: callId },
  schema: [],
  ...more,
})
const decided = (callId: string, resolution: 'rejected' | 'expired' | 'changed'): Fact => ({
  type: 'decision',
  decision: { callId: callId as CallId, resolution, by: 'elsewhere' },
})
const view = (facts: readonly Fact[]) => {
  const ledger = createLedger()
  for (const fact of facts) ledger.add(fact)
  const { items, phase } = reduce(ledger, [])
  return {
    cards: items.map((item) => (item.kind === 'approval' ? `${item.callId} ${item.status}` : '')),
    phase,
  }
}

describe('a call that is asked about anew', () => {
  const facts = [event(1, 1, asked('c1')), event(2, 5, asked('c2', { replaces: 'c1' }))]

  test('leaves its first card, and waits in a card of its own', () => {
    expect(view(facts)).toEqual({ cards: ['c1 changed', 'c2 awaiting'], phase: 'awaiting-approval' })
    expect(view(facts.toReversed())).toEqual(view(facts))
  })

  test('runs in the new card', () => {
    const ran = [...facts, event(3, 6, skill('skill-running')), event(4, 7, skill('skill-completed'))]

    expect(view(ran).cards).toEqual(['c1 changed', 'c2 completed'])
  })

  test('does not keep the turn open by its first card', () => {
    const idle: Fact = { type: 'backend-state', state: 'idle', at: 9 }

    expect(view([...facts, decided('c2', 'rejected'), idle])).toEqual({
      cards: ['c1 changed', 'c2 rejected'],
      phase: 'idle',
    })
  })

  test.each(['expired', 'changed'] as const)('is known to be %s before the new card comes', (resolution) => {
    expect(view([event(1, 1, asked('c1')), decided('c1', resolution)])).toEqual({
      cards: [`c1 ${resolution}`],
      phase: 'ai-running',
    })
  })
})

describe('a call that was approved with changes', () => {
  const decide = (parameters: object): Intent => ({
    ...createIntent(
      'i1' as IntentId,
      {
        type: 'decide',
        callId: 'c1' as CallId,
        scope: 'skill',
        resolution: 'approved',
        reason: null,
        ...parameters,
      },
      {},
    ),
    status: 'sent',
  })
  const facts: readonly Fact[] = [
    event(1, 1, asked('c1')),
    { type: 'decision', decision: { callId: 'c1' as CallId, resolution: 'approved', by: 'me' } },
  ]
  const editedIn = (intents: readonly Intent[]): unknown => {
    const ledger = createLedger()
    for (const fact of facts) ledger.add(fact)
    const [item] = reduce(ledger, intents).items
    return item?.kind === 'approval' ? [item.parameters, item.edited] : null
  }

  test('shows what was asked and what was approved', () => {
    expect(editedIn([decide({ parameters: { to: 'other' } })])).toEqual([{ to: 'c1' }, { to: 'other' }])
    expect(editedIn([decide({})])).toEqual([{ to: 'c1' }, null])
  })
})

describe('a call with an end to its time', () => {
  const call = event(1, 1, asked('c1', { expiresAt: 10 }))

  test('waits until the backend says otherwise, whatever this client’s clock says', () => {
    expect(view([call])).toEqual({ cards: ['c1 awaiting'], phase: 'awaiting-approval' })
  })

  test.each([
    [9, 'resolved'],
    [10, 'expired'],
  ])('is told apart from one that was answered elsewhere: over at %i it is %s', (at, status) => {
    expect(view([call, event(2, at, { type: 'turn-ended' })]).cards).toEqual([`c1 ${status}`])
  })

  test('keeps the turn open no longer once the backend is idle after it', () => {
    const idleAt = (at: number): Fact => ({ type: 'backend-state', state: 'idle', at })

    expect(view([call, idleAt(9)]).phase).toBe('awaiting-approval')
    expect(view([call, idleAt(10)]).phase).toBe('idle')
  })

  test.each(['expired', 'changed', 'rejected'] as const)(
    'does not take over what runs after it was %s',
    (resolution) => {
      const facts = [
        call,
        event(2, 2, asked('c2')),
        decided('c1', resolution),
        event(3, 11, skill('skill-running')),
      ]

      expect(view(facts).cards).toEqual([`c1 ${resolution}`, 'c2 running'])
    },
  )
})
