import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact } from './facts.ts'
import type { IntentId, RunId } from './ids.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createIntent, type Intent } from './outbox-intent.ts'
import { reduce } from './reduce.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const numRuns = Number(process.env['RUNS'] ?? 1500)

// Any facts in any order, from few names and few moments, so that they meet.

const runId = fc.constantFrom('r1', 'r2', 'r3', null)
const skill = { skillName: fc.constantFrom('Look', 'Send'), skillId: fc.constant(null) }
const callId = fc.constantFrom('c1', 'c2')
const attempt = { attemptId: fc.constantFrom('a1', 'a2') }
const workflow = { workflowId: fc.constantFrom('w1', 'w2', null), stepId: fc.constantFrom('s1', 's2') }
const named = fc.constantFrom('w1', 'w2')
const text = fc.constantFrom('yes', 'no')
const message = { messageId: fc.constantFrom('m1', 'm2', 'm3'), text }
const body = fc.oneof(
  fc.constantFrom(
    { type: 'turn-started' },
    { type: 'turn-ended' },
    { type: 'unknown', name: 'x', payload: 1 },
  ),
  fc.record({
    type: fc.constantFrom('skill-running', 'skill-completed'),
    ...skill,
    callId: fc.option(callId, { freq: 3 }),
  }),
  fc.record({
    type: fc.constant('approval-required'),
    ...skill,
    callId,
    scope: fc.constant('skill'),
    parameters: fc.constant({}),
    schema: fc.constant([]),
    expiresAt: fc.option(fc.integer({ min: 1, max: 12 })),
    replaces: fc.option(callId),
  }),
  fc.record({ type: fc.constant('connection-required'), ...attempt, link: fc.constant(null) }),
  fc.record({ type: fc.constant('connection-authorized'), ...attempt }),
  fc.record({ type: fc.constantFrom('message', 'text-delta'), ...message }),
  fc.record({ type: fc.constant('workflow-started'), workflowId: named, name: fc.constant('Onboard') }),
  fc.record({
    type: fc.constantFrom('step-started', 'step-completed', 'step-failed', 'form-required'),
    ...workflow,
    lane: fc.constantFrom(null, null, 'beside'),
    message: text,
    error: text,
    dataPoints: fc.constant([]),
    problems: fc.constant([]),
  }),
  fc.record({
    type: fc.constantFrom('workflow-ended', 'workflow-failed', 'workflow-cancelled'),
    workflowId: named,
    error: text,
  }),
)
const at = fc.integer({ min: 1, max: 12 })
const envelope = fc.record({
  runId,
  seq: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 8 }),
  at: fc.option(at, { freq: 8 }),
  eventId: fc.constant(null),
})
const snapshot = fc.record({
  workflowId: named,
  name: fc.constant('Onboard'),
  status: fc.constantFrom('running', 'awaiting-input', 'completed', 'failed', 'cancelled'),
  currentStep: fc.constantFrom('s1', 's2', null),
  steps: fc.array(
    fc.record({
      stepId: fc.constantFrom('s1', 's2', 's3'),
      status: fc.constantFrom('pending', 'running', 'completed', 'failed'),
      lane: fc.constantFrom(null, 'beside'),
      message: text,
      error: fc.constant(null),
    }),
    { maxLength: 3 },
  ),
  form: fc.constant(null),
  seq: fc.constant(null),
  at: fc.constant(null),
})
const resolution = fc.constantFrom('approved', 'rejected', 'resolved', 'expired', 'changed')
const fact: fc.Arbitrary<Fact> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(envelope, body)
      .map(([front, rest]) => ({ type: 'event', event: { ...front, ...rest } })),
  },
  {
    weight: 2,
    arbitrary: fc.record({ ...message, at, runId, role: fc.constantFrom('user', 'agent') }).map((told) => ({
      type: 'history-message',
      message: {
        ...told,
        messageId: told.role === 'user' ? `u${told.at}` : told.messageId,
        intentId: null,
        revision: 0,
      },
    })),
  },
  fc
    .record({ callId, resolution, by: fc.constantFrom('me', 'elsewhere') })
    .map((decision) => ({ type: 'decision', decision })),
  fc
    .record({ ...attempt, status: fc.constantFrom('auth-required', 'authorized'), link: fc.constant(null) })
    .map((connection) => ({ type: 'connection', connection })),
  fc
    .record({ state: fc.constantFrom('idle', 'ai-running'), at: fc.option(at) })
    .map((state) => ({ type: 'backend-state', ...state })),
  fc.option(snapshot).map((told) => ({ type: 'workflow-snapshot', snapshot: told })),
  fc.array(snapshot, { maxLength: 2 }).map((snapshots) => ({ type: 'workflow-snapshots', snapshots })),
  fc
    .record({ runId: fc.constantFrom('r1', 'r2'), at: fc.integer({ min: 0, max: 12 }) })
    .map((settled) => ({ type: 'run-settled', ...settled })),
) as unknown as fc.Arbitrary<Fact> // drawn field by field

const intentsOf = (
  told: readonly { readonly text: string; readonly runId: string | null }[],
): readonly Intent[] =>
  told.map(({ text: said, runId: id }, index) => ({
    ...createIntent(`i${index}` as IntentId, { type: 'send-message', text: said }, {}),
    status: 'sent',
    runId: id as RunId | null, // the brand of a drawn id
  }))
const intents = fc.array(fc.record({ text, runId }), { maxLength: 2 }).map(intentsOf)

// A hub that neither names nor counts its events says each only once.
const hasName = (told: Fact): boolean => told.type !== 'event' || told.event.runId !== null

const ledgerOf = (facts: readonly Fact[]): Ledger => {
  const ledger = createLedger()
  for (const each of facts) ledger.add(each)
  return ledger
}

describe(`a reduction that remembers (SEED=${seed})`, () => {
  test('equals one that starts anew, after every fact of any kind and any order', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 30 }), intents, (facts, told) => {
        const ledger = createLedger()

        for (const [index, each] of facts.entries()) {
          ledger.add(each)
          expect(reduce(ledger, told)).toEqual(reduce(ledgerOf(facts.slice(0, index + 1)), told))
        }
      }),
      { seed, numRuns },
    )
  })

  test('moves what stands elsewhere now, though it says the same', () => {
    const of = (seq: number | null, at: number | null, told: object): Fact => ({
      type: 'event',
      event: { runId: 'r1', seq, at, eventId: null, ...told } as never, // bodies are written whole here
    })
    const started = { type: 'workflow-started', workflowId: 'w1', name: 'Onboard' }
    const reply = { messageId: 'm1', role: 'agent', text: 'yes', runId: 'r1', at: 1, intentId: null }
    const facts: readonly Fact[] = [
      of(1, null, started),
      of(null, 1, { type: 'connection-required', attemptId: 'a1', link: null }),
      { type: 'history-message', message: { ...reply, revision: 0 } as never }, // ids are branded strings
    ]
    const ledger = ledgerOf(facts)
    const same: readonly Intent[] = [] // other intents would be reason enough to look at every place
    const before = reduce(ledger, same)

    ledger.add(of(null, 2, started))
    const after = reduce(ledger, same)

    expect(before.items.map(({ id }) => id)).toEqual(['attempt:a1', 'workflow:w1', 'm1'])
    expect(after.items.map(({ id }) => id)).toEqual(['attempt:a1', 'm1', 'workflow:w1'])
  })

  test('joining what has a name once more, snapshots included, is no news', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 30 }), fact, intents, (facts, last, told) => {
        fc.pre(hasName(last))
        const ledger = ledgerOf([...facts, last])
        const before = reduce(ledger, told)

        expect(ledger.add(structuredClone(last))).toBe(false)
        expect(reduce(ledger, told)).toBe(before)
      }),
      { seed, numRuns },
    )
  })
})
