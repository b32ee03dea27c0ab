import type { Json } from '@threadwork/engine'
import { Hono } from 'hono'
import type { BackendClock } from '../clock.ts'
import { quote } from '../conversation.ts'
import type { LibraryContext } from '../library/library-context.ts'
import type { ListeningWorkflows } from '../library/listening.ts'
import { HttpProblem, notFound } from '../problem.ts'
import type { Runner } from '../runs/runner.ts'
import { SecretError } from '../secrets/secret-error.ts'
import type { IncomingWebhook, VerifiedWebhook } from '../webhooks/verify-webhook.ts'
import type { WebhookSecrets } from '../webhooks/sealed-secrets.ts'
import type { RouteEnv, Routes } from './route.ts'

/** What the inbound webhooks work with. */
export interface HookPorts {
  readonly library: LibraryContext
  readonly listening: ListeningWorkflows
  readonly runner: Pick<Runner, 'start'>
  readonly secrets: WebhookSecrets
  readonly clock: BackendClock
  /** Whether a request is signed with the workflow's secret, just now. */
  readonly verify: (incoming: IncomingWebhook) => Promise<VerifiedWebhook>
}

/**
 * The URL of each workflow that a webhook starts: `POST /hooks/:workflowId`, signed as Standard Webhooks with the
 * workflow's own secret. The same `webhook-id` is one run, however often it is sent: 202 with the run each time.
 */
export function hookRoutes(ports: HookPorts): Routes {
  return new Hono<RouteEnv>().post('/hooks/:workflowId', async (c) => {
    const workflowId = c.req.param('workflowId')
    const teamId = ports.library.store.get('definitions', workflowId)?.parent
    const workflow =
      teamId === undefined ? undefined : ports.listening.workflows(teamId).find(({ id }) => id === workflowId)
    // Whether there is such a workflow is told to nobody who could not sign for it.
    if (teamId === undefined || !workflow?.nodes.some(({ type }) => type === 'webhook-received')) {
      throw notFound(`A live workflow ${quote(workflowId)} that a webhook starts`)
    }
    const body = new Uint8Array(await c.req.arrayBuffer())
    const verified = await ports.verify({
      endpoint: workflowId,
      body,
      headers: c.req.raw.headers,
      secret: await secretOf(ports, { teamId, workflowId }),
      now: ports.clock.now(),
    })
    if (verified.type === 'refused') throw new HttpProblem(401, verified.error, { reason: verified.reason })
    const { id } = ports.runner.start({
      teamId,
      workflow,
      mode: 'production',
      trigger: { type: 'webhook-received', webhookId: verified.id, body: readJson(body) },
      variables: {},
      ...ports.listening.globals(teamId),
      conversationId: null,
      idempotencyKey: `webhook:${verified.id}`,
    })
    return c.json({ runId: id }, 202)
  })
}

async function secretOf(
  { secrets }: HookPorts,
  owner: { readonly teamId: string; readonly workflowId: string },
): Promise<string> {
  try {
    return await secrets.secretOf(owner)
  } catch (error) {
    if (error instanceof SecretError) throw new HttpProblem(503, error.message)
    throw error
  }
}

/** JSON as it is; anything else as the text that it is. */
function readJson(body: Uint8Array): Json {
  const text = new TextDecoder().decode(body)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
