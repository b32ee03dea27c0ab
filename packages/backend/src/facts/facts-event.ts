import type { ConversationEvent } from '@threadwork/engine'
import type { CausedEvent } from './change-facts.ts'

/** Where an event comes from: the workflows that led to it, one for each that started the next. */
export interface Cause {
  /** How many runs, one started by the other, led to it; 0 for what a person or the API did. */
  readonly depth: number
  readonly message: { readonly text: string } | null
}

/** What triggers that listen to a conversation are judged at. */
export type MessageReceived = Pick<ConversationEvent, 'conversation' | 'contact' | 'session' | 'message'> & {
  readonly type: 'message-received'
}

/** What happens to a conversation, with its owner, for those who listen. */
export interface FactsEvent {
  readonly teamId: string
  readonly conversationId: string
  readonly event: ConversationEvent | MessageReceived
  readonly cause: Cause
}

/** Whose conversation it is. */
export interface FactsOwner {
  readonly conversationId: string
  readonly teamId: string
  readonly userId: string
}

/** An event by its type and what belongs to it alone. */
export type OutsideEvent =
  | CausedEvent
  | { readonly type: 'conversation-created' }
  | { readonly type: 'session-started'; readonly sessionId: string }
