import type { Fact } from './facts.ts'
import type { IntentId, RunId } from './ids.ts'
import type { Intent } from './outbox-intent.ts'
import type { CommandType, Outcome } from './transport.ts'

/** The intents of one conversation, oldest first. */
export interface Outbox {
  readonly intents: readonly Intent[]
  readonly isOnline: boolean
  /** Command types that carry an idempotency key. */
  readonly idempotent: readonly CommandType[]
  /** A message waits for the running turn to end, because the backend takes none meanwhile. */
  readonly holdsMessages: boolean
  /** The backend has just refused a message that had waited: nothing goes out for a while. */
  readonly isResting: boolean
}

export type OutboxInput =
  /** `isBusy`: a turn runs, or a message is on its way. */
  | { readonly type: 'ask'; readonly intent: Intent; readonly isBusy?: boolean }
  | { readonly type: 'answered'; readonly id: IntentId; readonly outcome: Outcome }
  | { readonly type: 'run-named'; readonly id: IntentId; readonly runId: RunId }
  /** The conversation shows that the intent took effect. */
  | { readonly type: 'found'; readonly id: IntentId }
  /** A complete read shows that it can take no effect any more, whether it arrived or not. */
  | { readonly type: 'void'; readonly id: IntentId }
  /** A complete read does not show it. */
  | { readonly type: 'not-found'; readonly id: IntentId }
  /** Sends what failed, or what waits, now. */
  | { readonly type: 'retry'; readonly id: IntentId }
  | { readonly type: 'discard'; readonly id: IntentId }
  /** Another text for a message that waits. */
  | { readonly type: 'edit'; readonly id: IntentId; readonly text: string }
  /** The person is at a message that waits: it stays, and so does all behind it. */
  | { readonly type: 'pause'; readonly id: IntentId; readonly isPaused: boolean }
  /** Nothing runs. `sentAfter`: history up to this server time cannot be a message that leaves now. */
  | { readonly type: 'release'; readonly sentAfter: number }
  | { readonly type: 'rested' }
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
  /** Say `rested` after `ms` milliseconds. */
  | { readonly type: 'rest'; readonly ms: number }

export type OutboxStep = readonly [Outbox, readonly OutboxEffect[]]

export const createOutbox = (idempotent: readonly CommandType[], holdsMessages: boolean = false): Outbox => ({
  intents: [],
  isOnline: true,
  idempotent,
  holdsMessages,
  isResting: false,
})

/** Writes the intents down. */
export const store: OutboxEffect = { type: 'store' }

/** The outbox with an intent in the place of its older self. */
export const replace = (outbox: Outbox, next: Intent): Outbox => ({
  ...outbox,
  intents: outbox.intents.map((intent) => (intent.id === next.id ? next : intent)),
})

/** The intent of that name. */
export const find = (outbox: Outbox, id: IntentId): Intent | undefined =>
  outbox.intents.find((intent) => intent.id === id)

/** Lets an intent leave after `after` milliseconds; offline it is kept until the browser is back. */
export const launch = (outbox: Outbox, intent: Intent, after: number): OutboxStep => {
  if (!outbox.isOnline)
    return [replace(outbox, { ...intent, status: 'queued', failure: null, hold: null }), [store]]
  const next: Intent = {
    ...intent,
    status: 'sending',
    attempts: intent.attempts + 1,
    lookUps: 0,
    failure: null,
    hold: null,
  }
  return [replace(outbox, next), [store, { type: 'send', id: intent.id, after }]]
}
