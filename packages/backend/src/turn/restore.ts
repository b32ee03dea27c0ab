import type { BackendContext } from '../context.ts'
import { createRunLog } from '../run-log.ts'
import type { TurnRecord } from '../store/records.ts'
import { advance, endTurn, goOn } from './advance.ts'
import { emit, speak } from './emit.ts'
import { proceedIfSettled, watchExpiry } from './settle-approvals.ts'
import { applyInput, performAgain } from './workflow-run.ts'

const restartError = 'The server was restarted while this ran.'
const apology =
  'I was interrupted: the server was restarted while I was at work, and I cannot tell how far I came. Please ask me again.'

/** Takes up what a store still holds of turns that had not ended when the process did. */
export function restoreTurns(context: BackendContext, afterRestart: 'fail' | 'continue'): void {
  for (const turn of context.store.list('turns', null)) {
    if (turn.status === 'running' || turn.status === 'waiting') restoreTurn(context, turn, afterRestart)
  }
}

function restoreTurn(context: BackendContext, turn: TurnRecord, afterRestart: 'fail' | 'continue'): void {
  const events = context.store.list('events', turn.parent).filter((record) => record.runId === turn.id)
  const log = createRunLog(
    turn.id,
    turn.parent,
    events.map((record) => record.event),
  )
  context.logs.set(turn.id, log)
  if (turn.status === 'running') {
    if (afterRestart === 'continue') context.later(0, () => advance(context, turn.id))
    else abandon(context, turn)
    return
  }
  if (turn.waiting?.type === 'approvals') restoreApprovals(context, turn)
  if (turn.waiting?.type === 'connection') log.park(context.clock.now())
  if (turn.waiting?.type === 'workflow') restoreWorkflow(context, turn.waiting.workflowId, afterRestart)
}

function abandon(context: BackendContext, turn: TurnRecord): void {
  let current = turn
  for (const skill of turn.runningSkills) {
    current = emit(context, current, {
      type: 'skill.failed',
      skill_name: skill.name,
      skill_id: skill.id,
      error: restartError,
    })
  }
  endTurn(context, speak(context, { ...current, runningSkills: [] }, apology))
}

// The last decision may have been kept just before the process ended.
function restoreApprovals(context: BackendContext, turn: TurnRecord): void {
  const proceed = (waiting: TurnRecord, beats: TurnRecord['todo']): void => goOn(context, waiting, beats)
  watchExpiry(context, turn, proceed)
  context.later(0, () => proceedIfSettled(context, turn.id, proceed))
}

function restoreWorkflow(
  context: BackendContext,
  workflowId: string,
  afterRestart: 'fail' | 'continue',
): void {
  const record = context.store.get('workflows', workflowId)
  if (record?.run.status !== 'running') return
  const proceed = (turn: TurnRecord, beats: TurnRecord['todo']): void => goOn(context, turn, beats)
  if (afterRestart === 'continue') return performAgain(context, record, proceed)
  const active = record.run.steps.find((step) => step.status === 'running')
  if (!active) return
  const { stepId, attempt } = active
  applyInput(context, workflowId, { type: 'step-failed', stepId, attempt, error: restartError }, proceed)
}
