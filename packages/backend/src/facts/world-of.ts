import type { Json, JsonObject, RunInput } from '@threadwork/engine'
import { isRecord } from '../is-record.ts'
import type { RunRecord } from '../store/run-records.ts'
import type { Facts } from './facts.ts'

/** What a run can read beside its own: the conversation as it is now, and the message that the run was started with. */
export function worldOf(facts: Facts, record: RunRecord, input: RunInput | null): JsonObject {
  const { teamId, conversationId, run } = record
  const message = objectOf(run.trigger['message'])
  const known = conversationId === null ? null : facts.get(teamId, conversationId)
  if (known) {
    const { conversation, contact, session } = facts.describe(known)
    return { conversation: { ...conversation }, contact, session, message }
  }
  return {
    conversation: sampleConversation(record, input),
    contact: objectOf(run.trigger['contact']),
    session: objectOf(run.trigger['session']),
    message,
  }
}

/** The nodes whose output is a conversation after their change. */
const changes: ReadonlySet<string> = new Set([
  'open-conversation',
  'resolve-conversation',
  'star-conversation',
  'unstar-conversation',
  'add-label',
  'remove-label',
  'assign-user',
  'assign-ai',
  'tag',
])

/**
 * The conversation of a run that belongs to none: the sample that it was started with, after what its own steps changed,
 * the one whose answer it takes now included.
 */
export function sampleConversation({ run }: RunRecord, input: RunInput | null): JsonObject {
  const isChange = (stepId: string): boolean => {
    const step = run.steps.find(({ id }) => id === stepId)
    return changes.has(run.workflow.nodes.find(({ id }) => id === step?.nodeId)?.type ?? '')
  }
  if (input?.type === 'step-succeeded' && isChange(input.stepId)) return objectOf(input.output)
  const last = run.steps.findLast((step) => step.status === 'completed' && isChange(step.id))
  const changed = objectOf(last?.output)
  return Object.keys(changed).length > 0 ? changed : objectOf(run.trigger['conversation'])
}

const objectOf = (value: Json | undefined): JsonObject => (isRecord(value) ? value : {})
