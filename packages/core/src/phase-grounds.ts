import type { Item } from './items.ts'
import type { Ledger } from './ledger.ts'
import { isBusyUnseen } from './reduce-turn.ts'
import { memoryOf } from './reduce-work.ts'

/** What the phase is read off. */
export interface PhaseGrounds {
  /** The items that can still change. */
  readonly live: readonly Item[]
  readonly isTurnOpen: boolean
  /** `run`: the newest run is not over. `backend-state`: the backend says that it is busy. `null`: no turn is open. */
  readonly openBy: 'run' | 'backend-state' | null
}

/** The grounds of the phase of a ledger that was just reduced. */
export const phaseGroundsOf = (ledger: Ledger): PhaseGrounds => {
  const { head, tail, segments, folds } = memoryOf(ledger)
  const newest = head?.newest
  const isRunOpen = newest !== undefined && segments.get(newest.id)?.isOver === false
  const isBusy = isBusyUnseen(ledger, newest && folds.get(newest.id))
  return {
    live: [...(head?.live ?? []), ...tail.map(({ item }) => item)],
    isTurnOpen: isRunOpen || isBusy,
    openBy: isRunOpen ? 'run' : isBusy ? 'backend-state' : null,
  }
}
