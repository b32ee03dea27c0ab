import type { Fact } from './facts.ts'
import type { CallId, RunId } from './ids.ts'
import type { Intent } from './outbox-intent.ts'
import { holdAgain, isHeldAgain } from './outbox-queue.ts'
import { launch, replace, store, type Outbox, type OutboxStep } from './outbox-state.ts'
import type { Failure, FailureReason, Outcome } from './transport.ts'

/** How long to wait, in milliseconds, before an intent that was not found is looked up once more. */
const secondLook = 3000
/** Tries of an idempotent command, the first included, before the person is asked. */
const mostTries = 4

/** What a definite answer to an intent taught. */
export const factOf = (intent: Intent): Fact | null => {
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

/** The backend has it. */
export const accept = (outbox: Outbox, intent: Intent, runId: RunId | null): OutboxStep => {
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
  if (isHeldAgain(outbox, intent, failure)) return holdAgain(outbox, intent, failure)
  const next: Intent = { ...intent, status: 'failed', failure }
  return [replace(outbox, next), isOverElsewhere(failure) ? [store, { type: 'refresh' }] : [store]]
}

/** What follows from a backend's answer. */
export const answer = (outbox: Outbox, intent: Intent, outcome: Outcome): OutboxStep =>
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

/** A complete read does not show it: it is looked for once more, and then given up; or sent, where it was refused only. */
export const miss = (outbox: Outbox, intent: Intent): OutboxStep => {
  if (intent.status !== 'unknown') return [outbox, []]
  if (intent.lookUps === 0)
    return [
      replace(outbox, { ...intent, lookUps: 1 }),
      [{ type: 'look-up', id: intent.id, after: secondLook }],
    ]
  if (!intent.isDoubtful) return launch(outbox, intent, 0)
  return [replace(outbox, { ...intent, status: 'failed', failure: neverArrived(intent) }), [store]]
}
