import type { JsonObject, WorkflowNode } from '@threadwork/engine'
import { isRecord } from '../is-record.ts'

/** What a test begins with: the event's data, and variables. */
export interface Sample {
  readonly trigger: JsonObject
  readonly input: JsonObject
}

const message = 'Hello! This is urgent: my last order has not arrived, and I want to cancel it.'

/** Sample data for a trigger (C72), at `now` in milliseconds since 1970. Without a trigger it is that of a manual start. */
export function sampleFor(trigger: WorkflowNode | null, now: number): Sample {
  const type = trigger?.type ?? 'manual'
  const config = trigger?.config ?? {}
  if (type === 'manual') return { trigger: { type }, input: inputOf(config) }
  if (type === 'schedule') return { trigger: { type, at: new Date(now).toISOString() }, input: {} }
  if (type === 'webhook-received') {
    return {
      trigger: { type, body: { event: 'order.cancelled', orderId: 'A-1001' }, headers: {} },
      input: {},
    }
  }
  return { trigger: { type, ...conversationEvent(type, config) }, input: {} }
}

function conversationEvent(type: string, config: JsonObject): JsonObject {
  const conversation = {
    id: 'sample-conversation',
    status: type === 'conversation-resolved' ? 'resolved' : 'open',
    labels: labelsOf(config),
    channel: typeof config['channel'] === 'string' ? config['channel'] : 'webchat',
    starred: type === 'conversation-starred',
    assignee: assigneeOf(type),
  }
  const people = {
    contact: { name: 'Ada Example', email: 'ada@example.com', plan: 'enterprise', vip: true },
    session: {},
    message: { text: phraseOf(config) ?? message },
  }
  return { conversation, ...people, ...detailsOf(type, config) }
}

/** What an event says beside the conversation, as `triggerData` of the engine has it. */
function detailsOf(type: string, config: JsonObject): JsonObject {
  if (type === 'label-added' || type === 'label-removed') return { labels: labelsOf(config) }
  if (type === 'session-started') return { sessionId: 'sample-session' }
  const assignee = assigneeOf(type)
  return assignee === null ? {} : { assignee }
}

function labelsOf({ labels }: JsonObject): readonly string[] {
  const texts = Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : []
  return texts.length > 0 ? texts : ['urgent']
}

const assigneeOf = (type: string): string | null => {
  if (type === 'ai-assigned') return 'General support persona'
  return type === 'human-assigned' ? 'Senior agent' : null
}

const phraseOf = ({ phrases }: JsonObject): string | null => {
  const [first] = Array.isArray(phrases) ? phrases : []
  return typeof first === 'string' ? first : null
}

/** A value for each field of a manual trigger's form. */
function inputOf({ input }: JsonObject): JsonObject {
  const fields = Array.isArray(input) ? input : []
  const entries = fields.flatMap((field): readonly (readonly [string, string])[] => {
    const key = isRecord(field) ? field['key'] : null
    return typeof key === 'string' ? [[key, `sample ${key}`]] : []
  })
  return Object.fromEntries(entries)
}
