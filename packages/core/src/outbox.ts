import type { IntentId } from './ids.ts'
import { accept, answer, factOf, miss } from './outbox-answer.ts'
import { isUnderWay, subjectOf, type Intent } from './outbox-intent.ts'
import { edit, hasToWait, isHeld, join, leaveInTurn, leaveNow, pause, release } from './outbox-queue.ts'
import {
  find,
  launch,
  replace,
  store,
  type Outbox,
  type OutboxEffect,
  type OutboxInput,
  type OutboxStep,
} from './outbox-state.ts'
import type { Failure } from './transport.ts'

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

const ask = (outbox: Outbox, intent: Intent, isBusy: boolean): OutboxStep => {
  if (isTaken(outbox, intent)) return [outbox, []]
  if (hasToWait(outbox, intent, isBusy)) return join(outbox, intent)
  // A new try about the same thing takes the place of the one that failed.
  const subject = subjectOf(intent)
  const others = outbox.intents.filter((known) => subject === null || subjectOf(known) !== subject)
  // What the failed one sent may have arrived after all: a refusal may then be about that.
  const failed = outbox.intents.find((known) => !others.includes(known))
  const next: Intent = { ...intent, isDoubtful: failed?.isDoubtful ?? false }
  return launch({ ...outbox, intents: [...others, next] }, next, 0)
}

const resume = (outbox: Outbox): OutboxStep => {
  let next: Outbox = { ...outbox, isOnline: true }
  const effects: OutboxEffect[] = []
  for (const intent of outbox.intents) {
    if (intent.status === 'unknown') effects.push({ type: 'look-up', id: intent.id, after: 0 })
    if (intent.status !== 'queued' || intent.hold !== null) continue
    const [after, launched] = leaveInTurn(next, intent)
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
  // What waited was never sent, or refused for certain. Nobody is at it any more.
  if (intent.hold !== null) return { ...intent, hold: 'turn' }
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

const drop = (outbox: Outbox, id: IntentId): OutboxStep => [
  { ...outbox, intents: outbox.intents.filter((intent) => intent.id !== id) },
  [store],
]

const withIntent = (outbox: Outbox, id: IntentId, act: (intent: Intent) => OutboxStep): OutboxStep => {
  const intent = find(outbox, id)
  return intent ? act(intent) : [outbox, []]
}

/** What the person wants, made to happen at most once. Pure: the session performs the effects. */
export const stepOutbox = (outbox: Outbox, input: OutboxInput): OutboxStep => {
  switch (input.type) {
    case 'ask':
      return ask(outbox, input.intent, input.isBusy ?? false)
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
    case 'void':
      return withIntent(outbox, input.id, (intent) =>
        intent.status === 'unknown' ? drop(outbox, intent.id) : [outbox, []],
      )
    case 'not-found':
      return withIntent(outbox, input.id, (intent) => miss(outbox, intent))
    case 'retry':
      return withIntent(outbox, input.id, (intent) =>
        intent.status === 'failed' || isHeld(intent) ? leaveNow(outbox, intent) : [outbox, []],
      )
    case 'edit':
      return withIntent(outbox, input.id, (intent) => edit(outbox, intent, input.text))
    case 'pause':
      return withIntent(outbox, input.id, (intent) => pause(outbox, intent, input.isPaused))
    case 'release':
      return release(outbox, input.sentAfter)
    case 'rested':
      return [{ ...outbox, isResting: false }, []]
    case 'discard':
      return drop(outbox, input.id)
    case 'online':
      return resume(outbox)
    case 'offline':
      return [{ ...outbox, isOnline: false }, []]
    case 'restore':
      return restore(outbox, input.intents)
  }
}
