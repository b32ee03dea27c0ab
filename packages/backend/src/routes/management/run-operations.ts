import type { RunInput } from '@threadwork/engine'
import { z } from 'zod'
import { DRAFT_VERSION } from '../../library/execute-workflow.ts'
import { objectShape } from '../../library/graph-shape.ts'
import type { ManagementContext } from './management-context.ts'
import { masked } from './masked.ts'
import { type Asked, type Operation, createOperation, emptyReply, reply, shape } from './operation.ts'
import { withoutFormSecrets } from '../../runs/form-secrets.ts'
import { askedRun, dialectOfRun, requireTaken } from './run-access.ts'
import { streamProgress } from './run-progress.ts'
import { runView, showRun } from './views/run-view.ts'

const stepId = z.string().min(1).max(200)
const answerBody = z.union([
  z.strictObject({ stepId, values: objectShape.describe('By the keys of the form’s fields.') }),
  z.strictObject({
    stepId,
    resolution: z.enum(['approved', 'rejected']),
    reason: z.string().max(2_000).nullable().optional(),
  }),
  z.strictObject({ stepId, outcome: z.enum(['authorized', 'denied', 'skipped']) }),
])

/** What became of an execution, and what can still be done to it. */
export function runOperations(context: ManagementContext): readonly Operation[] {
  const { library, runner } = context
  const shown = async (asked: Asked<unknown, unknown>): Promise<object> => {
    const record = askedRun(context, asked)
    return masked(context, asked.teamId, showRun(dialectOfRun(library, record), record))
  }
  const answered = reply('The run as it stands now.', runView)
  return [
    createOperation({
      id: 'getRun',
      method: 'get',
      path: '/runs/:id',
      tag: 'Runs',
      summary: 'Read a run with its steps',
      replies: { 200: reply('The run.', runView) },
      handle: async (asked) => asked.c.json(await shown(asked)),
    }),
    createOperation({
      id: 'getRunInput',
      method: 'get',
      path: '/runs/:id/input',
      tag: 'Runs',
      summary: 'Copy what a run was given, to execute it again',
      replies: {
        200: reply(
          'A body for Execute or Test.',
          shape(
            'RunInput',
            z.strictObject({
              version: z.union([z.literal('draft'), z.int()]),
              input: z.record(z.string(), z.unknown()),
              trigger: z.record(z.string(), z.unknown()),
              conversationId: z.string().nullable(),
            }),
          ),
        ),
      },
      handle: async (asked) => {
        const record = askedRun(context, asked)
        const { workflow, trigger, variables } = withoutFormSecrets(record.run)
        const version = workflow.version === DRAFT_VERSION ? 'draft' : workflow.version
        const body = { version, input: variables, trigger, conversationId: record.conversationId }
        return asked.c.json(await masked(context, asked.teamId, body))
      },
    }),
    createOperation({
      id: 'cancelRun',
      method: 'post',
      path: '/runs/:id/cancel',
      tag: 'Runs',
      summary: 'Cancel a run',
      replies: { 202: answered },
      handle: async (asked) => {
        requireTaken(runner.cancel(asked.teamId, asked.param('id')), askedRun(context, asked))
        return asked.c.json(await shown(asked), 202)
      },
    }),
    createOperation({
      id: 'retryRun',
      method: 'post',
      path: '/runs/:id/retry',
      tag: 'Runs',
      summary: 'Retry a run from its failed step',
      body: shape(
        'RetryRun',
        z.strictObject({ stepId: stepId.optional().describe('The step that failed last, when left out.') }),
      ),
      replies: { 202: answered },
      handle: async (asked) => {
        const record = askedRun(context, asked)
        requireTaken(runner.retry(asked.teamId, record.id, asked.body.stepId), record)
        return asked.c.json(await shown(asked), 202)
      },
    }),
    createOperation({
      id: 'answerRun',
      method: 'post',
      path: '/runs/:id/answer',
      tag: 'Runs',
      summary: 'Answer what a step of a run asks',
      description: 'The values of a form, the decision on an approval, or how a connection went.',
      body: shape('AnswerRun', answerBody),
      replies: { 202: answered },
      handle: async (asked) => {
        const record = askedRun(context, asked)
        requireTaken(
          runner.input(asked.teamId, record.id, inputOf(asked.body, asked.c.var.user.userId)),
          record,
        )
        return asked.c.json(await shown(asked), 202)
      },
    }),
    createOperation({
      id: 'watchRun',
      method: 'get',
      path: '/runs/:id/events',
      tag: 'Runs',
      summary: 'Watch a run as server-sent events',
      description:
        'First “run”, the run as it stands; then every event as it happens, and “run” again when the run is over. Whoever comes back reads the first event and has missed nothing. Comments keep the line open.',
      replies: {
        200: {
          description: 'The stream; it ends with the run.',
          shape: shape('RunEvents', z.string()),
          mediaType: 'text/event-stream',
        },
        204: emptyReply('The run is over, and Last-Event-ID names its last event.'),
      },
      headers: { 'Last-Event-ID': 'The last event that was read, as an EventSource sends it.' },
      handle: (asked) => streamProgress(context, asked, askedRun(context, asked)),
    }),
  ]
}

function inputOf(answer: z.infer<typeof answerBody>, by: string): RunInput {
  if ('values' in answer) return { type: 'form-submitted', stepId: answer.stepId, values: answer.values }
  if ('outcome' in answer)
    return { type: 'connection-settled', stepId: answer.stepId, outcome: answer.outcome }
  const { stepId: step, resolution, reason } = answer
  return { type: 'decided', stepId: step, resolution, reason: reason ?? null, by }
}
