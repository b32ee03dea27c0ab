import type { WorkflowSnapshot } from './facts.ts'
import type { WorkflowId } from './ids.ts'
import { insertEntry, type WorkflowLog, type WorkflowLogs } from './ledger-workflow-log.ts'

// Steps that name no workflow, on a wire without numbers: whose they were is told by what comes later.

// What a run carries is the run's.
const isUnnamed = ({ id, runId, isOver }: WorkflowLog): boolean => id === null && runId === null && !isOver

/** What was heard before any name came belongs to the workflow that is the first to be named. */
export const adoptUnnamed = (logs: WorkflowLogs, id: WorkflowId): WorkflowLog | undefined => {
  const log = logs.list.findLast(isUnnamed)
  if (log) log.id = id
  return log
}

/** A history that was ahead said that the workflow is over; the bare steps that still came before its end were its own. */
export const takeBackUnnamed = (logs: WorkflowLogs, log: WorkflowLog): void => {
  const from = logs.list.findLastIndex(isUnnamed)
  if (logs.isPlural || log.entries.at(-1)?.type === 'event' || from < logs.list.indexOf(log)) return
  for (const { entries, revision } of logs.list.splice(from, 1)) {
    log.entries.push(...entries)
    // Who adds up the revisions of all logs sees that one is gone.
    log.revision += revision
  }
}

/** The history told the last of the workflow. */
export const isFinal = ({ status }: WorkflowSnapshot): boolean =>
  status === 'completed' || status === 'cancelled'

const stepsIn = ({ entries }: WorkflowLog): ReadonlySet<string> =>
  new Set(
    entries.flatMap((entry) => {
      if (entry.type === 'snapshot') return entry.snapshot.steps.map(({ stepId }) => stepId)
      return entry.type === 'event' && 'stepId' in entry.event ? [entry.event.stepId] : []
    }),
  )

/**
 * Bare steps came behind a history that called their workflow over, and now it names the next one: they were the rest of
 * the old one if that has all of them. Of the next one the history itself tells.
 */
export const takeBackRest = (logs: WorkflowLogs): void => {
  const index = logs.list.findLastIndex(isUnnamed)
  const [before, unnamed] = [logs.list[index - 1], logs.list[index]]
  const last = before?.entries.at(-1)
  if (!before || !unnamed || last?.type !== 'snapshot' || !isFinal(last.snapshot)) return
  const known = stepsIn(before)
  if ([...stepsIn(unnamed)].every((stepId) => known.has(stepId))) takeBackUnnamed(logs, before)
}

/** The same for a history, unless it tells of its steps and does not know those. */
export const adoptTold = (
  logs: WorkflowLogs,
  { workflowId, steps }: WorkflowSnapshot,
): WorkflowLog | undefined => {
  const unnamed = logs.list.findLast(isUnnamed)
  const told = new Set<string>(steps.map(({ stepId }) => stepId))
  const isStrange = unnamed && told.size > 0 && [...stepsIn(unnamed)].some((stepId) => !told.has(stepId))
  return isStrange ? undefined : adoptUnnamed(logs, workflowId)
}

// A bare step may have been another workflow's, and what it did here looks newer than the history.
const mayBeMisheard = ({ entries }: WorkflowLog, { status, currentStep }: WorkflowSnapshot): boolean =>
  (status === 'halted' || status === 'failed') &&
  entries.some(
    (entry) =>
      entry.type === 'event' &&
      entry.event.type === 'step-completed' &&
      entry.event.workflowId === null &&
      entry.event.stepId === currentStep,
  )

/** That a step failed is believed, whatever bare steps said of it, when the history says so twice; `false`: no need. */
export const confirmFailure = (log: WorkflowLog, snapshot: WorkflowSnapshot): boolean => {
  const last = log.entries.at(-1)
  if (last?.type !== 'snapshot' || last.isConfirmed || snapshot.seq !== null) return false
  return mayBeMisheard(log, snapshot) && insertEntry(log, { ...last, isConfirmed: true })
}
