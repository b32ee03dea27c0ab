import { judge } from '@threadwork/engine'
import type { BackendContext } from '../context.ts'
import type { ApprovalRecord } from '../store/chat-records.ts'

/**
 * Gives a run the decisions about its calls, once none of them waits any more. The stream names a skill that runs by its
 * name alone, so that a reader could not tell which of two calls it is while the other one still waits; a card with steps
 * names each, and waits for nobody.
 */
export function giveDecisions(context: BackendContext, runId: string): void {
  const telling = context.store.get('tellings', runId)
  if (!telling) return
  const calls = context.store.list('approvals', telling.parent).filter((call) => call.runId === runId)
  if (!telling.hasCard && calls.some(({ status }) => status === 'pending')) return
  for (const call of calls) give(context, call)
}

function give(context: BackendContext, { status, teamId, runId, stepId, reason, by }: ApprovalRecord): void {
  if (status !== 'approved' && status !== 'rejected') return
  const input = { type: 'decided', stepId, resolution: status, reason, by: by ?? null } as const
  const record = context.automation.runner.get(teamId, runId)
  if (record && judge(record.run, input).type === 'taken')
    context.automation.runner.input(teamId, runId, input)
}
