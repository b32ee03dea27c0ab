import type { Json } from '../json.ts'
import type { WorkflowNode } from '../workflow.ts'
import type { ConversationEventType } from './conversation-event.ts'

/** An event that an action can cause. `labels`: which ones, `null` when that is only known in a run, or does not matter. */
export interface CausedEvent {
  readonly type: ConversationEventType
  readonly labels: readonly string[] | null
}

const causes: Readonly<Record<string, ConversationEventType>> = {
  'open-conversation': 'conversation-opened',
  'resolve-conversation': 'conversation-resolved',
  'end-conversation': 'conversation-resolved',
  'star-conversation': 'conversation-starred',
  'add-label': 'label-added',
  'remove-label': 'label-removed',
  'assign-user': 'human-assigned',
  escalate: 'human-assigned',
  'assign-ai': 'ai-assigned',
}

/**
 * The events that a node can cause in its conversation. What a tool, a skill or a called server does is not known here;
 * a run's budget ends what goes round through them.
 */
export function actionEvents(node: WorkflowNode): readonly CausedEvent[] {
  const type = Object.hasOwn(causes, node.type) ? causes[node.type] : undefined
  if (type === undefined) return []
  return [{ type, labels: node.type.endsWith('-label') ? knownLabels(node.config['labels']) : null }]
}

/** Labels that are written out; `null` when one of them is a template, or there is none. */
export function knownLabels(labels: Json | undefined): readonly string[] | null {
  if (!Array.isArray(labels) || labels.length === 0) return null
  const isWritten = (label: Json): label is string => typeof label === 'string' && !label.includes('{{')
  return labels.every(isWritten) ? labels.filter(isWritten) : null
}
