import type { RunEvent } from '@threadwork/engine'
import type { RunRecord } from '../../store/run-records.ts'
import type { ManagementContext } from './management-context.ts'

/** What is told of a run: how it stands, one of its events, or that the line is still open. */
export type ProgressLine =
  | { readonly type: 'run'; readonly record: RunRecord; readonly isLast: boolean }
  | { readonly type: 'event'; readonly event: RunEvent; readonly record: RunRecord }
  | { readonly type: 'ping' }

/** A run's progress for one reader, who takes it at their own pace. */
export interface ProgressLines {
  /** The next line, as soon as there is one; `null` when nobody listens any more. */
  next(): Promise<ProgressLine | null>
  end(): void
}

/** How many lines wait for a slow reader at the most. */
const longestQueue = 256

/** Whether nothing more happens to a run by itself. A failed one can be retried; whoever does that watches it anew. */
export const isSettled = ({ run }: RunRecord): boolean =>
  run.status === 'completed' || run.status === 'cancelled' || run.status === 'failed'

/** Begins with the run as it stands, goes on with its events, and ends with the run as it was settled. */
export function watchProgress(
  { runner, clock, pingMs }: ManagementContext,
  record: RunRecord,
): ProgressLines {
  const snapshotOf = (told: RunRecord): ProgressLine => ({
    type: 'run',
    record: told,
    isLast: isSettled(told),
  })
  let lines: readonly ProgressLine[] = [snapshotOf(record)]
  let hand: ((line: ProgressLine | null) => void) | null = null
  let cancelPing: () => void = () => undefined
  const tell = (next: readonly ProgressLine[]): void => {
    const [first, ...rest] = next
    const waiting = hand
    if (waiting === null || first === undefined) {
      lines = next
      return
    }
    hand = null
    lines = rest
    waiting(first)
  }
  const stopListening = runner.onEvent(({ runId, record: told, event }) => {
    if (runId !== record.id) return
    const last = isSettled(told) && event.seq >= told.run.seq ? [snapshotOf(told)] : []
    // A transition tells several events, all with the run as it is after them.
    // Whoever reads too slowly is told how the run stands, not all that happened.
    tell(
      lines.length >= longestQueue
        ? [snapshotOf(told)]
        : [...lines, { type: 'event', event, record: told }, ...last],
    )
  })
  const beat = (): void => {
    cancelPing = clock.after(pingMs, () => {
      if (lines.length === 0) tell([{ type: 'ping' }])
      beat()
    })
  }
  beat()
  return {
    next: () => {
      const [first, ...rest] = lines
      if (first === undefined) return new Promise((resolve) => (hand = resolve))
      lines = rest
      return Promise.resolve(first)
    },
    end: () => {
      stopListening()
      cancelPing()
      hand?.(null)
    },
  }
}
