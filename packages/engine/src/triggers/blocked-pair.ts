import type { WorkflowNode } from '../workflow.ts'
import { actionEvents } from './action-events.ts'
import type { ConversationEventType } from './conversation-event.ts'
import { listenedEvents } from './listened-events.ts'

/**
 * The event through which an action would start its own workflow again, or `null` when the pair is allowed. Labels make
 * no difference: “Add Label” is blocked under “Label Added”, whichever label it is.
 */
export function blockedPair(trigger: WorkflowNode, action: WorkflowNode): ConversationEventType | null {
  const listened = new Set(listenedEvents(trigger).map((event) => event.type))
  return actionEvents(action).find((event) => listened.has(event.type))?.type ?? null
}
