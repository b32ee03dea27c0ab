import type { Item } from './items.ts'
import type { Intent } from './outbox-intent.ts'

/** What a look at the conversation says of an intent whose answer was lost. `void`: it can take no effect any more. */
export type Finding = 'found' | 'void' | 'not-found'

// A call that ran out, or that is asked anew, was not decided by anybody's answer: not by this one either.
const isVoid = ({ command }: Intent, items: readonly Item[]): boolean =>
  command.type === 'decide' &&
  items.some(
    (item) =>
      item.kind === 'approval' &&
      item.callId === command.callId &&
      (item.status === 'expired' || item.status === 'changed'),
  )

const hasTakenEffect = (intent: Intent, items: readonly Item[]): boolean => {
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

/** Looks for an intent whose answer was lost in the conversation as it was just read. */
export const lookFor = (intent: Intent, items: readonly Item[]): Finding => {
  if (isVoid(intent, items)) return 'void'
  return hasTakenEffect(intent, items) ? 'found' : 'not-found'
}
