import type { WorkflowEvent } from './events.ts'
import type { WorkflowSnapshot } from './facts.ts'
import type { RunId, WorkflowId } from './ids.ts'

/**
 * One line of a workflow's log. `superseded`: another workflow took its place without its end being told. `isConfirmed`:
 * the history said the same twice with nothing heard between, so it is no stale page.
 */
export type WorkflowEntry =
  | { readonly type: 'event'; readonly seq: number | null; readonly event: WorkflowEvent }
  | {
      readonly type: 'snapshot'
      readonly seq: number | null
      readonly snapshot: WorkflowSnapshot
      readonly isConfirmed?: true
    }
  | { readonly type: 'absent'; readonly seq: null }
  | { readonly type: 'superseded'; readonly seq: null }

/** What is known of one workflow run, in its own order. */
export interface WorkflowLog {
  /** `null` until a wire names it. */
  id: WorkflowId | null
  /** Never changes: names the log and its item. */
  readonly key: string
  /** The run that carries it on a wire with runs. */
  readonly runId: RunId | null
  readonly entries: WorkflowEntry[]
  /** Where it stands in the thread: its first server time, else the newest server time when it was first heard of. */
  at: number
  revision: number
  shuffles: number
  /** The greatest number of an entry; -1 while none has one. */
  newestSeq: number
  /** An entry said that it is over; step events that name no workflow go elsewhere. */
  isOver: boolean
}

/** All workflow logs, in the order in which they were first heard of. */
export interface WorkflowLogs {
  readonly list: WorkflowLog[]
  /** The backend told a list of active workflows: it runs several side by side, and none takes another's place. */
  isPlural: boolean
}

// A snapshot goes before what is newer, as far back as the last word that has no number.
const placeOfSnapshot = (entries: readonly WorkflowEntry[], seq: number): number => {
  let index = entries.length
  while (index > 0 && (entries[index - 1]?.seq ?? -1) > seq) index -= 1
  return index
}

// What is newer than all that has a number stands last. Other events stand among what is known: an absence that came
// later than that stays behind them.
const placeOf = ({ entries, newestSeq }: WorkflowLog, { type, seq }: WorkflowEntry): number => {
  if (seq === null || (type === 'event' && seq > newestSeq)) return entries.length
  if (type === 'snapshot') return placeOfSnapshot(entries, seq)
  return entries.findLastIndex((known) => known.seq !== null && known.seq <= seq) + 1
}

const isKnownEvent = ({ entries, newestSeq }: WorkflowLog, { type, seq }: WorkflowEntry): boolean =>
  type === 'event' &&
  seq !== null &&
  seq <= newestSeq &&
  entries.some((known) => known.type === 'event' && known.seq === seq)

/** Adds an entry in its place; `false` when the log had it. */
export const insertEntry = (log: WorkflowLog, entry: WorkflowEntry): boolean => {
  if (isKnownEvent(log, entry)) return false
  const index = placeOf(log, entry)
  if (index < log.entries.length) log.shuffles += 1
  log.entries.splice(index, 0, entry)
  log.newestSeq = Math.max(log.newestSeq, entry.seq ?? -1)
  log.revision += 1
  return true
}
