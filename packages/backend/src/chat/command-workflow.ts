import { type JsonObject, type RunInput, type Step, judge, validateValues } from '@threadwork/engine'
import type { User } from '../config.ts'
import type { BackendContext } from '../context.ts'
import { quote, readConversation } from '../conversation.ts'
import { HttpProblem, notFound } from '../problem.ts'
import type { RunRecord } from '../store/run-records.ts'
import { attemptOf } from './connections.ts'
import { settleConnection } from './settle-connection.ts'
import { decisionOf, formOf } from './question-form.ts'

/** What a person asks of a workflow on its card. */
export type CommandInput =
  | { readonly type: 'form-submitted'; readonly stepId: string; readonly values: JsonObject }
  | { readonly type: 'retry'; readonly stepId: string }
  | { readonly type: 'cancel' }

/** The same key is one effect, however often it arrives. */
export interface WorkflowCommand {
  readonly conversationId: string
  /** `null`: the newest one of the conversation. */
  readonly workflowId: string | null
  readonly idempotencyKey: string | null
  readonly input: CommandInput
}

/** Applies a command; 404 unknown, 409 done before, 410 over, 422 with `errors` by field. */
export function commandWorkflow(context: BackendContext, user: User, command: WorkflowCommand): RunRecord {
  const { conversationId, idempotencyKey, input } = command
  const conversation = readConversation(context, user, conversationId)
  const record = findRun(context, conversation.id, command.workflowId)
  const key = idempotencyKey === null ? null : `${conversation.id}:${input.type}:${idempotencyKey}`
  if (key !== null && context.store.get('keys', key)) return record
  const meant = meaningOf(context, user, record, input)
  refuse(record, meant)
  context.automation.unit.run(() => {
    const at = context.clock.now()
    if (key !== null) {
      context.store.put('keys', { id: key, parent: conversation.id, at, answer: { workflowId: record.id } })
    }
    give(context, record, meant)
  })
  return record
}

/** The newest run on a card in a conversation, or the one of that id in it. */
export function findRun(
  context: BackendContext,
  conversationId: string,
  workflowId: string | null,
): RunRecord {
  const tellings = context.store.list('tellings', conversationId)
  const telling =
    workflowId === null
      ? tellings.findLast(({ hasCard }) => hasCard)
      : tellings.find(({ id }) => id === workflowId)
  const record = telling ? context.automation.runner.get(telling.teamId, telling.id) : null
  if (!record) throw notFound(`The workflow ${quote(workflowId ?? 'of this conversation')}`)
  return record
}

const stepOf = ({ run }: RunRecord, stepId: string): Step | undefined =>
  run.steps.find((step) => step.id === stepId)

// An approval or a connection that was told as a form is answered by one.
function meaningOf(context: BackendContext, user: User, record: RunRecord, input: CommandInput): RunInput {
  if (input.type !== 'form-submitted') return input
  const { stepId, values } = input
  const step = stepOf(record, stepId)
  const question = step?.question
  if (!question || question.type === 'form') return input
  refuseValues(validateValues(formOf(context, { question, runId: record.id, stepId }).dataPoints, values))
  if (question.type === 'approval') return { type: 'decided', stepId, ...decisionOf(values), by: user.userId }
  const isConnected = attemptOf(context, record.id, stepId)?.status === 'authorized'
  if (values['connection'] === 'authorized' && !isConnected && step?.status === 'asking') {
    refuseValues({
      connection: ['The account is not connected yet. Open the link, allow it, and send this again.'],
    })
  }
  return { type: 'connection-settled', stepId, outcome: isConnected ? 'authorized' : 'skipped' }
}

function give(context: BackendContext, record: RunRecord, input: RunInput): void {
  const attempt = input.type === 'connection-settled' ? attemptOf(context, record.id, input.stepId) : null
  if (attempt && input.type === 'connection-settled') return settleConnection(context, attempt, input.outcome)
  context.automation.runner.input(record.teamId, record.id, input)
}

function refuseValues(errors: Readonly<Record<string, readonly string[]>>): void {
  if (Object.keys(errors).length === 0) return
  throw new HttpProblem(422, 'Some details need another look; each is named below.', {
    error_code: 'invalid_values',
    errors,
  })
}

function refuse({ run }: RunRecord, input: RunInput): void {
  const verdict = judge(run, input)
  switch (verdict.type) {
    case 'taken':
      return
    case 'done':
      throw new HttpProblem(409, 'This step was answered before. Read the conversation again.', {
        error_code: 'already_resumed',
      })
    case 'over':
      throw new HttpProblem(410, 'This step is over: the workflow has moved on or was cancelled.', {
        error_code: 'step_over',
      })
    case 'unknown-step':
      throw notFound('This step')
    case 'invalid':
      return refuseValues(verdict.errors)
  }
}
