import type { ConversationEvent, SkillReference } from './events.ts'
import type { Fact } from './facts.ts'
import type { Item } from './items.ts'

type SkillEvent = ConversationEvent & SkillReference

const isOfWorkflow = (item: Item, workflowId: string | null, runId: string | null): boolean =>
  (item.kind === 'workflow' || item.kind === 'form') &&
  (workflowId === null ? item.runId === runId : item.workflowId === workflowId)

// Where the wire names no call, times tell one use of a skill from another.
const isOfSkill = (item: Item, event: SkillEvent): boolean => {
  if (item.kind !== 'skill' && item.kind !== 'approval') return false
  if (item.skillName !== event.skillName || item.runId !== event.runId) return false
  if (item.kind === 'approval' && event.callId !== null) return item.callId === event.callId
  return event.at === null || (event.type === 'skill-running' ? item.startedAt : item.endedAt) === event.at
}

const showsEvent = (item: Item, event: ConversationEvent): boolean => {
  switch (event.type) {
    case 'message':
    case 'text-delta':
      return item.kind === 'message' && item.messageId === event.messageId
    case 'approval-required':
      return item.kind === 'approval' && item.callId === event.callId
    case 'skill-running':
    case 'skill-completed':
    case 'skill-failed':
      return isOfSkill(item, event)
    case 'connection-required':
    case 'connection-authorized':
    case 'connection-failed':
      return item.kind === 'connection' && item.attemptId === event.attemptId
    case 'form-required':
      return (
        isOfWorkflow(item, event.workflowId, event.runId) &&
        (item.kind !== 'form' || item.stepId === event.stepId)
      )
    case 'workflow-started':
    case 'step-started':
    case 'step-completed':
    case 'step-failed':
    case 'workflow-ended':
    case 'workflow-failed':
    case 'workflow-cancelled':
      return item.kind === 'workflow' && isOfWorkflow(item, event.workflowId, event.runId)
    case 'turn-started':
    case 'turn-ended':
    case 'unknown':
      return false
  }
}

const shows = (item: Item, fact: Fact): boolean => {
  switch (fact.type) {
    case 'event':
      return showsEvent(item, fact.event)
    case 'history-message':
      return item.kind === 'message' && item.messageId === fact.message.messageId
    case 'decision':
      return item.kind === 'approval' && item.callId === fact.decision.callId
    case 'connection':
      return item.kind === 'connection' && item.attemptId === fact.connection.attemptId
    case 'workflow-snapshot':
      return fact.snapshot !== null && isOfWorkflow(item, fact.snapshot.workflowId, null)
    case 'workflow-snapshots':
      return fact.snapshots.some(({ workflowId }) => isOfWorkflow(item, workflowId, null))
    case 'events-expired':
      return item.kind === 'notice' && item.notice === 'events-expired'
    case 'backend-state':
    case 'run-settled':
      return false
  }
}

/** The items of a conversation that show what some facts tell. None: the facts concern the turn or the phase alone. */
export const itemsShowing = (facts: readonly Fact[], items: readonly Item[]): readonly Item[] =>
  items.filter((item) => facts.some((fact) => shows(item, fact)))
