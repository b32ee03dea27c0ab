import type { Timer } from './clock.ts'
import type { SessionState } from './conversation.ts'
import type { Fact } from './facts.ts'
import type { ConversationId, IntentId } from './ids.ts'
import { createLedger } from './ledger.ts'
import { lacksAnswer, lacksOutcome, needOf, newestMessageAt, outlookOf, type Outlook } from './outlook.ts'
import type { Intent } from './outbox-intent.ts'
import { nextToLeave, queueOf } from './outbox-queue.ts'
import { standsFor } from './outbox.ts'
import type { RecoveryEffect, RecoveryInput } from './recovery-contract.ts'
import { createRecovery, shownRecovery, stepRecovery } from './recovery.ts'
import { reduce } from './reduce.ts'
import { reuse } from './same-value.ts'
import { createActions } from './session-actions.ts'
import type { Session, SessionOptions } from './session-contract.ts'
import { noteConnections, notedConnections } from './session-connection-note.ts'
import { createNotebook } from './session-note.ts'
import { createOutboxKeeper } from './session-outbox.ts'
import { createPublisher } from './session-publisher.ts'
import { createLinkRenewal } from './session-link.ts'
import { createReader, expiryOf } from './session-reader.ts'
import { createReportLog } from './session-report.ts'
import { createSharing } from './session-sharing.ts'
import { uploadOver } from './session-upload.ts'
import { createWaits } from './session-waits.ts'
import { watched, type SessionWatcher } from './session-watch.ts'
import { createStore } from './store.ts'
import type { Failure, LinkChange, ReadResult, TransportConnection } from './transport.ts'

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
  const watchers = new Set<SessionWatcher>()
  let recovery = createRecovery(capabilities.delivery)
  let connection: TransportConnection | null = null
  let isClosed = false
  let recoveryTimer: Timer | null = null

  const open = (): TransportConnection | null => (isClosed ? null : connection)
  const outbox = createOutboxKeeper({
    capabilities,
    notebook,
    waits,
    connection: open,
    items: () => view().items,
    learn: (fact) => {
      join([fact])
      sharing.tellFact(fact)
    },
    readAnew: () => reader.readAnew(),
    onAnswered: () => advance({ type: 'heard' }),
    onChange: () => publisher.request(),
  })
  const { tell, intentOf } = outbox
  const sharing = createSharing({
    openMirror: options.mirror,
    conversationId,
    notebook,
    learn: (fact) => {
      if (join([fact])) advance({ type: 'heard' })
    },
  })

  const view = () => reduce(ledger, outbox.state().intents)
  const outlook = (): Outlook => outlookOf(ledger, view())

  const patch = (change: Partial<SessionState>): void => {
    const state = store.getState()
    const next = { ...state, ...change }
    const names = Object.keys(change) as (keyof SessionState)[] // the keys of a literal are its own
    if (names.some((name) => !Object.is(state[name], next[name]))) store.setState(next, true)
  }

  const publisher = createPublisher(clock, () => {
    const { items, phase } = view()
    const known = store.getState()
    patch({
      items,
      phase,
      queue: reuse(known.queue, queueOf(outbox.state().intents, phase)),
      link: recovery.link,
      recovery: reuse(known.recovery, shownRecovery(recovery)),
      isStopped: recovery.isStopped,
    })
    release()
  })

  const join = (facts: readonly Fact[]): boolean => {
    let isNews = false
    for (const fact of facts) isNews = ledger.add(fact) || isNews
    return isNews
  }

  // What is not read yet may still show a turn that runs.
  const release = (): void => {
    const { phase, link, history } = store.getState()
    const isQuiet = phase === 'idle' && link === 'live' && history === 'ready' && !isClosed
    if (isQuiet && nextToLeave(outbox.state()) !== null) tell({ type: 'release', sentAfter: newestAt() })
  }

  const advance = (input: RecoveryInput): void => {
    const context = { now: clock.now(), random: clock.random(), need: needOf(ledger, view()) }
    const [next, effects] = stepRecovery(recovery, input, context)
    recovery = next
    for (const effect of effects) performRecovery(effect)
    publisher.request()
  }

  const settle = (): void => {
    const { openRunId, openRunAt } = outlook()
    if (openRunId !== null) join([{ type: 'run-settled', runId: openRunId, at: openRunAt }])
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
    const isUnanswered = lacksAnswer(ledger, store.getState()) || lacksOutcome(ledger, store.getState())
    advance({ type: 'read-done', isIdle: saysIdle && !isPartial, isNews, isPartial, isUnanswered })
  }

  const takeFailure = (failure: Failure): void => {
    const { history } = store.getState()
    const next = history === 'loading' ? 'failed' : history
    patch({ problem: failure, history: failure.reason === 'not-found' ? 'closed' : next })
    advance({ type: 'read-failed', failure })
  }

  const reader = createReader({
    connection: open,
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
    const { phase } = view()
    tell({ type: 'ask', intent, isBusy: phase !== 'idle' && phase !== 'failed' })
    // Nobody would hear that the turn is over.
    if (recovery.isStopped && intent.command.type === 'send-message') advance({ type: 'wake' })
    publisher.flush()
    return standsFor(outbox.state(), intent)?.id ?? intent.id
  }

  const newestAt = (): number => newestMessageAt(ledger)
  const actions = createActions({ clock, items: () => view().items, newestAt, ask })

  const renewLink = createLinkRenewal({
    connection: open,
    take: (facts) => {
      join(facts)
      publisher.request()
    },
    fail: (problem) => patch({ problem }),
  })

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

  const session: Session = {
    ...actions,
    conversationId,
    capabilities,
    getState: store.getState,
    subscribe: store.subscribe,
    open() {
      if (connection || isClosed) return
      const sink = { receive, changeLink, report: reports.add }
      connection = watched(transport.open(conversationId, watched(sink, watchers)), watchers)
      sharing.open()
      join(notedConnections(notebook))
      outbox.restore()
      advance({ type: 'open' })
    },
    close() {
      isClosed = true
      stopWaiting()
      publisher.stop()
      waits.stop()
      sharing.close()
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
    upload: (file, watch = {}) => uploadOver(open(), file, watch),
    retry: (id) => tell({ type: 'retry', id }),
    editQueued: (id, text) => tell({ type: 'edit', id, text }),
    pauseQueued: (id, isPaused) => tell({ type: 'pause', id, isPaused }),
    discard(id) {
      const intent = intentOf(id)
      tell({ type: 'discard', id })
      return intent?.command.type === 'send-message' ? intent.command.text : null
    },
    stop,
    ...sharing.drafts,
    getReports: reports.list,
    subscribeReports: reports.subscribe,
    inspect: () => ({ ledger, outbox: outbox.state(), recovery }),
    watch(watcher) {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
  }
  options.telemetry?.(session)
  return session
}
