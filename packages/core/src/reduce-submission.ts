import type { AttemptId, CallId, StepId, WorkflowId } from './ids.ts'
import type { Submission } from './items.ts'
import type { Intent } from './outbox-intent.ts'

const noErrors: Readonly<Record<string, readonly string[]>> = {}

/** How an intent shows on its item. */
export const submissionOf = (intent: Intent): Submission => ({
  intentId: intent.id,
  status: intent.status,
  choice: intent.command.type === 'decide' ? intent.command.resolution : null,
  problem: intent.failure?.message ?? null,
  fieldErrors: intent.failure?.fieldErrors ?? noErrors,
})

const newest = (intents: readonly Intent[], isAbout: (intent: Intent) => boolean): Submission | null => {
  const intent = intents.findLast(isAbout)
  return intent ? submissionOf(intent) : null
}

const decides = ({ command }: Intent, callId: CallId): boolean =>
  command.type === 'decide' && command.callId === callId

export const decisionOn = (intents: readonly Intent[], callId: CallId): Submission | null =>
  newest(intents, (intent) => decides(intent, callId))

/** The parameters that this client's decision put in the place of those that were asked for. */
export const editedIn = (
  intents: readonly Intent[],
  callId: CallId,
): Readonly<Record<string, unknown>> | null => {
  const { command } = intents.findLast((intent) => intent.status === 'sent' && decides(intent, callId)) ?? {}
  return command?.type === 'decide' ? (command.parameters ?? null) : null
}

export const skipOf = (intents: readonly Intent[], attemptId: AttemptId): Submission | null =>
  newest(intents, ({ command }) => command.type === 'skip-connection' && command.attemptId === attemptId)

/** A retry or cancellation that is still under way or failed; one that arrived is told by the workflow itself. */
export const workflowSubmission = (
  intents: readonly Intent[],
  workflowId: WorkflowId | null,
): Submission | null =>
  newest(
    intents,
    ({ command, status }) =>
      (command.type === 'retry-step' || command.type === 'cancel-workflow') &&
      command.workflowId === workflowId &&
      status !== 'sent',
  )

/** The newest submission of a form in its present round: one from before it was asked again says nothing of it. */
export const formIntent = (
  intents: readonly Intent[],
  workflowId: WorkflowId | null,
  stepId: StepId,
): Intent | undefined =>
  intents.findLast(
    ({ command }) =>
      command.type === 'submit-form' && command.stepId === stepId && command.workflowId === workflowId,
  )
