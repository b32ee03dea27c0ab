import type { RunId } from './ids.ts'
import type { Item } from './items.ts'
import type { RunFacts } from './ledger-run.ts'
import type { WorkflowLog } from './ledger-workflow-log.ts'
import { itemOfApproval, itemOfConnection, itemOfSkill } from './reduce-card-item.ts'
import { itemOfMessage } from './reduce-message.ts'
import type { Placed } from './reduce-place.ts'
import type { Draft, RunFold } from './reduce-run.ts'
import { endOfTurn, type TurnEnd } from './reduce-turn.ts'
import { itemOfForm, itemOfWorkflow } from './reduce-workflow-item.ts'
import {
  foldOf,
  keep,
  logsOf,
  nextStart,
  repliesOf,
  startOf,
  type Segment,
  type Work,
} from './reduce-work.ts'

const turnOf = (work: Work, fold: RunFold, logs: readonly WorkflowLog[]): TurnEnd =>
  endOfTurn(fold, work.ledger, {
    isNewest: fold.run === work.newest,
    nextStart: fold.connections.size === 0 ? Infinity : nextStart(work, fold),
    replies: fold.connections.size === 0 ? [] : repliesOf(work),
    hasOpenForm: logs.some((log) => foldOf(work, log).status === 'awaiting-input'),
  })

// A message, an attempt or a call that stands in several runs is shown in the first of them.
const isAtHome = (work: Work, key: string, runId: RunId): boolean => {
  const homes = work.ledger.homes.get(key)
  if (homes === undefined || homes.length < 2) return true
  const rank = (id: RunId): number => startOf(work, id)
  return homes.every(
    (other) => other === runId || rank(other) > rank(runId) || (rank(other) === rank(runId) && other > runId),
  )
}

const itemOfSlot = (work: Work, name: string, logs: readonly WorkflowLog[], isOver: boolean): Item | null => {
  for (const log of logs) {
    const fold = foldOf(work, log)
    if (name === `workflow:${log.id ?? ''}`) return itemOfWorkflow(log, fold, work.intents, isOver)
    for (const form of fold.forms.values())
      if (name === `form:${log.id ?? ''}/${form.stepId}` || name === `form:/${form.stepId}`)
        return itemOfForm(log, fold, form, work.intents, isOver)
  }
  return null
}

const itemOfDraft = (work: Work, draft: Draft, turn: TurnEnd, logs: readonly WorkflowLog[]): Item | null => {
  const runId = draft.place.runId ?? ('' as RunId) // drafts of runs always name theirs
  switch (draft.type) {
    case 'card':
      if (draft.request === null) return itemOfSkill(draft, turn.isOver)
      return isAtHome(work, `c:${draft.request.callId}`, runId)
        ? itemOfApproval(
            draft,
            draft.request,
            work.ledger.decisions.get(draft.request.callId),
            work.intents,
            turn.isOver ? turn.at : null,
          )
        : null
    case 'message':
      return isAtHome(work, `m:${draft.messageId}`, runId)
        ? itemOfMessage(draft, work.ledger.messages.get(draft.messageId), turn.isOver)
        : null
    case 'connection':
      return isAtHome(work, `a:${draft.attemptId}`, runId)
        ? itemOfConnection(
            draft,
            work.ledger.connections.get(draft.attemptId),
            work.intents,
            turn.answered.has(draft.attemptId),
            turn.isOver,
          )
        : null
    case 'workflow':
      return itemOfSlot(work, draft.name, logs, turn.isOver)
  }
}

/** The items of one run, in order; as they were, when nothing that concerns them is new. */
export const placeRun = (work: Work, run: RunFacts): Segment => {
  const { memory, ledger, intents } = work
  const isNewest = run === work.newest
  const known = memory.segments.get(run.id)
  if (
    known &&
    known.revision === run.revision &&
    known.aside === ledger.asideRevision &&
    known.intents === intents &&
    known.isNewest === isNewest &&
    known.starts === memory.starts
  )
    return known
  const fold = memory.folds.get(run.id)
  const placed: Placed[] = []
  const logs = fold && fold.slots.size > 0 ? logsOf(work, run.id) : []
  const turn = fold ? turnOf(work, fold, logs) : { isOver: true, at: Infinity, answered: new Set<never>() }
  for (const draft of fold?.drafts ?? []) {
    const item = itemOfDraft(work, draft, turn, logs)
    if (item) placed.push({ place: draft.place, item: keep(work, item) })
  }
  const segment: Segment = {
    revision: run.revision,
    aside: ledger.asideRevision,
    intents,
    isNewest,
    starts: memory.starts,
    placed,
    isOver: turn.isOver,
  }
  memory.segments.set(run.id, segment)
  return segment
}
