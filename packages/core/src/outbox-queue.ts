import type { QueuedMessage } from './conversation.ts'
import type { Phase } from './items.ts'
import type { Intent } from './outbox-intent.ts'
import { launch, replace, store, type Outbox, type OutboxStep } from './outbox-state.ts'
import type { Command, Failure } from './transport.ts'

/** A message whose turn has not come. */
export interface HeldMessage extends Intent {
  readonly command: Extract<Command, { readonly type: 'send-message' }>
}

/** Refusals of one message that had waited, before the person is asked. */
const mostRefusals = 6
const longestRest = 8000

/** Whether an intent is a message that waits for its turn. */
export const isHeld = (intent: Intent): intent is HeldMessage =>
  intent.hold !== null && intent.command.type === 'send-message'

const isMessageUnderWay = ({ intents }: Outbox): boolean =>
  intents.some(
    ({ command, status }) =>
      command.type === 'send-message' && (status === 'sending' || status === 'unknown'),
  )

/** Whether a message has to wait: for a turn, or behind others, so that they go out as they were written. */
export const hasToWait = (outbox: Outbox, { command }: Intent, isBusy: boolean): boolean =>
  outbox.holdsMessages && command.type === 'send-message' && (isBusy || outbox.intents.some(isHeld))

/** Puts a message at the end of those that wait. */
export const join = (outbox: Outbox, intent: Intent): OutboxStep => [
  { ...outbox, intents: [...outbox.intents, { ...intent, hold: 'turn' }] },
  [store],
]

/** Lets what waited for the network leave; of several messages only the first. */
export const leaveInTurn = (outbox: Outbox, intent: Intent): OutboxStep => {
  const isSecond = outbox.holdsMessages && intent.command.type === 'send-message' && isMessageUnderWay(outbox)
  return isSecond ? [replace(outbox, { ...intent, hold: 'turn' }), [store]] : launch(outbox, intent, 0)
}

/** The message that leaves next, when nothing runs; `null` while none may. */
export const nextToLeave = (outbox: Outbox): HeldMessage | null => {
  if (!outbox.isOnline || outbox.isResting || isMessageUnderWay(outbox)) return null
  const first = outbox.intents.find(isHeld)
  return first?.hold === 'turn' ? first : null
}

// Browsers send a request again by themselves when the connection that it left on breaks: what was refused may be the
// second copy of a message that arrived and began the very turn that it was refused for.
const lookFirst = (outbox: Outbox, intent: Intent): OutboxStep => [
  replace(outbox, { ...intent, status: 'unknown', lookUps: 0, failure: null, hold: null }),
  [store, { type: 'look-up', id: intent.id, after: 0 }],
]

/** Lets the next message leave; one that was refused before is looked for first. */
export const release = (outbox: Outbox, sentAfter: number): OutboxStep => {
  const next = nextToLeave(outbox)
  if (!next) return [outbox, []]
  return next.attempts > 0 ? lookFirst(outbox, next) : launch(outbox, { ...next, sentAfter }, 0)
}

/** Lets a message leave at the person's word, though others wait before it. */
export const leaveNow = (outbox: Outbox, intent: Intent): OutboxStep =>
  isHeld(intent) && intent.attempts > 0 ? lookFirst(outbox, intent) : launch(outbox, intent, 0)

/** Gives a message that waits another text. */
export const edit = (outbox: Outbox, intent: Intent, text: string): OutboxStep =>
  isHeld(intent)
    ? [replace(outbox, { ...intent, command: { ...intent.command, text } }), [store]]
    : [outbox, []]

/** Keeps a message that waits from leaving while the person is at it. */
export const pause = (outbox: Outbox, intent: Intent, isPaused: boolean): OutboxStep =>
  isHeld(intent)
    ? [replace(outbox, { ...intent, hold: isPaused ? 'person' : 'turn' }), [store]]
    : [outbox, []]

/** Whether a refused message goes back to those that wait: a turn began elsewhere, and this one never arrived. */
export const isHeldAgain = (outbox: Outbox, { command, attempts }: Intent, { reason }: Failure): boolean =>
  outbox.holdsMessages && command.type === 'send-message' && reason === 'conflict' && attempts < mostRefusals

/** Puts a refused message back in its place, and lets nothing leave for a while. */
export const holdAgain = (outbox: Outbox, intent: Intent, failure: Failure): OutboxStep => {
  const held: Intent = { ...intent, status: 'queued', failure, hold: 'turn' }
  const ms = Math.min(1000 * 2 ** (intent.attempts - 1), longestRest)
  return [{ ...replace(outbox, held), isResting: true }, [store, { type: 'refresh' }, { type: 'rest', ms }]]
}

/** The messages that wait, as they are shown, first to leave first. */
export const queueOf = (intents: readonly Intent[], phase: Phase): readonly QueuedMessage[] =>
  intents.filter(isHeld).map(({ id, command, hold }) => ({
    intentId: id,
    text: command.text,
    attachments: command.attachments ?? [],
    waitsFor: hold === 'person' ? 'person' : phase === 'failed' ? 'failure' : 'turn',
  }))
