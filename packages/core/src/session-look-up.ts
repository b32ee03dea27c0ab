import type { Item } from './items.ts'
import type { Intent } from './outbox-intent.ts'

/** Whether the conversation, just read, shows that an intent whose answer was lost took effect after all. */
export const hasTakenEffect = (intent: Intent, items: readonly Item[]): boolean => {
  const { command } = intent
  switch (command.type) {
    case 'send-message':
      // Matched by the reducer: a copy in the history takes the place of the pending one and keeps its key.
      return items.some(
        (item) => item.key === intent.id && item.kind === 'message' && item.status === 'complete',
      )
    case 'decide':
      return items.some(
        (item) => item.kind === 'approval' && item.callId === command.callId && item.status !== 'awaiting',
      )
    case 'submit-form':
      return items.some(
        (item) =>
          item.kind === 'form' &&
          item.stepId === command.stepId &&
          item.workflowId === command.workflowId &&
          (item.status !== 'awaiting' || item.round > intent.round),
      )
    case 'retry-step':
      return items.some(
        (item) =>
          item.kind === 'workflow' &&
          item.workflowId === command.workflowId &&
          item.steps.some((step) => step.stepId === command.stepId && step.status !== 'failed'),
      )
    case 'cancel-workflow':
      return items.some(
        (item) =>
          item.kind === 'workflow' &&
          item.workflowId === command.workflowId &&
          item.status !== 'running' &&
          item.status !== 'awaiting-input',
      )
    case 'skip-connection':
      return items.some(
        (item) =>
          item.kind === 'connection' &&
          item.attemptId === command.attemptId &&
          item.status !== 'auth-required' &&
          item.status !== 'failed',
      )
  }
}
