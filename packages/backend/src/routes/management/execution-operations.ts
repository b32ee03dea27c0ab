import { z } from 'zod'
import { quote } from '../../conversation.ts'
import { executeWorkflow } from '../../library/execute-workflow.ts'
import { graphOf } from '../../library/edit-graph.ts'
import { objectShape } from '../../library/graph-shape.ts'
import { refuseField } from '../../library/refusal.ts'
import { sampleFor } from '../../library/sample-data.ts'
import { triggerOf } from '../../library/trigger-of.ts'
import { notFound } from '../../problem.ts'
import { askedWorkflow } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { type Asked, type Operation, createOperation, reply, shape } from './operation.ts'
import { bodyVersion, queryVersion } from './request-shapes.ts'
import { masked } from './masked.ts'
import { runView, showRun } from './views/run-view.ts'

const key = z.string().min(1).max(200)
const executeFields = {
  version: bodyVersion
    .optional()
    .describe(
      'Which version runs; when left out the active one, or the draft of a workflow that is not live yet.',
    ),
  input: objectShape
    .optional()
    .describe('Variables of this run; they win over global ones, but never over a secret.'),
  conversationId: z
    .string()
    .max(200)
    .optional()
    .describe('The conversation that it belongs to, where it does.'),
  idempotencyKey: key
    .optional()
    .describe('The same key gives the same run; the header Idempotency-Key does as well.'),
}

const sampleView = shape(
  'Sample',
  z.strictObject({
    workflowId: z.string(),
    triggerType: z.string().nullable(),
    trigger: z.record(z.string(), z.unknown()).describe('The data of the event, to be edited and sent back.'),
    input: z.record(z.string(), z.unknown()).describe('Variables for a run.'),
  }),
)

/** Starting runs: for real, and as tests with sample data. */
export function executionOperations(context: ManagementContext): readonly Operation[] {
  const { library, runner } = context
  return [
    createOperation({
      id: 'executeWorkflow',
      method: 'post',
      path: '/workflows/:id/execute',
      tag: 'Execution',
      summary: 'Execute a workflow',
      body: shape(
        'ExecuteWorkflow',
        z.strictObject({
          ...executeFields,
          mode: z.enum(['production', 'test', 'manual']).optional().describe('manual when left out.'),
        }),
      ),
      headers: { 'Idempotency-Key': 'The same key gives the same run.' },
      replies: { 202: reply('The run, which may wait for its turn.', runView) },
      handle: async (asked) => {
        const { version, input = {}, mode = 'manual' } = asked.body
        const definition = askedWorkflow(context, asked)
        const record = executeWorkflow({ library, runner }, definition, {
          ...(version === undefined ? {} : { version }),
          mode,
          variables: input,
          trigger: { type: 'manual' },
          conversationId: conversationOf(context, asked, asked.body.conversationId),
          idempotencyKey: keyOf(asked, asked.body.idempotencyKey),
        })
        return asked.c.json(await masked(context, asked.teamId, showRun(definition.dialect, record)), 202)
      },
    }),
    createOperation({
      id: 'sampleTest',
      method: 'get',
      path: '/workflows/:id/test',
      tag: 'Execution',
      summary: 'Sample data for a test, by the type of the trigger',
      query: shape(
        'SampleTest',
        z.strictObject({ version: queryVersion.default('draft').describe('The draft when left out.') }),
      ),
      replies: { 200: reply('Data to be edited and sent to the test.', sampleView) },
      handle: (asked) => {
        const definition = askedWorkflow(context, asked)
        const trigger = triggerOf(graphOf(library, definition, asked.query.version))
        const sample = sampleFor(trigger, context.clock.now())
        return asked.c.json({ workflowId: definition.id, triggerType: trigger?.type ?? null, ...sample })
      },
    }),
    createOperation({
      id: 'testWorkflow',
      method: 'post',
      path: '/workflows/:id/test',
      tag: 'Execution',
      summary: 'Test a workflow with sample data',
      description: 'The run is labelled as a test. What is left out of the data is taken from the sample.',
      body: shape(
        'TestWorkflow',
        z.strictObject({
          ...executeFields,
          trigger: objectShape.optional().describe('The data of the event; the sample’s when left out.'),
        }),
      ),
      headers: { 'Idempotency-Key': 'The same key gives the same run.' },
      replies: { 202: reply('The run.', runView) },
      handle: async (asked) => {
        const { version = 'draft', input, trigger } = asked.body
        const definition = askedWorkflow(context, asked)
        const sample = sampleFor(triggerOf(graphOf(library, definition, version)), context.clock.now())
        const record = executeWorkflow({ library, runner }, definition, {
          version,
          mode: 'test',
          variables: input ?? sample.input,
          trigger: trigger ?? sample.trigger,
          conversationId: conversationOf(context, asked, asked.body.conversationId),
          idempotencyKey: keyOf(asked, asked.body.idempotencyKey),
        })
        return asked.c.json(await masked(context, asked.teamId, showRun(definition.dialect, record)), 202)
      },
    }),
  ]
}

/** The conversation of a request, which has to be the person's own. */
function conversationOf(
  { library }: ManagementContext,
  { c }: Asked<unknown, unknown>,
  id: string | undefined,
): string | null {
  if (id === undefined) return null
  if (library.store.get('conversations', id)?.parent !== c.var.user.userId)
    throw notFound(`The conversation ${quote(id)}`)
  return id
}

function keyOf({ c }: Asked<unknown, unknown>, given: string | undefined): string | null {
  const header = c.req.header('Idempotency-Key')
  if (header !== undefined && given !== undefined && header !== given) {
    throw refuseField(
      'idempotencyKey',
      'The body and the header “Idempotency-Key” name different keys. Name one of them.',
    )
  }
  return given ?? (header === undefined || header === '' ? null : header.slice(0, 200))
}
