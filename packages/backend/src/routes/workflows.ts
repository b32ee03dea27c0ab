import type { JsonObject } from '@threadwork/engine'
import type { HistoryBody } from '@threadwork/signalr/wire'
import { Hono } from 'hono'
import { type BackendContext, isoTime } from '../context.ts'
import { readConversation } from '../conversation.ts'
import { isRecord } from '../is-record.ts'
import { HttpProblem } from '../problem.ts'
import { type WorkflowCommand, commandWorkflow } from '../chat/command-workflow.ts'
import { sendOnce } from '../chat/send-once.ts'
import { activeWorkflow, activeWorkflows } from '../chat/active-workflow.ts'
import { longestMessage } from './messages.ts'
import { type RouteContext, type RouteEnv, type Routes, readBody, readText, requireText } from './route.ts'

/** The workflow side: sending, forms, retries, cancelling, and the history that every reconnect reads. */
export function workflowRoutes(context: BackendContext): Routes {
  const command = (
    c: RouteContext,
    body: Readonly<Record<string, unknown>>,
    input: WorkflowCommand['input'],
  ): Response => {
    const { id } = commandWorkflow(context, c.var.user, {
      conversationId: requireText(body, 'conversationId'),
      workflowId: readText(body, 'workflowId'),
      idempotencyKey: readText(body, 'idempotencyKey'),
      input,
    })
    return c.json({ workflowId: id, runId: context.store.get('tellings', id)?.turnId ?? null }, 202)
  }
  return new Hono<RouteEnv>()
    .post('/messages', async (c) => {
      const body = await readBody(c)
      const sent = sendOnce(context, {
        user: c.var.user,
        conversationId: requireText(body, 'conversationId'),
        text: requireText(body, 'text', longestMessage),
        clientMessageId: requireText(body, 'clientMessageId'),
        wire: 'signalr',
      })
      return c.json(sent, 202)
    })
    .post('/resume-workflow', async (c) => {
      const body = await readBody(c)
      const input = {
        type: 'form-submitted',
        stepId: requireText(body, 'stepId'),
        values: readValues(body),
      } as const
      return command(c, body, input)
    })
    .post('/retry-step', async (c) => {
      const body = await readBody(c)
      return command(c, body, { type: 'retry', stepId: requireText(body, 'stepId') })
    })
    .post('/cancel-workflow', async (c) => command(c, await readBody(c), { type: 'cancel' }))
    .get('/history', (c) => {
      const id = c.req.query('conversationId')
      if (!id) throw new HttpProblem(400, '“conversationId” is missing: say whose history is wanted.')
      const conversation = readConversation(context, c.var.user, id)
      const body: HistoryBody = {
        messages: context.store.list('messages', conversation.id).map((message) => ({
          messageId: message.id,
          source: message.source === 'user' ? 'user' : 'agent',
          content: message.content,
          createdAt: isoTime(message.at),
          ...(message.clientMessageId === null ? {} : { clientMessageId: message.clientMessageId }),
          ...(message.actions === undefined ? {} : { actions: message.actions }),
          ...(message.judgedBy === undefined ? {} : { judgedBy: message.judgedBy }),
        })),
        activeWorkflow: activeWorkflow(context, conversation.id),
        activeWorkflows: activeWorkflows(context, conversation.id),
      }
      return c.json(body)
    })
}

function readValues(body: Readonly<Record<string, unknown>>): JsonObject {
  const { values } = body
  if (!isRecord(values)) {
    throw new HttpProblem(422, '“values” is missing: it has to be an object of values by field key.', {
      errors: {},
    })
  }
  return Object.assign(Object.create(null), values)
}
