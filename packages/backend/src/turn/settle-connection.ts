import type { BackendContext } from '../context.ts'
import { HttpProblem } from '../problem.ts'
import type { AttemptRecord } from '../store/records.ts'
import { saveTurn, touch } from './emit.ts'
import { begin, newTurn } from './start-turn.ts'

/**
 * Ends the wait for a connection, once. The turn goes on in a new run that neither the open stream nor the
 * events show: its reply is read from the history, as the Headless API has it.
 */
export function settleConnection(
  context: BackendContext,
  attempt: AttemptRecord,
  status: 'authorized' | 'denied' | 'skipped',
): void {
  const turn = context.store.get('turns', attempt.turnId)
  if (attempt.status !== 'pending' || turn?.waiting?.type !== 'connection') {
    throw new HttpProblem(409, 'This connection was settled before. Read the conversation again.', {
      error_code: 'already_resolved',
    })
  }
  context.store.put('attempts', { ...attempt, status })
  saveTurn(context, { ...turn, status: 'left', waiting: null, todo: [] })
  // Its streams live on until they have been idle for long enough.
  context.after(context.idleMs, () => context.logs.delete(turn.id))
  const runId = context.makeId('run')
  touch(context, turn.parent, { turnId: runId })
  const todo = [...turn.waiting[status], ...turn.todo]
  begin(context, newTurn(context, { id: runId, parent: turn.parent, todo, isHidden: true }))
}

/** The attempt with a link that works: the same while it lives, a fresh one afterwards. */
export function withLivingLink(context: BackendContext, attempt: AttemptRecord): AttemptRecord {
  const now = context.clock.now()
  if (now < attempt.expiresAt) return attempt
  const renewed = { ...attempt, token: context.makeId('link'), expiresAt: now + context.linkMs() }
  context.store.put('attempts', renewed)
  return renewed
}
