import type { AssembledAutomation } from './assemble-automation.ts'
import type { BackendContext } from './context.ts'
import type { ManagementContext } from './routes/management/management-context.ts'

/** What the workflow API shows of a backend's automation. */
export const showManagement = (
  { clock, pingMs }: Pick<BackendContext, 'clock' | 'pingMs'>,
  { automation, library, vault, sms, deliveries }: AssembledAutomation,
): ManagementContext => ({
  library,
  runner: automation.runner,
  automation,
  vault,
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
  inbuiltTools: [],
})
