import type { JsonObject } from '../json.ts'

/** What is known of a conversation when something happens to it. */
export interface ConversationFacts {
  readonly id: string
  readonly status: 'open' | 'resolved'
  readonly labels: readonly string[]
  /** `whatsapp`, `instagram`, `facebook`, `webchat`, or a channel of the host's own. */
  readonly channel: string
  readonly starred: boolean
  /** A person's or a persona's id; `null` while nobody has it. */
  readonly assignee: string | null
  /** Whether it was handed to people, and they are not done with it. */
  readonly escalated?: boolean
}

interface EventBase {
  /** As it is after what happened. */
  readonly conversation: ConversationFacts
  /** The contact's memory. */
  readonly contact: JsonObject
  /** The session's memory. */
  readonly session: JsonObject
  /** The message that it happened with. */
  readonly message: { readonly text: string } | null
}

/** What happens to a conversation, and can start a workflow. */
export type ConversationEvent = EventBase &
  (
    | { readonly type: 'conversation-created' }
    | { readonly type: 'session-started'; readonly sessionId: string }
    /** `assignee`: the persona that has it now, or the person. */
    | { readonly type: 'ai-assigned' | 'human-assigned'; readonly assignee: string }
    | { readonly type: 'conversation-opened' | 'conversation-resolved' | 'conversation-starred' }
    /** `labels`: those that came or went with this change. */
    | { readonly type: 'label-added' | 'label-removed'; readonly labels: readonly string[] }
  )

export type ConversationEventType = ConversationEvent['type']

/** All nine, in the order of seed 004. */
export const conversationEventTypes: readonly ConversationEventType[] = [
  'conversation-created',
  'session-started',
  'ai-assigned',
  'human-assigned',
  'conversation-opened',
  'conversation-resolved',
  'conversation-starred',
  'label-added',
  'label-removed',
]
