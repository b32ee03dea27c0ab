import type { JsonObject } from '../json.ts'
import type { ConversationEvent } from './conversation-event.ts'

/** What a run keeps of the event that started it, read as `trigger.…`. */
export const triggerData = ({ conversation, message, ...event }: ConversationEvent): JsonObject => ({
  type: event.type,
  conversation: { ...conversation },
  message: message === null ? null : { text: message.text },
  ...('labels' in event && { labels: event.labels }),
  ...('assignee' in event && { assignee: event.assignee }),
  ...('sessionId' in event && { sessionId: event.sessionId }),
})

/** The world as a template reads it when the event has happened. */
export const worldOf = ({ conversation, contact, session, message }: ConversationEvent): JsonObject => ({
  conversation: { ...conversation },
  contact,
  session,
  message: message === null ? null : { text: message.text },
})
