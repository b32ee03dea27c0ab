import type { WorkflowNode } from '../workflow.ts'
import { knownLabels } from './action-events.ts'
import { conversationEventTypes, type ConversationEventType } from './conversation-event.ts'

/** An event that a trigger listens to; `labels`: only to these, `null` to all. */
export interface ListenedEvent {
  readonly type: ConversationEventType
  readonly labels: readonly string[] | null
}

const afterConversation: ReadonlySet<string> = new Set(['ai-decision', 'intent', 'hybrid', 'memory'])

/**
 * The events that a trigger's node listens to: its own, or the end of a conversation (`conversation-resolved`) where it
 * listens after it. None for what a person, a clock or a web hook starts, and for what listens to messages.
 */
export function listenedEvents(node: WorkflowNode): readonly ListenedEvent[] {
  const own = conversationEventTypes.find((type) => type === node.type)
  if (own !== undefined) {
    return [{ type: own, labels: own.startsWith('label-') ? knownLabels(node.config['labels']) : null }]
  }
  const isAfter = afterConversation.has(node.type) && node.config['when'] === 'after'
  return isAfter ? [{ type: 'conversation-resolved', labels: null }] : []
}
