import { judge } from '@threadwork/engine'
import type { BackendContext } from '../context.ts'
import { HttpProblem } from '../problem.ts'
import type { AttemptRecord, TurnRecord } from '../store/chat-records.ts'
import { saveTurn, touch } from './emit.ts'
import { noteTelling } from './telling.ts'
import { livingTurn, openTurn } from './turns.ts'

/**
 * Ends the wait for a connection, once. Where the run is told as skills, the turn goes on in a new run that neither the
 * open stream nor the events show: its reply is read from the history, as the Headless API has it.
 */
export function settleConnection(
  context: BackendContext,
  attempt: AttemptRecord,
  outcome: 'authorized' | 'denied' | 'skipped',
): void {
  const { teamId, runId, stepId } = attempt
  const input = { type: 'connection-settled', stepId, outcome } as const
  const record = context.automation.runner.get(teamId, runId)
  if (attempt.status !== 'pending' || !record || judge(record.run, input).type !== 'taken') {
    throw new HttpProblem(409, 'This connection was settled before. Read the conversation again.', {
      error_code: 'already_resolved',
    })
  }
  context.automation.unit.run(() => {
    context.store.put('attempts', { ...attempt, status: outcome })
    const telling = context.store.get('tellings', runId)
    const turn = telling && livingTurn(context, telling.turnId)
    if (turn && !telling.hasCard) leaveTurn(context, turn)
    context.automation.runner.input(teamId, runId, input)
  })
}

function leaveTurn(context: BackendContext, turn: TurnRecord): void {
  saveTurn(context, { ...turn, status: 'left', waiting: null, runIds: [] })
  // Its streams live on until they have been idle for long enough.
  context.after(context.idleMs, () => context.logs.delete(turn.id))
  const { parent, wire, runIds, agent } = turn
  const next = openTurn(context, { parent, wire, runIds, agent, isHidden: true })
  touch(context, parent, { turnId: next.id })
  for (const id of runIds) {
    const told = context.store.get('tellings', id)
    if (told) noteTelling(context, { id, parent, turnId: next.id, teamId: told.teamId })
  }
}
