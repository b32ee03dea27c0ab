import type { AssembledAutomation } from './assemble-automation.ts'
import type { BackendContext } from './context.ts'
import type { ManagementContext } from './routes/management/management-context.ts'
import { inbuiltTools } from './tools/inbuilt/inbuilt-tools.ts'

/** What the workflow API shows of a backend's automation. */
export const showManagement = (
  { clock, pingMs }: Pick<BackendContext, 'clock' | 'pingMs'>,
  { automation, library, vault, sms, deliveries, hooks }: AssembledAutomation,
): ManagementContext => ({
  library,
  runner: automation.runner,
  automation,
  vault,
  webhookSecrets: hooks.secrets,
  clock,
  pingMs,
  sms: {
    list: (teamId) =>
      sms.list(teamId).map(({ messageId, at, to, text, key }) => ({
        id: messageId,
        at,
        to,
        text,
        // A key begins with the run that it belongs to.
        runId: key.split(':')[0] ?? '',
      })),
  },
  deliveries: {
    list: (teamId) =>
      deliveries.list(teamId).map(({ id, at, event, host, runId, responseStatus, attempts, error }) => ({
        id,
        at,
        event,
        url: host,
        runId,
        status: responseStatus,
        attempts,
        error,
      })),
  },
  inbuiltTools: Object.entries(inbuiltTools).map(([name, { description, inputSchema }]) => ({
    name,
    description,
    inputSchema,
  })),
})
