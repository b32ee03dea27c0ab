import { z } from 'zod'
import { askedWorkflow } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { type Operation, createOperation, reply, shape } from './operation.ts'

const secretView = shape(
  'WebhookSecret',
  z.strictObject({
    secret: z.string().describe('whsec_…: signs what comes in, and what the workflow delivers.'),
    path: z.string().describe('Where a webhook is sent to start the workflow.'),
  }),
)

/** The secret that a workflow and the other side of its webhooks share. */
export function webhookSecretOperation(context: ManagementContext): Operation {
  return createOperation({
    id: 'getWebhookSecret',
    method: 'get',
    path: '/workflows/:id/webhook-secret',
    tag: 'Execution',
    summary: 'Read the secret of a workflow’s webhooks',
    description:
      'Both ways are signed as Standard Webhooks. It is made when it is first asked for, and shown to the team alone.',
    replies: { 200: reply('The secret, and the path of the hook.', secretView) },
    handle: async (asked) => {
      const { id: workflowId, parent: teamId } = askedWorkflow(context, asked)
      const secret = await context.webhookSecrets.secretOf({ teamId, workflowId })
      asked.c.header('Cache-Control', 'no-store')
      return asked.c.json({ secret, path: `/hooks/${workflowId}` })
    },
  })
}
