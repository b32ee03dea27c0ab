import type { Json } from '../json.ts'
import type { WorkflowNode } from '../workflow.ts'
import type { ConversationEvent } from './conversation-event.ts'

/**
 * Whether an event starts the workflow of this trigger: it is of its type, on its channel, and one of its labels is there
 * (for a label's trigger: one of those that came or went). Words are compared without regard to case; a filter that says
 * nothing lets everything through.
 */
export function matchTrigger(node: WorkflowNode, event: ConversationEvent): boolean {
  if (node.type !== event.type) return false
  const { channel, labels } = node.config
  return isOn(channel, event.conversation.channel) && hasOne(labels, labelsOf(event))
}

const labelsOf = (event: ConversationEvent): readonly string[] =>
  'labels' in event ? event.labels : event.conversation.labels

const isOn = (channel: Json | undefined, actual: string): boolean =>
  typeof channel !== 'string' || channel.trim() === '' || lower(channel) === lower(actual)

function hasOne(wanted: Json | undefined, actual: readonly string[]): boolean {
  if (!Array.isArray(wanted) || wanted.length === 0) return true
  const there = new Set(actual.map(lower))
  return wanted.some((label: Json) => typeof label === 'string' && there.has(lower(label)))
}

const lower = (word: string): string => word.trim().toLowerCase()
