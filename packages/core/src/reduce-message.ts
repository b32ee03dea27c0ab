import type { Attachment } from './attachment.ts'
import type { HistoryMessage } from './facts.ts'
import type { RunId } from './ids.ts'
import type { MessageItem } from './items.ts'
import type { Intent } from './outbox-intent.ts'
import type { Placed } from './reduce-place.ts'
import type { MessageDraft } from './reduce-run.ts'
import { submissionOf } from './reduce-submission.ts'

/** Which messages of the history are which intents of this client, both ways. */
export interface Acknowledgements {
  readonly intentOf: ReadonlyMap<string, Intent>
  readonly isAcknowledged: ReadonlySet<string>
}

const hasLeft = (intent: Intent): boolean => intent.command.type === 'send-message' && intent.hold === null

const attachmentsOf = (intent: Intent | undefined): readonly Attachment[] =>
  intent?.command.type === 'send-message' ? (intent.command.attachments ?? []) : []

// Left out where there are none, so that an item without files stays as small as before.
const withFiles = (files: readonly Attachment[]): Pick<MessageItem, 'attachments'> =>
  files.length > 0 ? { attachments: files } : {}

// Likewise; a history that does not tell of them leaves what the stream told.
const withOffer = (
  told: Pick<MessageItem, 'actions' | 'isScripted'>,
): Pick<MessageItem, 'actions' | 'isScripted'> => ({
  ...(told.actions && told.actions.length > 0 ? { actions: told.actions } : {}),
  ...(told.isScripted === true ? { isScripted: true } : {}),
})

const textOf = (intent: Intent): string => (intent.command.type === 'send-message' ? intent.command.text : '')

// By name where the backend keeps one, by run where the stream named it, else the first of that text that is new.
const isCopyOf = (intent: Intent, message: HistoryMessage): boolean => {
  if (intent.messageId !== null) return message.messageId === intent.messageId
  if (message.intentId !== null) return message.intentId === intent.id
  if (intent.runId !== null && message.runId !== null) return message.runId === intent.runId
  return message.at > intent.sentAfter && message.text.trim() === textOf(intent).trim()
}

/** Finds, for each message that this client sent, the copy that the history has of it. */
export const matchIntents = (
  users: readonly HistoryMessage[],
  intents: readonly Intent[],
): Acknowledgements => {
  const intentOf = new Map<string, Intent>()
  const isAcknowledged = new Set<string>()
  for (const intent of intents) {
    if (!hasLeft(intent)) continue
    const copy = users.find((message) => !intentOf.has(message.messageId) && isCopyOf(intent, message))
    if (!copy) continue
    intentOf.set(copy.messageId, intent)
    isAcknowledged.add(intent.id)
  }
  return { intentOf, isAcknowledged }
}

/** A person's message as the history has it; before its run where the history names the run. */
export const placeUser = (message: HistoryMessage, intent: Intent | undefined, runStart: number): Placed => {
  const item: MessageItem = {
    kind: 'message',
    id: message.messageId,
    key: intent?.id ?? message.messageId,
    runId: message.runId,
    at: message.at,
    role: 'user',
    messageId: message.messageId,
    text: message.text,
    status: 'complete',
    submission: null,
    // A history that tells of no files does not take away what this client knows of its own message.
    ...withFiles(message.attachments ?? attachmentsOf(intent)),
  }
  const at = Math.min(message.at, runStart)
  return { item, place: { at, rank: 0, start: at, runId: null, position: 0, name: message.messageId } }
}

/** A reply that only the history has. */
export const placeReply = (message: HistoryMessage): Placed => {
  const { messageId, runId, at, text, attachments = [] } = message
  const item: MessageItem = {
    kind: 'message',
    id: messageId,
    key: messageId,
    runId,
    at,
    role: 'agent',
    messageId,
    text,
    status: 'complete',
    submission: null,
    ...withFiles(attachments),
    ...withOffer(message),
  }
  return { item, place: { at, rank: 2, start: at, runId: null, position: 0, name: messageId } }
}

/** A message that only this client knows: directly before its run where that is named, else last. */
export const placePending = (
  intent: Intent,
  index: number,
  runStart: number | undefined,
  runId: RunId | null,
): Placed => {
  const item: MessageItem = {
    kind: 'message',
    id: intent.id,
    key: intent.id,
    runId,
    at: runStart ?? null,
    role: 'user',
    messageId: null,
    text: textOf(intent),
    status: 'pending',
    submission: submissionOf(intent),
    ...withFiles(attachmentsOf(intent)),
  }
  const at = runStart ?? Infinity
  return {
    item,
    place: {
      at,
      rank: runStart === undefined ? 2 : 0,
      start: at,
      runId: null,
      position: index,
      name: intent.id,
    },
  }
}

/** A message of a run, with the history's text where it has one: the history may have been edited. */
export const itemOfMessage = (
  draft: MessageDraft,
  copy: HistoryMessage | undefined,
  isRunOver: boolean,
): MessageItem => ({
  kind: 'message',
  id: draft.messageId,
  key: draft.messageId,
  runId: draft.place.runId,
  at: Number.isFinite(draft.place.at) ? draft.place.at : null,
  role: 'agent',
  messageId: draft.messageId,
  text: copy?.text ?? draft.text,
  status: draft.isWhole || isRunOver || copy ? 'complete' : 'streaming',
  submission: null,
  ...withOffer({ ...draft.told, ...(copy ? withOffer(copy) : {}) }),
})
