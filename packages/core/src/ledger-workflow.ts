import type { WorkflowEvent } from './events.ts'
import type { WorkflowSnapshot } from './facts.ts'
import type { RunId, WorkflowId } from './ids.ts'
import { sameValue } from './same-value.ts'

/** One line of a workflow's log. `superseded`: another workflow took its place without its end being told. */
export type WorkflowEntry =
  | { readonly type: 'event'; readonly seq: number | null; readonly event: WorkflowEvent }
  | { readonly type: 'snapshot'; readonly seq: number | null; readonly snapshot: WorkflowSnapshot }
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

export const createWorkflowLogs = (): WorkflowLogs => ({ list: [], isPlural: false })

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

const insert = (log: WorkflowLog, entry: WorkflowEntry): boolean => {
  if (isKnownEvent(log, entry)) return false
  const index = placeOf(log, entry)
  if (index < log.entries.length) log.shuffles += 1
  log.entries.splice(index, 0, entry)
  log.newestSeq = Math.max(log.newestSeq, entry.seq ?? -1)
  log.revision += 1
  return true
}

const createLog = (
  logs: WorkflowLogs,
  id: WorkflowId | null,
  runId: RunId | null,
  at: number,
): WorkflowLog => {
  const key = id ?? `unnamed-${logs.list.length + 1}`
  const log: WorkflowLog = {
    id,
    key,
    runId,
    entries: [],
    at,
    revision: 0,
    shuffles: 0,
    newestSeq: -1,
    isOver: false,
  }
  logs.list.push(log)
  return log
}

// Linear progression: a workflow that starts ends the one before it. Only where nothing else orders the two.
const supersedeOthers = (logs: WorkflowLogs, current: WorkflowLog): boolean => {
  if (logs.isPlural) return false
  const others = logs.list.filter((log) => log !== current && !log.isOver && log.runId === null)
  for (const log of others) {
    insert(log, { type: 'superseded', seq: null })
    log.isOver = true
  }
  return others.length > 0
}

const findActive = (logs: WorkflowLogs): WorkflowLog | undefined => logs.list.findLast((log) => !log.isOver)

const findFor = (logs: WorkflowLogs, event: WorkflowEvent): WorkflowLog | undefined =>
  event.workflowId === null ? findActive(logs) : logs.list.find((log) => log.id === event.workflowId)

// What was heard before any name came belongs to the workflow that is the first to be named.
const adoptUnnamed = (logs: WorkflowLogs, id: WorkflowId): WorkflowLog | undefined => {
  const log = logs.list.findLast((candidate) => candidate.id === null && !candidate.isOver)
  if (log) log.id = id
  return log
}

// A history that was ahead said that the workflow is over; the bare steps that still came before its end were its own.
const takeBackUnnamed = (logs: WorkflowLogs, log: WorkflowLog): void => {
  const from = logs.list.findLastIndex((candidate) => candidate.id === null && !candidate.isOver)
  if (logs.isPlural || log.entries.at(-1)?.type === 'event' || from < logs.list.indexOf(log)) return
  for (const { entries } of logs.list.splice(from, 1)) log.entries.push(...entries)
}

const isEnd = ({ type }: WorkflowEvent): boolean =>
  type === 'workflow-ended' || type === 'workflow-failed' || type === 'workflow-cancelled'

/** The log that an event belongs to, if it was heard of. */
const knownLog = (logs: WorkflowLogs, event: WorkflowEvent): WorkflowLog | undefined => {
  const log = findFor(logs, event)
  if (!isEnd(event) || event.workflowId === null || event.runId !== null) return log
  if (!log) return adoptUnnamed(logs, event.workflowId)
  takeBackUnnamed(logs, log)
  return log
}

// Behind a word that it is gone, a step shows that it is not.
const isRevived = ({ entries, isOver }: WorkflowLog, event: WorkflowEvent): boolean => {
  if (!isOver || event.workflowId === null) return false
  if (event.seq === null) return true
  const before = entries.at(-2)?.type
  return entries.at(-1)?.seq === event.seq && (before === 'absent' || before === 'superseded')
}

/**
 * Adds a workflow event to its log and returns that; `null` when the log had it. `newest` is the newest server time
 * known, for events that carry none.
 */
export const addWorkflowEvent = (
  logs: WorkflowLogs,
  event: WorkflowEvent,
  newest: number,
): WorkflowLog | null => {
  const known = knownLog(logs, event)
  const log = known ?? createLog(logs, event.workflowId, event.runId, event.at ?? newest)
  if (!insert(log, { type: 'event', seq: event.seq, event })) return null
  if (event.at !== null && event.at < log.at) log.at = event.at
  if (event.type === 'workflow-ended' || event.type === 'workflow-cancelled') log.isOver = true
  else if (isRevived(log, event)) log.isOver = false
  // A start without a number is the newest word of all, also of a workflow that the history had named before.
  const isStart = !known || (event.type === 'workflow-started' && event.seq === null)
  if (isStart && log.runId === null) supersedeOthers(logs, log)
  return log
}

const isFinal = ({ status }: WorkflowSnapshot): boolean => status === 'completed' || status === 'cancelled'

// An uncounted snapshot says the same as the last one only while nothing came between.
const holds = (log: WorkflowLog, snapshot: WorkflowSnapshot): boolean => {
  if (log.isOver !== isFinal(snapshot)) return false
  const known = snapshot.seq === null ? log.entries.slice(-1) : log.entries
  return known.some((entry) => entry.type === 'snapshot' && sameValue(entry.snapshot, snapshot))
}

const addAbsence = (logs: WorkflowLogs, present: readonly WorkflowSnapshot[]): boolean => {
  let isNews = false
  for (const log of logs.list) {
    if (log.isOver || log.runId !== null) continue
    if (present.some(({ workflowId }) => workflowId === log.id)) continue
    isNews = insert(log, { type: 'absent', seq: null }) || isNews
    log.isOver = true
  }
  return isNews
}

/** Adds what the history says of the active workflow; `null`: none is active. */
export const addSnapshot = (
  logs: WorkflowLogs,
  snapshot: WorkflowSnapshot | null,
  newest: number,
): boolean => {
  if (snapshot === null) return addAbsence(logs, [])
  const log =
    logs.list.find((candidate) => candidate.id === snapshot.workflowId) ??
    adoptUnnamed(logs, snapshot.workflowId) ??
    createLog(logs, snapshot.workflowId, null, snapshot.at ?? newest)
  if (holds(log, snapshot)) return supersedeOthers(logs, log)
  insert(log, { type: 'snapshot', seq: snapshot.seq, snapshot })
  log.isOver = isFinal(snapshot)
  supersedeOthers(logs, log)
  return true
}

/** Adds what the history says of all active workflows: those that it does not name are over. */
export const addSnapshots = (
  logs: WorkflowLogs,
  snapshots: readonly WorkflowSnapshot[],
  newest: number,
): boolean => {
  let isNews = !logs.isPlural
  logs.isPlural = true
  // A list that names one twice means what it says last.
  const told = new Map(snapshots.map((snapshot) => [snapshot.workflowId, snapshot]))
  for (const snapshot of told.values()) isNews = addSnapshot(logs, snapshot, newest) || isNews
  return addAbsence(logs, snapshots) || isNews
}
