import type { WorkflowEvent } from './events.ts'
import type { WorkflowSnapshot } from './facts.ts'
import type { RunId, WorkflowId } from './ids.ts'
import {
  adoptTold,
  adoptUnnamed,
  confirmFailure,
  isFinal,
  takeBackRest,
  takeBackUnnamed,
} from './ledger-bare-steps.ts'
import { sameValue } from './same-value.ts'
import { insertEntry, type WorkflowLog, type WorkflowLogs } from './ledger-workflow-log.ts'

export const createWorkflowLogs = (): WorkflowLogs => ({ list: [], isPlural: false })

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
    insertEntry(log, { type: 'superseded', seq: null })
    log.isOver = true
  }
  return others.length > 0
}

const findActive = (logs: WorkflowLogs): WorkflowLog | undefined => logs.list.findLast((log) => !log.isOver)

const findFor = (logs: WorkflowLogs, event: WorkflowEvent): WorkflowLog | undefined =>
  event.workflowId === null ? findActive(logs) : logs.list.find((log) => log.id === event.workflowId)

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
  if (!insertEntry(log, { type: 'event', seq: event.seq, event })) return null
  if (event.at !== null && event.at < log.at) log.at = event.at
  if (event.type === 'workflow-ended' || event.type === 'workflow-cancelled') log.isOver = true
  else if (isRevived(log, event)) log.isOver = false
  // A start without a number is the newest word of all, also of a workflow that the history had named before.
  const isStart = !known || (event.type === 'workflow-started' && event.seq === null)
  if (isStart && log.runId === null) supersedeOthers(logs, log)
  return log
}

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
    isNews = insertEntry(log, { type: 'absent', seq: null }) || isNews
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
  const known = logs.list.find((candidate) => candidate.id === snapshot.workflowId)
  if (!known) takeBackRest(logs)
  const log =
    known ?? adoptTold(logs, snapshot) ?? createLog(logs, snapshot.workflowId, null, snapshot.at ?? newest)
  if (holds(log, snapshot)) return confirmFailure(log, snapshot) || supersedeOthers(logs, log)
  insertEntry(log, { type: 'snapshot', seq: snapshot.seq, snapshot })
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
