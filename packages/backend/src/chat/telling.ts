import type { BackendContext } from '../context.ts'
import type { ToldRunEvent } from '../runs/runner.ts'
import type { TellingRecord } from '../store/chat-records.ts'

/** One event of a run, and the turn that tells it. */
export interface Telling {
  readonly told: ToldRunEvent
  readonly turnId: string
  readonly conversationId: string
  /** Whether the run is drawn as a card with steps, or as the turn's own skills. */
  readonly isCard: boolean
}

/** Notes in which turn a run is to be told. */
export function noteTelling(
  context: BackendContext,
  telling: Pick<TellingRecord, 'id' | 'parent' | 'turnId' | 'teamId'>,
): void {
  const known = context.store.get('tellings', telling.id)
  context.store.put('tellings', {
    at: context.clock.now(),
    seq: known?.seq ?? 0,
    hasCard: known?.hasCard ?? false,
    ...telling,
  })
}
