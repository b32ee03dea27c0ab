import type { User } from './config.ts'
import type { BackendContext } from './context.ts'
import type { FactsOwner } from './facts/facts-event.ts'
import { notFound } from './problem.ts'
import type { AttemptRecord, ConversationRecord, TurnRecord } from './store/chat-records.ts'
import type { Collection } from './store/records.ts'

/** A conversation of this user; a 404 for everybody else. Every read of what hangs on it begins here. */
export function readConversation(context: BackendContext, user: User, id: string): ConversationRecord {
  const conversation = context.store.get('conversations', id)
  if (conversation?.parent !== user.userId) throw notFound(`The conversation ${quote(id)}`)
  return conversation
}

/** The team whose workflows a conversation may start: its owner's. */
export const teamOfConversation = (context: BackendContext, id: string): string => {
  const conversation = context.store.get('conversations', id)
  return conversation?.teamId ?? conversation?.parent ?? ''
}

/** The newest turn of a conversation. */
export const newestTurn = (context: BackendContext, conversation: ConversationRecord): TurnRecord | null =>
  conversation.turnId === null ? null : context.store.get('turns', conversation.turnId)

/** A connection attempt in a conversation of this user. */
export function readAttempt(context: BackendContext, user: User, id: string): AttemptRecord {
  const attempt = context.store.get('attempts', id)
  const owner = attempt && context.store.get('conversations', attempt.parent)?.parent
  if (!attempt || owner !== user.userId) throw notFound(`The connection attempt ${quote(id)}`)
  return attempt
}

/** Whose facts those of a conversation are: its user's, in the user's team. */
export const factsOwner = (conversation: ConversationRecord, user: User): FactsOwner => ({
  conversationId: conversation.id,
  teamId: user.teamId ?? user.userId,
  userId: conversation.parent,
})

export function createConversation(context: BackendContext, user: User): ConversationRecord {
  const now = context.clock.now()
  const conversation: ConversationRecord = {
    id: context.makeId('conv'),
    parent: user.userId,
    teamId: user.teamId ?? user.userId,
    at: now,
    updatedAt: now,
    topic: null,
    lastEvent: null,
    turnId: null,
  }
  context.store.put('conversations', conversation)
  context.automation.facts.open(factsOwner(conversation, user))
  return conversation
}

const belongings: readonly Exclude<Collection, 'conversations'>[] = [
  'messages',
  'events',
  'turns',
  'approvals',
  'attempts',
  'tellings',
  'files',
  'feedback',
  'keys',
]

/** Takes a conversation away with everything in it; streams of its runs end. */
export function deleteConversation(context: BackendContext, { id }: ConversationRecord): void {
  for (const turn of context.store.list('turns', id)) {
    context.logs.get(turn.id)?.end()
    context.logs.delete(turn.id)
  }
  context.store.transaction(() => {
    for (const collection of belongings) {
      for (const record of context.store.list(collection, id)) context.store.remove(collection, record.id)
    }
    context.automation.facts.forget(id)
    context.store.remove('conversations', id)
  })
}

/** A name from a request as a sentence may show it. */
export const quote = (text: string): string => `“${text.slice(0, 80)}”`
