import type { BackendContext } from '../context.ts'
import { createRunLog } from '../run-log.ts'
import { settleTurn } from './settle-turn.ts'
import { isOver } from './turns.ts'

/**
 * Opens the streams of the turns that a store still holds, and judges each by its runs: the runs themselves are taken up
 * by the runner.
 */
export function restoreTurns(context: BackendContext): void {
  for (const turn of context.store.list('turns', null)) {
    if (isOver(turn)) continue
    const events = context.store.list('events', turn.parent).filter((record) => record.runId === turn.id)
    const log = createRunLog(
      turn.id,
      turn.parent,
      events.map((record) => record.event),
    )
    if (!turn.isHidden) context.logs.set(turn.id, log)
    if (turn.waiting === 'connection') log.park(context.clock.now())
    context.after(0, () =>
      turn.runIds.length === 0 || turn.isChoosing
        ? context.agent.goOn(turn.id)
        : settleTurn(context, turn.id),
    )
  }
}
