import type { WorkflowEvent } from './events.ts'
import type { WorkflowEntry, WorkflowLog } from './ledger-workflow-log.ts'
import { foldSnapshot } from './reduce-workflow-snapshot.ts'
import {
  abandon,
  activate,
  ask,
  cancel,
  complete,
  fail,
  finish,
  halt,
  type WorkflowFold,
} from './reduce-workflow-step.ts'

const foldEvent = (fold: WorkflowFold, event: WorkflowEvent): void => {
  switch (event.type) {
    case 'workflow-started':
      fold.name = event.name
      return
    case 'step-started':
      activate(fold, event, 'running')
      return
    case 'form-required':
      return ask(fold, event, true)
    case 'step-completed':
      return complete(fold, { ...event, message: '' })
    case 'step-failed':
      return fail(fold, { ...event, message: '' }, event.error)
    case 'workflow-ended':
      return finish(fold)
    case 'workflow-failed':
      return halt(fold, event.error)
    case 'workflow-cancelled':
      return cancel(fold)
  }
}

const foldEntry = (fold: WorkflowFold, entry: WorkflowEntry): void => {
  switch (entry.type) {
    case 'event':
      return foldEvent(fold, entry.event)
    case 'snapshot':
      return foldSnapshot(fold, entry.snapshot, entry.isConfirmed)
    case 'absent':
    case 'superseded':
      return abandon(fold)
  }
}

const createFold = (log: WorkflowLog): WorkflowFold => ({
  name: '',
  status: 'running',
  error: null,
  steps: [],
  forms: new Map(),
  count: 0,
  shuffles: log.shuffles,
})

/** Folds what is new in a workflow's log, or all of it when its past changed. */
export const foldWorkflow = (log: WorkflowLog, known: WorkflowFold | undefined): WorkflowFold => {
  const fold = known !== undefined && known.shuffles === log.shuffles ? known : createFold(log)
  for (; fold.count < log.entries.length; fold.count += 1) {
    const entry = log.entries[fold.count]
    if (entry) foldEntry(fold, entry)
  }
  return fold
}
