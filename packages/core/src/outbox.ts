import type { Fact } from './facts.ts'
import type { CallId, IntentId, RunId } from './ids.ts'
import { isUnderWay, subjectOf, type Intent } from './outbox-intent.ts'
import type { CommandType, Failure, FailureReason, Outcome } from './transport.ts'

/** The intents of one conversation, oldest first. */
export interface Outbox {
  readonly intents: readonly Intent[]
  readonly isOnline: boolean
  /** Command types that carry an idempotency key. */
  readonly idempotent: readonly CommandType[]
}

export type OutboxInput =
  | { readonly type: 'ask'; readonly intent: Intent }
  | { readonly type: 'answered'; readonly id: IntentId; readonly outcome: Outcome }
  | { readonly type: 'run-named'; readonly id: IntentId; readonly runId: RunId }
  /** The conversation shows that the intent took effect. */
  | { readonly type: 'found'; readonly id: IntentId }
  /** A complete read does not show it. */
  | { readonly type: 'not-found'; readonly id: IntentId }
  | { readonly type: 'retry'; readonly id: IntentId }
  | { readonly type: 'discard'; readonly id: IntentId }
  | { readonly type: 'online' }
  | { readonly type: 'offline' }
  /** The intents that the storage kept over a reload. */
  | { readonly type: 'restore'; readonly intents: readonly Intent[] }

export type OutboxEffect =
  /** Write the intents down before anything leaves. */
  | { readonly type: 'store' }
  | { readonly type: 'send'; readonly id: IntentId; readonly after: number }
  /** Read the conversation and say whether the intent took effect. */
  | { readonly type: 'look-up'; readonly id: IntentId; readonly after: number }
  /** What a definite answer taught. */
  | { readonly type: 'learn'; readonly fact: Fact }
  | { readonly type: 'refresh' }

export type OutboxStep = readonly [Outbox, readonly OutboxEffect[]]

/** How long to wait, in milliseconds, before an intent that was not found is looked up once more. */
const secondLook = 3000
/** Tries of an idempotent command, the first included, before the person is asked. */
const mostTries = 4

export const createOutbox = (idempotent: readonly CommandType[]): Outbox => ({
  intents: [],
  isOnline: true,
  idempotent,
})

const store: OutboxEffect = { type: 'store' }

const replace = (outbox: Outbox, next: Intent): Outbox => ({
  ...outbox,
  intents: outbox.intents.map((intent) => (intent.id === next.id ? next : intent)),
})

const find = (outbox: Outbox, id: IntentId): Intent | undefined =>
  outbox.intents.find((intent) => intent.id === id)

const launch = (outbox: Outbox, intent: Intent, after: number): OutboxStep => {
  if (!outbox.isOnline) return [replace(outbox, { ...intent, status: 'queued', failure: null }), [store]]
  const next: Intent = {
    ...intent,
    status: 'sending',
    attempts: intent.attempts + 1,
    lookUps: 0,
    failure: null,
  }
  return [replace(outbox, next), [store, { type: 'send', id: intent.id, after }]]
}

// A second click finds the first one's intent. A retry or a cancellation that arrived may be asked for again.
const isTaken = (outbox: Outbox, intent: Intent): boolean => {
  const subject = subjectOf(intent)
  if (subject === null) return false
  const { type } = intent.command
  const isRepeatable = type === 'retry-step' || type === 'cancel-workflow'
  return outbox.intents.some(
    (known) =>
      subjectOf(known) === subject && (isUnderWay(known) || (known.status === 'sent' && !isRepeatable)),
  )
}

/** The intent that stands for one that was asked: itself, or an earlier one about the same thing. */
export const standsFor = (outbox: Outbox, asked: Intent): Intent | undefined => {
  const subject = subjectOf(asked)
  return outbox.intents.find(
    (known) => known.id === asked.id || (subject !== null && subjectOf(known) === subject),
  )
}

const ask = (outbox: Outbox, intent: Intent): OutboxStep => {
  if (isTaken(outbox, intent)) return [outbox, []]
  // A new try about the same thing takes the place of the one that failed.
  const subject = subjectOf(intent)
  const others = outbox.intents.filter((known) => subject === null || subjectOf(known) !== subject)
  // What the failed one sent may have arrived after all: a refusal may then be about that.
  const failed = outbox.intents.find((known) => !others.includes(known))
  const next: Intent = { ...intent, isDoubtful: failed?.isDoubtful ?? false }
  return launch({ ...outbox, intents: [...others, next] }, next, 0)
}

const factOf = (intent: Intent): Fact | null => {
  const { command } = intent
  if (command.type === 'decide')
    return {
      type: 'decision',
      decision: { callId: command.callId, resolution: command.resolution, by: 'me' },
    }
  if (command.type === 'skip-connection')
    return { type: 'connection', connection: { attemptId: command.attemptId, status: 'skipped', link: null } }
  return null
}

const accept = (outbox: Outbox, intent: Intent, runId: RunId | null): OutboxStep => {
  const next: Intent = { ...intent, status: 'sent', failure: null, runId: runId ?? intent.runId }
  const fact = factOf(intent)
  return [replace(outbox, next), fact ? [store, { type: 'learn', fact }] : [store]]
}

const isOverElsewhere = ({ reason }: Failure): boolean =>
  reason === 'conflict' || reason === 'gone' || reason === 'not-found' || isVoid(reason)

const isVoid = (reason: FailureReason): reason is 'expired' | 'changed' =>
  reason === 'expired' || reason === 'changed'

const resolveElsewhere = (
  outbox: Outbox,
  intent: Intent,
  callId: CallId,
  reason: FailureReason,
): OutboxStep => [
  { ...outbox, intents: outbox.intents.filter((known) => known.id !== intent.id) },
  [store, { type: 'learn', fact: refusedFact(intent, callId, reason) }, { type: 'refresh' }],
]

// After a lost answer the refusal may be about this client's own first try: then nobody can say whose it was.
const refusedFact = ({ isDoubtful }: Intent, callId: CallId, reason: FailureReason): Fact => ({
  type: 'decision',
  decision: {
    callId,
    resolution: isVoid(reason) ? reason : 'resolved',
    by: isDoubtful && !isVoid(reason) ? 'me' : 'elsewhere',
  },
})

const doubt = (outbox: Outbox, intent: Intent, failure: Failure): OutboxStep => {
  const isSafe = outbox.idempotent.includes(intent.command.type)
  if (isSafe && intent.attempts < mostTries && outbox.isOnline) {
    const next: Intent = {
      ...intent,
      status: 'sending',
      attempts: intent.attempts + 1,
      isDoubtful: true,
      failure,
    }
    return [
      replace(outbox, next),
      [store, { type: 'send', id: intent.id, after: 500 * 2 ** intent.attempts }],
    ]
  }
  const next: Intent = { ...intent, status: 'unknown', isDoubtful: true, failure }
  return [replace(outbox, next), [store, { type: 'look-up', id: intent.id, after: 0 }]]
}

const refuse = (outbox: Outbox, intent: Intent, failure: Failure): OutboxStep => {
  const { command } = intent
  if (failure.reason === 'unknown-outcome') return doubt(outbox, intent, failure)
  if (failure.reason === 'unreachable' && !outbox.isOnline)
    return [replace(outbox, { ...intent, status: 'queued', failure: null }), [store]]
  if (command.type === 'decide' && isOverElsewhere(failure))
    return resolveElsewhere(outbox, intent, command.callId, failure.reason)
  const next: Intent = { ...intent, status: 'failed', failure }
  return [replace(outbox, next), isOverElsewhere(failure) ? [store, { type: 'refresh' }] : [store]]
}

const answer = (outbox: Outbox, intent: Intent, outcome: Outcome): OutboxStep =>
  outcome.status === 'accepted'
    ? accept(outbox, intent, outcome.runId)
    : refuse(outbox, intent, outcome.failure)

const neverArrived = (intent: Intent): Failure => ({
  reason: 'unreachable',
  message:
    intent.command.type === 'send-message'
      ? 'The connection broke and the conversation does not show your message. Send it again?'
      : 'The connection broke and your answer did not arrive. Try again.',
  requestId: null,
  retryAfter: null,
  fieldErrors: {},
})

const miss = (outbox: Outbox, intent: Intent): OutboxStep => {
  if (intent.status !== 'unknown') return [outbox, []]
  if (intent.lookUps === 0)
    return [
      replace(outbox, { ...intent, lookUps: 1 }),
      [{ type: 'look-up', id: intent.id, after: secondLook }],
    ]
  return [replace(outbox, { ...intent, status: 'failed', failure: neverArrived(intent) }), [store]]
}

const resume = (outbox: Outbox): OutboxStep => {
  let next: Outbox = { ...outbox, isOnline: true }
  const effects: OutboxEffect[] = []
  for (const intent of outbox.intents) {
    if (intent.status === 'unknown') effects.push({ type: 'look-up', id: intent.id, after: 0 })
    if (intent.status !== 'queued') continue
    const [after, launched] = launch(next, intent, 0)
    next = after
    effects.push(...launched)
  }
  return [next, effects]
}

const lostSecrets: Failure = {
  reason: 'unreachable',
  message:
    'The page was reloaded before your answer arrived, and secret values are never kept. Fill them in again.',
  requestId: null,
  retryAfter: null,
  fieldErrors: {},
}

// What was on its way when the page went may or may not have arrived.
const revive = (intent: Intent): Intent => {
  if (intent.status === 'sent' || intent.status === 'failed') return intent
  if (intent.secretKeys.length > 0) return { ...intent, status: 'failed', failure: lostSecrets }
  return intent.attempts === 0 ? intent : { ...intent, status: 'unknown', isDoubtful: true, lookUps: 0 }
}

const restore = (outbox: Outbox, intents: readonly Intent[]): OutboxStep => {
  const known = new Set(outbox.intents.map(({ id }) => id))
  const revived = intents.filter(({ id }) => !known.has(id)).map(revive)
  const [next, effects] = resume({ ...outbox, intents: [...revived, ...outbox.intents] })
  const learnt = revived.flatMap((intent): OutboxEffect[] => {
    const fact = intent.status === 'sent' ? factOf(intent) : null
    return fact ? [{ type: 'learn', fact }] : []
  })
  return [next, [...learnt, ...effects]]
}

const withIntent = (outbox: Outbox, id: IntentId, act: (intent: Intent) => OutboxStep): OutboxStep => {
  const intent = find(outbox, id)
  return intent ? act(intent) : [outbox, []]
}

/** What the person wants, made to happen at most once. Pure: the session performs the effects. */
export const stepOutbox = (outbox: Outbox, input: OutboxInput): OutboxStep => {
  switch (input.type) {
    case 'ask':
      return ask(outbox, input.intent)
    case 'answered':
      return withIntent(outbox, input.id, (intent) => answer(outbox, intent, input.outcome))
    case 'run-named':
      return withIntent(outbox, input.id, (intent) => [
        replace(outbox, { ...intent, runId: input.runId }),
        [store],
      ])
    case 'found':
      return withIntent(outbox, input.id, (intent) =>
        intent.status === 'unknown' ? accept(outbox, intent, null) : [outbox, []],
      )
    case 'not-found':
      return withIntent(outbox, input.id, (intent) => miss(outbox, intent))
    case 'retry':
      return withIntent(outbox, input.id, (intent) =>
        intent.status === 'failed' ? launch(outbox, intent, 0) : [outbox, []],
      )
    case 'discard':
      return [{ ...outbox, intents: outbox.intents.filter(({ id }) => id !== input.id) }, [store]]
    case 'online':
      return resume(outbox)
    case 'offline':
      return [{ ...outbox, isOnline: false }, []]
    case 'restore':
      return restore(outbox, input.intents)
  }
}
