import type { Conversation } from './conversation.ts'
import type { HistoryMessage } from './facts.ts'
import type { RunId } from './ids.ts'
import type { Item } from './items.ts'
import type { RunFacts } from './ledger-run.ts'
import type { WorkflowLog } from './ledger-workflow-log.ts'
import type { Ledger } from './ledger.ts'
import type { Intent } from './outbox-intent.ts'
import type { Placed } from './reduce-place.ts'
import { foldRun, type RunFold } from './reduce-run.ts'
import { foldWorkflow } from './reduce-workflow.ts'
import type { WorkflowFold } from './reduce-workflow-step.ts'
import { reuse } from './same-value.ts'

/** What a reduction keeps so that the next one does only what is new. It never changes a result. */
export interface Memory {
  readonly folds: Map<RunId, RunFold>
  readonly workflows: Map<WorkflowLog, WorkflowFold>
  readonly items: Map<string, Item>
  readonly segments: Map<RunId, Segment>
  head: Head | null
  /** The items of the newest run, and where they stood, when the view was made. */
  tail: readonly Placed[]
  view: Conversation | null
  revision: number
  intents: readonly Intent[] | null
  /** Grows when a run begins, or turns out to have begun at another time: what lies between runs may then differ. */
  starts: number
}

/** The items of one run, and what they were made from. */
export interface Segment {
  readonly revision: number
  readonly aside: number
  readonly intents: readonly Intent[]
  readonly isNewest: boolean
  readonly starts: number
  readonly placed: readonly Placed[]
  readonly isOver: boolean
}

/** All that stands before the newest run. */
export interface Head {
  readonly newest: RunFacts | undefined
  readonly older: number
  readonly aside: number
  readonly starts: number
  readonly intents: readonly Intent[]
  readonly placed: readonly Placed[]
  readonly items: readonly Item[]
  /** The items of it that can still change. */
  readonly live: readonly Item[]
}

const memories = new WeakMap<Ledger, Memory>()

/** The memory that belongs to a ledger, and goes with it. */
export const memoryOf = (ledger: Ledger): Memory => {
  let memory = memories.get(ledger)
  if (!memory) {
    memory = {
      folds: new Map(),
      workflows: new Map(),
      items: new Map(),
      segments: new Map(),
      head: null,
      tail: [],
      view: null,
      revision: -1,
      intents: null,
      starts: 0,
    }
    memories.set(ledger, memory)
  }
  return memory
}

/** One reduction under way. */
export interface Work {
  readonly ledger: Ledger
  readonly intents: readonly Intent[]
  readonly memory: Memory
  readonly newest: RunFacts | undefined
  replies: readonly HistoryMessage[] | null
}

/** When a run began, in server milliseconds; Infinity while that is not known. */
export const startOf = (work: Work, id: RunId): number => work.memory.folds.get(id)?.start ?? Infinity

const isLater = (a: RunFold, b: RunFold): boolean =>
  a.start === b.start ? a.run.id > b.run.id : a.start > b.start

const foldNew = (ledger: Ledger, memory: Memory, run: RunFacts): RunFold => {
  const known = memory.folds.get(run.id)
  const start = known?.start
  const wasKnown = known?.isKnown
  const fold = foldRun(run, known, ledger.decisions)
  memory.folds.set(run.id, fold)
  if (fold.start !== start || fold.isKnown !== wasKnown) memory.starts += 1
  return fold
}

/** Folds what is new in every run; returns the newest run. */
export const foldRuns = (ledger: Ledger, memory: Memory): RunFacts | undefined => {
  let newest: RunFold | undefined
  for (const run of ledger.runs.values()) {
    const fold = foldNew(ledger, memory, run)
    if (!fold.isKnown) continue
    if (newest === undefined || newest.run.id === '' || (run.id !== '' && isLater(fold, newest)))
      newest = fold
  }
  return newest?.run
}

/**
 * Folds the newest run alone, where nothing else can have changed since the last reduction with these intents; `null`
 * where something may have. This is the path of a live stream: it costs the same in any conversation.
 */
export const foldNewest = (ledger: Ledger, memory: Memory, intents: readonly Intent[]): Head | null => {
  const { focus, asideRevision } = ledger
  const { head } = memory
  if (!focus || !head || head.newest !== focus.run || memory.revision < focus.since) return null
  if (memory.intents !== intents || head.aside !== asideRevision) return null
  foldNew(ledger, memory, focus.run)
  // A run that began earlier than was known may no longer be the newest.
  return head.starts === memory.starts ? head : null
}

/** A workflow's log, folded up to now. */
export const foldOf = (work: Work, log: WorkflowLog): WorkflowFold => {
  const fold = foldWorkflow(log, work.memory.workflows.get(log))
  work.memory.workflows.set(log, fold)
  return fold
}

/** The agent's messages that no event carries. */
export const repliesOf = (work: Work): readonly HistoryMessage[] => {
  work.replies ??= [...work.ledger.messages.values()].filter(
    ({ role, messageId }) => role === 'agent' && !work.ledger.homes.has(`m:${messageId}`),
  )
  return work.replies
}

/** When the run after this one began; Infinity when none did. */
export const nextStart = (work: Work, fold: RunFold): number => {
  let next = Infinity
  for (const other of work.memory.folds.values())
    if (other !== fold && other.isKnown && other.run.id !== '' && isLater(other, fold))
      next = Math.min(next, other.start)
  return next
}

/** The workflows that a run carries; `null`: those of a wire without runs. */
export const logsOf = (work: Work, runId: RunId | null): readonly WorkflowLog[] =>
  work.ledger.workflows.list.filter((log) => log.runId === runId)

/** The item as it was, when it still says the same: its card is then not drawn again. */
export const keep = <Kind extends Item>(work: Work, item: Kind): Kind => {
  const known = work.memory.items.get(item.id)
  const kept = reuse(known as Kind | undefined, item) // the same id may have been of another kind: then they differ
  if (kept !== known) work.memory.items.set(item.id, kept)
  return kept
}
