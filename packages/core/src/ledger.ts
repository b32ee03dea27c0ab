import type { AuthLink, ConversationEvent, WorkflowEvent } from './events.ts'
import type { BackendState, ConnectionRead, Decision, Fact, HistoryMessage } from './facts.ts'
import type { AttemptId, CallId, MessageId, RunId } from './ids.ts'
import { addToRun, createRunFacts, type RunFacts } from './ledger-run.ts'
import { addSnapshot, addSnapshots, addWorkflowEvent, createWorkflowLogs } from './ledger-workflow.ts'
import type { WorkflowLogs } from './ledger-workflow-log.ts'

/** A read of the backend's state; `at` is server time in milliseconds. */
export interface StateRead {
  readonly state: BackendState
  readonly at: number
}

/** Since revision `since`, nothing came but events of `run`: a reduction may leave the rest alone. */
export interface Focus {
  readonly run: RunFacts
  readonly since: number
}

/** The facts of one conversation, each once. It only grows; joining the same fact again changes nothing. */
export interface Ledger {
  readonly runs: ReadonlyMap<RunId, RunFacts>
  readonly workflows: WorkflowLogs
  readonly messages: ReadonlyMap<MessageId, HistoryMessage>
  readonly decisions: ReadonlyMap<CallId, Decision>
  readonly connections: ReadonlyMap<AttemptId, ConnectionRead>
  /** The runs that were watched to their end, and when their newest event was then. */
  readonly settledRuns: ReadonlyMap<RunId, number>
  readonly backendState: StateRead | null
  /** The runs in whose events a message, an attempt or a call stands, by `m:<id>`, `a:<id>` or `c:<id>`. */
  readonly homes: ReadonlyMap<string, readonly RunId[]>
  /** Server time in milliseconds before which the backend no longer has events; `null` while it has all. */
  readonly expiredBefore: number | null
  /** The newest server time known, in milliseconds; 0 before the first. */
  readonly newestAt: number
  /** Grows with every new fact, and with nothing else. */
  readonly revision: number
  /** Grows with every new fact that is not an event. */
  readonly asideRevision: number
  /** The run that the newest facts belong to, all of them since a revision; `null` after any other fact. */
  readonly focus: Focus | null
  /** Joins a fact; `false` when the ledger knew it. */
  add(fact: Fact): boolean
}

const decisionRank = { resolved: 0, expired: 1, changed: 2, rejected: 3, approved: 4 } as const
const connectionRank = { 'auth-required': 0, failed: 1, skipped: 2, authorized: 3 } as const
// Decides between two states told for the same moment, so that their order of arrival does not.
const stateRank = { 'ai-running': 0, 'skill-running': 1, 'awaiting-approval': 2, idle: 3 } as const
const noRun = '' as RunId // events without a run share one

const isWorkflowEvent = (event: ConversationEvent): event is WorkflowEvent =>
  event.type === 'step-started' ||
  event.type === 'step-completed' ||
  event.type === 'form-required' ||
  event.type === 'workflow-started' ||
  event.type === 'step-failed' ||
  event.type === 'workflow-ended' ||
  event.type === 'workflow-failed' ||
  event.type === 'workflow-cancelled'

const homeOf = (event: ConversationEvent): string | null => {
  if (event.type === 'message' || event.type === 'text-delta') return `m:${event.messageId}`
  if ('attemptId' in event) return `a:${event.attemptId}`
  if (event.type === 'approval-required') return `c:${event.callId}`
  return null
}

// A definite answer of this client's own outranks hearsay; equal ranks are the same answer.
const joinDecision = (known: Decision, next: Decision): Decision => {
  if (known.by !== next.by) return known.by === 'me' ? known : next
  return decisionRank[next.resolution] > decisionRank[known.resolution] ? next : known
}

// The later word counts: a link that lives longer, and of one link the younger sight of what is left of it.
const isNewerLink = (next: AuthLink | null, known: AuthLink | null): boolean => {
  const [one, other] = [next?.expiresAt ?? -1, known?.expiresAt ?? -1]
  return one === other ? (next?.toldAt ?? -1) > (known?.toldAt ?? -1) : one > other
}

const joinConnection = (known: ConnectionRead, next: ConnectionRead): ConnectionRead => {
  const status = connectionRank[next.status] > connectionRank[known.status] ? next.status : known.status
  const link = isNewerLink(next.link, known.link) ? next.link : (known.link ?? next.link)
  return status === known.status && link === known.link ? known : { attemptId: known.attemptId, status, link }
}

const isLaterCopy = (known: HistoryMessage, next: HistoryMessage): boolean => {
  if (next.revision !== known.revision) return next.revision > known.revision
  return next.intentId !== null && known.intentId === null
}

/** An empty ledger. */
export const createLedger = (): Ledger => {
  const runs = new Map<RunId, RunFacts>()
  const workflows = createWorkflowLogs()
  const messages = new Map<MessageId, HistoryMessage>()
  const decisions = new Map<CallId, Decision>()
  const connections = new Map<AttemptId, ConnectionRead>()
  const settledRuns = new Map<RunId, number>()
  const homes = new Map<string, RunId[]>()
  let backendState: StateRead | null = null
  let expiredBefore: number | null = null
  let newestAt = 0
  let revision = 0
  let asideRevision = 0
  let lastRun: RunFacts | undefined
  let focus: Focus | null = null

  const runNamed = (id: RunId): RunFacts => {
    if (lastRun?.id === id) return lastRun
    let run = runs.get(id)
    if (!run) {
      run = createRunFacts(id)
      runs.set(id, run)
    }
    lastRun = run
    return run
  }

  const noteHome = (event: ConversationEvent, run: RunFacts): void => {
    const key = homeOf(event)
    if (key === null) return
    const known = homes.get(key)
    if (known === undefined) homes.set(key, [run.id])
    else if (!known.includes(run.id)) known.push(run.id)
    else return
    // What stood elsewhere in the thread now stands in this run.
    if (known !== undefined || ('messageId' in event && messages.has(event.messageId))) asideRevision += 1
  }

  const addEvent = (event: ConversationEvent): boolean => {
    const isWorkflow = isWorkflowEvent(event)
    if (isWorkflow && event.runId === null) {
      const log = addWorkflowEvent(workflows, event, newestAt)
      if (!log) return false
      if (log.runId !== null) asideRevision += 1
      focus = null
    } else {
      const run = runNamed(event.runId ?? noRun)
      if (!addToRun(run, event)) return false
      noteHome(event, run)
      if (focus?.run !== run) focus = { run, since: revision }
      const log = isWorkflow ? addWorkflowEvent(workflows, event, newestAt) : null
      // A workflow that goes on in another run is still shown where it began.
      if (log && log.runId !== run.id) asideRevision += 1
    }
    if (event.at !== null && event.at > newestAt && event.type !== 'unknown') newestAt = event.at
    return true
  }

  const addMessage = (message: HistoryMessage): boolean => {
    const known = messages.get(message.messageId)
    if (known && !isLaterCopy(known, message)) return false
    messages.set(message.messageId, message)
    if (message.at > newestAt) newestAt = message.at
    return true
  }

  const addDecision = (decision: Decision): boolean => {
    const known = decisions.get(decision.callId)
    const joined = known ? joinDecision(known, decision) : decision
    if (joined === known) return false
    decisions.set(decision.callId, joined)
    for (const id of homes.get(`c:${decision.callId}`) ?? []) {
      const run = runNamed(id)
      // Which card later events find depends on what was rejected.
      run.shuffles += 1
      run.revision += 1
    }
    return known === undefined || known.by !== joined.by || known.resolution !== joined.resolution
  }

  const addConnection = (connection: ConnectionRead): boolean => {
    const known = connections.get(connection.attemptId)
    const joined = known ? joinConnection(known, connection) : connection
    if (joined === known) return false
    connections.set(connection.attemptId, joined)
    return true
  }

  const addState = (state: BackendState, at: number | null): boolean => {
    const read = { state, at: at ?? newestAt }
    const known = backendState
    if (known && (known.at > read.at || (known.at === read.at && stateRank[known.state] >= stateRank[state])))
      return false
    backendState = read
    return true
  }

  const expire = (before: number): boolean => {
    if (expiredBefore !== null && expiredBefore >= before) return false
    expiredBefore = before
    return true
  }

  const settle = (runId: RunId, at: number): boolean => {
    if ((settledRuns.get(runId) ?? -1) >= at) return false
    settledRuns.set(runId, at)
    return true
  }

  const addAside = (fact: Exclude<Fact, { type: 'event' }>): boolean => {
    switch (fact.type) {
      case 'history-message':
        return addMessage(fact.message)
      case 'decision':
        return addDecision(fact.decision)
      case 'connection':
        return addConnection(fact.connection)
      case 'backend-state':
        return addState(fact.state, fact.at)
      case 'workflow-snapshot':
        return addSnapshot(workflows, fact.snapshot, newestAt)
      case 'workflow-snapshots':
        return addSnapshots(workflows, fact.snapshots, newestAt)
      case 'run-settled':
        return settle(fact.runId, fact.at)
      case 'events-expired':
        return expire(fact.before)
    }
  }

  const add = (fact: Fact): boolean => {
    const isNew = fact.type === 'event' ? addEvent(fact.event) : addAside(fact)
    if (!isNew) return false
    revision += 1
    if (fact.type === 'event') return true
    asideRevision += 1
    focus = null
    return true
  }

  return {
    runs,
    workflows,
    messages,
    decisions,
    connections,
    settledRuns,
    homes,
    add,
    get backendState() {
      return backendState
    },
    get expiredBefore() {
      return expiredBefore
    },
    get newestAt() {
      return newestAt
    },
    get focus() {
      return focus
    },
    get revision() {
      return revision
    },
    get asideRevision() {
      return asideRevision
    },
  }
}
