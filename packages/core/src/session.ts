import type { Timer } from './clock.ts'
import type { SessionState } from './conversation.ts'
import type { AuthLink } from './events.ts'
import type { Fact } from './facts.ts'
import type { AttemptId, ConversationId, IntentId } from './ids.ts'
import { createLedger } from './ledger.ts'
import { needOf, newestMessageAt, outlookOf, type Outlook } from './outlook.ts'
import type { Intent } from './outbox-intent.ts'
import { readIntents, writeIntents } from './outbox-note.ts'
import { createOutbox, standsFor, stepOutbox, type OutboxEffect, type OutboxInput } from './outbox.ts'
import {
  createRecovery,
  shownRecovery,
  stepRecovery,
  type RecoveryEffect,
  type RecoveryInput,
} from './recovery.ts'
import { reduce } from './reduce.ts'
import { reuse } from './same-value.ts'
import { createActions } from './session-actions.ts'
import type { Session, SessionOptions } from './session-contract.ts'
import { hasTakenEffect } from './session-look-up.ts'
import { noteConnections, notedConnections } from './session-connection-note.ts'
import { createNotebook } from './session-note.ts'
import { createPublisher } from './session-publisher.ts'
import { createReader, defectOf, expiryOf, linkIn } from './session-reader.ts'
import { createReportLog } from './session-report.ts'
import { createWaits } from './session-waits.ts'
import { createStore } from './store.ts'
import type { Failure, LinkChange, ReadResult, TransportConnection } from './transport.ts'

/** Milliseconds until an intent is looked for again, when a read did not come whole. */
const lookAgain = 3000

/**
 * Brings one conversation to life over a transport. Every effect of the product is performed here: the ledger, the
 * outbox and the recovery only say what is to be done.
 */
export const createSession = (options: SessionOptions): Session => {
  const { transport, clock } = options
  const conversationId = options.conversationId as ConversationId // hosts pass plain strings
  const { capabilities } = transport
  const ledger = createLedger()
  const store = createStore()
  const reports = createReportLog(clock)
  const notebook = createNotebook(options.storage, conversationId, (storageProblem) =>
    patch({ storageProblem }),
  )
  const waits = createWaits(clock)
  const looks = new Set<IntentId>()
  let outbox = createOutbox(capabilities.idempotent)
  let recovery = createRecovery(capabilities.delivery)
  let connection: TransportConnection | null = null
  let isClosed = false
  let recoveryTimer: Timer | null = null

  const view = () => reduce(ledger, outbox.intents)
  const outlook = (): Outlook => outlookOf(ledger, view())

  const patch = (change: Partial<SessionState>): void => {
    const state = store.getState()
    const next = { ...state, ...change }
    const names = Object.keys(change) as (keyof SessionState)[] // the keys of a literal are its own
    if (names.some((name) => !Object.is(state[name], next[name]))) store.setState(next, true)
  }

  const publisher = createPublisher(clock, () => {
    const { items, phase } = view()
    const shown = reuse(store.getState().recovery, shownRecovery(recovery))
    patch({ items, phase, link: recovery.link, recovery: shown, isStopped: recovery.isStopped })
  })

  const join = (facts: readonly Fact[]): boolean => {
    let isNews = false
    for (const fact of facts) isNews = ledger.add(fact) || isNews
    return isNews
  }

  const tell = (input: OutboxInput): void => {
    const [next, effects] = stepOutbox(outbox, input)
    outbox = next
    for (const effect of effects) performOutbox(effect)
    publisher.request()
  }

  const advance = (input: RecoveryInput): void => {
    const context = { now: clock.now(), random: clock.random(), need: needOf(ledger, view()) }
    const [next, effects] = stepRecovery(recovery, input, context)
    recovery = next
    for (const effect of effects) performRecovery(effect)
    publisher.request()
  }

  const intentOf = (id: IntentId): Intent | undefined => outbox.intents.find((intent) => intent.id === id)

  const send = async (id: IntentId): Promise<void> => {
    const intent = intentOf(id)
    if (!intent || !connection) return
    const outcome = await connection
      .submit(intent.command, id)
      .catch((cause: unknown) => ({ status: 'failed', failure: defectOf(cause) }) as const)
    if (isClosed) return
    tell({ type: 'answered', id, outcome })
    // A stream that was quiet because it waited for this is watched again.
    advance({ type: 'heard' })
  }

  const lookUp = async (id: IntentId): Promise<void> => {
    const isComplete = await reader.readAnew()
    looks.delete(id)
    const intent = intentOf(id)
    if (!intent || isClosed) return
    if (hasTakenEffect(intent, view().items)) tell({ type: 'found', id })
    else if (isComplete) tell({ type: 'not-found', id })
    else if (outbox.isOnline) look(id, lookAgain)
  }

  // One look at a time for each intent: two that share a read would count as two misses.
  const look = (id: IntentId, ms: number): void => {
    if (looks.has(id)) return
    looks.add(id)
    waits.after(ms, () => void lookUp(id))
  }

  const performOutbox = (effect: OutboxEffect): void => {
    switch (effect.type) {
      case 'store':
        return notebook.write('intents', writeIntents(outbox.intents))
      case 'send':
        return waits.after(effect.after, () => void send(effect.id))
      case 'look-up':
        return look(effect.id, effect.after)
      case 'learn':
        return void join([effect.fact])
      case 'refresh':
        return void reader.readAnew()
    }
  }

  const settle = (): void => {
    const { openRunId } = outlook()
    if (openRunId !== null) join([{ type: 'run-settled', runId: openRunId }])
  }

  const resume = (): void => {
    const { openRunId, lastEventId } = outlook()
    if (openRunId === null || !connection) return
    // Where no stream can be opened again, the reads beside it do the work.
    connection.resume(openRunId, lastEventId).catch(() => false)
  }

  const stopWaiting = (): void => {
    recoveryTimer?.cancel()
    recoveryTimer = null
  }

  const performRecovery = (effect: RecoveryEffect): void => {
    switch (effect.type) {
      case 'read':
        return void reader.read()
      case 'resume':
        return resume()
      case 'wait':
        stopWaiting()
        recoveryTimer = clock.after(effect.ms, () => advance({ type: 'due' }))
        return
      case 'cancel-wait':
        return stopWaiting()
      case 'settle':
        return settle()
      case 'wake-transport':
        return connection?.wake()
    }
  }

  // In one change: ready and still empty would look like a conversation without messages.
  const becomeReady = (problem: Failure | null): void => patch({ ...view(), history: 'ready', problem })

  const takeRead = (result: Extract<ReadResult, { status: 'read' }>): void => {
    const isNews = join([...result.facts, ...expiryOf(result, ledger)])
    noteConnections(notebook, result.facts)
    const saysIdle = result.facts.some((fact) => fact.type === 'backend-state' && fact.state === 'idle')
    const isPartial = result.problems.length > 0
    becomeReady(result.problems[0] ?? null)
    advance({ type: 'read-done', isIdle: saysIdle && !isPartial, isNews, isPartial })
  }

  const takeFailure = (failure: Failure): void => {
    const { history } = store.getState()
    const next = history === 'loading' ? 'failed' : history
    patch({ problem: failure, history: failure.reason === 'not-found' ? 'closed' : next })
    advance({ type: 'read-failed', failure })
  }

  const reader = createReader({
    connection: () => (isClosed ? null : connection),
    outlook,
    take: takeRead,
    fail: takeFailure,
  })

  const receive = (facts: readonly Fact[]): void => {
    if (isClosed || !join(facts)) return
    if (capabilities.delivery === 'push' && store.getState().history !== 'ready') becomeReady(null)
    advance({ type: 'heard' })
  }

  const changeLink = (change: LinkChange): void => {
    if (isClosed) return
    switch (change.type) {
      case 'opened':
        return advance({ type: 'stream-opened' })
      case 'run-named':
        return tell({ type: 'run-named', id: change.intentId, runId: change.runId })
      case 'ended':
        return advance({ ...change, type: 'stream-ended' })
      case 'reconnecting':
        return advance(change)
      case 'reconnected':
        becomeReady(null)
        return advance(change)
    }
  }

  const ask = (intent: Intent): IntentId => {
    tell({ type: 'ask', intent })
    publisher.flush()
    return standsFor(outbox, intent)?.id ?? intent.id
  }

  const newestAt = (): number => newestMessageAt(ledger)
  const actions = createActions({ clock, items: () => view().items, newestAt, ask })

  const renewLink = async (attemptId: AttemptId): Promise<AuthLink | null> => {
    const result = await connection
      ?.renewLink(attemptId)
      .catch((cause: unknown) => ({ status: 'failed', failure: defectOf(cause) }) as const)
    if (!result || isClosed) return null
    if (result.status === 'failed') patch({ problem: result.failure })
    else join(result.facts)
    publisher.request()
    return linkIn(result, attemptId)
  }

  const stop = (): void => {
    if (capabilities.stop === 'cancel') {
      const active = view().items.findLast(
        (item) => item.kind === 'workflow' && (item.status === 'running' || item.status === 'awaiting-input'),
      )
      if (active?.kind === 'workflow') actions.cancelWorkflow(active.workflowId)
      return
    }
    advance({ type: 'stop' })
    connection?.stopListening()
  }

  return {
    ...actions,
    conversationId,
    capabilities,
    getState: () => store.getState(),
    subscribe: (listener) => store.subscribe(listener),
    open() {
      if (connection || isClosed) return
      connection = transport.open(conversationId, {
        receive,
        changeLink,
        report: (report) => reports.add(report),
      })
      join(notedConnections(notebook))
      tell({ type: 'restore', intents: readIntents(notebook.read('intents')) })
      advance({ type: 'open' })
    },
    close() {
      isClosed = true
      stopWaiting()
      publisher.stop()
      waits.stop()
      connection?.close()
    },
    wake() {
      tell({ type: 'online' })
      advance({ type: 'wake' })
    },
    setOffline() {
      tell({ type: 'offline' })
      advance({ type: 'offline' })
    },
    renewLink,
    watchConnection: () => advance({ type: 'watch' }),
    retry: (id) => tell({ type: 'retry', id }),
    discard(id) {
      const intent = intentOf(id)
      tell({ type: 'discard', id })
      return intent?.command.type === 'send-message' ? intent.command.text : null
    },
    stop,
    readDraft: (name) => notebook.read(`draft:${name}`),
    writeDraft: (name, value) => notebook.write(`draft:${name}`, value),
    getReports: () => reports.list(),
    subscribeReports: (listener) => reports.subscribe(listener),
  }
}
