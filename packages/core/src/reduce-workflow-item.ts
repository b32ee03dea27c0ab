import type { FormItem, StepStatus, WorkflowItem, WorkflowStep } from './items.ts'
import type { WorkflowLog } from './ledger-workflow-log.ts'
import { inLanes } from './lane-order.ts'
import type { Intent } from './outbox-intent.ts'
import { isActive, isAlive, type FormDraft, type WorkflowFold } from './reduce-workflow-step.ts'
import { formIntent, submissionOf, workflowSubmission } from './reduce-submission.ts'

const statusOver = (status: StepStatus, isOver: boolean): StepStatus =>
  isOver && isActive(status) ? 'unknown' : status

const stepOf = (step: WorkflowFold['steps'][number], isOver: boolean): WorkflowStep => ({
  stepId: step.stepId,
  message: step.message,
  status: statusOver(step.status, isOver),
  error: step.error,
  attempts: step.attempts,
  lane: step.lane,
  ...(step.canRetry === null ? {} : { canRetry: step.canRetry }),
  ...(step.isScripted ? { isScripted: true } : {}),
})

/** A workflow's card. `isOver`: the run that carried it is over. */
export const itemOfWorkflow = (
  log: WorkflowLog,
  fold: WorkflowFold,
  intents: readonly Intent[],
  isOver: boolean,
): WorkflowItem => ({
  kind: 'workflow',
  id: `workflow:${log.key}`,
  key: `workflow:${log.key}`,
  runId: log.runId,
  at: log.at > 0 ? log.at : null,
  workflowId: log.id,
  name: fold.name,
  status: isOver && isAlive(fold) ? 'ended' : fold.status,
  ...(fold.error === null || fold.status !== 'halted' ? {} : { error: fold.error }),
  steps: inLanes(fold.steps).map((step) => stepOf(step, isOver)),
  submission: workflowSubmission(intents, log.id),
})

const withoutSecrets = (
  form: FormDraft,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const secret = new Set(form.dataPoints.filter((field) => field.isSecret).map((field) => field.key))
  return Object.fromEntries(Object.entries(values).filter(([key]) => !secret.has(key)))
}

/** A step's form: open while its step waits and no answer of this round has arrived. */
export const itemOfForm = (
  log: WorkflowLog,
  fold: WorkflowFold,
  form: FormDraft,
  intents: readonly Intent[],
  isOver: boolean,
): FormItem => {
  const step = fold.steps.find((candidate) => candidate.stepId === form.stepId)
  const isWaiting = !isOver && step?.status === 'awaiting-input'
  const sent = formIntent(intents, log.id, form.stepId)
  const isCurrent = sent !== undefined && (!isWaiting || sent.round === form.rounds)
  const hasArrived = sent?.status === 'sent'
  const values = sent?.command.type === 'submit-form' ? sent.command.values : null
  const id = `form:${log.key}/${form.stepId}`
  return {
    kind: 'form',
    id,
    key: id,
    runId: log.runId,
    at: form.at,
    workflowId: log.id,
    workflowName: fold.name,
    stepId: form.stepId,
    message: form.message,
    dataPoints: form.dataPoints,
    problems: form.problems,
    round: form.rounds,
    status: isWaiting ? (isCurrent && hasArrived ? 'submitted' : 'awaiting') : 'closed',
    submission: isCurrent && isWaiting ? submissionOf(sent) : null,
    answers: isCurrent && hasArrived && values ? withoutSecrets(form, values) : null,
  }
}
