import type { ConversationEventType } from './conversation-event.ts'
import type { Loop } from './find-loops.ts'

const done: Readonly<Record<ConversationEventType, string>> = {
  'conversation-created': 'creates a conversation',
  'session-started': 'starts a session',
  'ai-assigned': 'assigns it to AI',
  'human-assigned': 'assigns it to a person',
  'conversation-opened': 'opens it',
  'conversation-resolved': 'resolves it',
  'conversation-starred': 'stars it',
  'label-added': 'adds a label',
  'label-removed': 'removes a label',
}

/** What an event does, as part of a sentence about a conversation. */
export const doneBy = (event: ConversationEventType): string => done[event]

/** A loop in one sentence, with its whole way. */
export function loopSentence(loop: Loop): string {
  const way = loop.map((step) => `“${step.name}” ${done[step.event]}`).join(', ')
  return `These workflows would start each other without end: ${way}, which starts “${loop[0]?.name ?? ''}” again. Take one of these actions out, or listen to something else.`
}
