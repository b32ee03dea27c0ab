import { type RunInput, judge } from '@threadwork/engine/linear'
import type { User } from '../config.ts'
import type { BackendContext } from '../context.ts'
import { quote, readConversation } from '../conversation.ts'
import { HttpProblem, notFound } from '../problem.ts'
import type { WorkflowRecord } from '../store/records.ts'
import { goOn } from './advance.ts'
import { applyInput } from './workflow-run.ts'

/** What a person asks of a workflow. The same key is one effect, however often it arrives. */
export interface WorkflowCommand {
  readonly conversationId: string
  /** `null`: the newest one of the conversation. */
  readonly workflowId: string | null
  readonly idempotencyKey: string | null
  readonly input: Extract<RunInput, { readonly type: 'form-submitted' | 'retry' | 'cancel' }>
}

/** Applies a command; 404 unknown, 409 done before, 410 over, 422 with `errors` by field. */
export function commandWorkflow(
  context: BackendContext,
  user: User,
  command: WorkflowCommand,
): WorkflowRecord {
  const { conversationId, idempotencyKey, input } = command
  const conversation = readConversation(context, user, conversationId)
  const record = findWorkflow(context, conversation.id, command.workflowId)
  const key = idempotencyKey === null ? null : `${conversation.id}:${input.type}:${idempotencyKey}`
  if (key !== null && context.store.get('keys', key)) return record
  refuse(record, input)
  if (key !== null) {
    const at = context.clock.now()
    context.store.put('keys', { id: key, parent: conversation.id, at, answer: { workflowId: record.id } })
  }
  applyInput(context, record.id, input, (turn, beats) => goOn(context, turn, beats))
  return record
}

/** The newest workflow of a conversation, or the one of that id in it. */
export function findWorkflow(
  context: BackendContext,
  conversationId: string,
  workflowId: string | null,
): WorkflowRecord {
  const record =
    workflowId === null
      ? context.store.list('workflows', conversationId).at(-1)
      : context.store.get('workflows', workflowId)
  if (record?.parent !== conversationId)
    throw notFound(`The workflow ${quote(workflowId ?? 'of this conversation')}`)
  return record
}

function refuse(record: WorkflowRecord, input: WorkflowCommand['input']): void {
  const verdict = judge(record.run, input)
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
      throw new HttpProblem(422, 'Some details need another look; each is named below.', {
        error_code: 'invalid_values',
        errors: verdict.errors,
      })
  }
}
