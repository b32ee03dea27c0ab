import {
  type ErrorRateHook,
  type JsonObject,
  type Rendered,
  createScope,
  renderUrl,
} from '@threadwork/engine'
import type { BackendClock } from '../clock.ts'
import type { Perform } from '../perform/perform.ts'
import { formSecretsOf } from '../runs/form-secrets.ts'
import type { ToldRunEvent } from '../runs/runner.ts'
import type { ErrorRateRecord, RunRecord } from '../store/run-records.ts'
import type { Store } from '../store/store.ts'
import type { UnitOfWork } from '../store/unit-of-work.ts'

/** Calls a workflow's URL once when too many of its runs fail, and again only after it has recovered (G27). */
export interface ErrorRateWatch {
  /** Counts a run that ended. It is called inside the transaction that keeps the end. */
  hear(told: ToldRunEvent): void
  /** Takes up the calls that a process left without an answer: once more at the most, under the same key. */
  resume(): void
  close(): void
}

/** What the watch works with. */
export interface ErrorRatePorts {
  readonly store: Store
  readonly unit: () => UnitOfWork
  readonly clock: BackendClock
  /** Signs and sends, over the guarded network. */
  readonly deliver: Perform<'webhook'>
  readonly reportDefect: (error: unknown) => void
}

const mostSends = 2
const timeoutMs = 15_000
const retries = 3
const unknowable =
  'The hook was called twice, and both times the server stopped before the answer: whether it arrived cannot be known.'

export function createErrorRateWatch(ports: ErrorRatePorts): ErrorRateWatch {
  const { store, clock } = ports
  const closing = new AbortController()
  const settle = (workflowId: string, key: string, error: string | null): void => {
    const record = store.get('errorRates', workflowId)
    // Deleted since, or raised anew.
    if (record?.call?.key !== key) return
    const { label: _, ...rest } = record
    const status = error === null ? 'delivered' : 'failed'
    store.put('errorRates', { ...rest, call: { ...record.call, status, error } })
  }
  const launch = async (record: ErrorRateRecord): Promise<void> => {
    const { call } = record
    if (!call || call.status !== 'pending' || closing.signal.aborted) return
    if (call.sends >= mostSends) return settle(record.id, call.key, unknowable)
    store.put('errorRates', { ...record, call: { ...call, sends: call.sends + 1 } })
    const action = {
      type: 'webhook',
      url: call.url,
      event: 'workflow.error-rate',
      payload: call.payload,
    } as const
    const performed = await ports.deliver(
      { ...action, timeoutMs, retries },
      {
        teamId: record.parent,
        runId: call.runId,
        workflowId: record.id,
        stepId: 'error-rate-hook',
        conversationId: null,
        mode: 'production',
        key: call.key,
        signal: closing.signal,
      },
    )
    if (!closing.signal.aborted)
      settle(record.id, call.key, performed.type === 'failed' ? performed.error : null)
  }
  const send = (record: ErrorRateRecord): void => void launch(record).catch(ports.reportDefect)
  return {
    hear: ({ event, record }) => {
      const hook = record.run.workflow.settings.errorRateHook
      const isEnd = event.type === 'workflow-completed' || event.type === 'workflow-failed'
      if (!isEnd || hook === null || record.run.mode !== 'production') return
      const before = store.get('errorRates', record.parent)
      const counted = count(before, record, hook, clock.now())
      store.put('errorRates', counted)
      if (counted.call !== null && counted.call.key !== before?.call?.key) {
        ports.unit().afterKept(() => send(store.get('errorRates', counted.id) ?? counted))
      }
    },
    resume: () => {
      for (const record of store.listLabelled('errorRates', 'open')) send(record)
    },
    close: () => closing.abort(),
  }
}

/** The share of failures among the counted runs; `null` while there are fewer than are looked at. */
export function errorRateOf({ outcomes, runs }: Pick<ErrorRateRecord, 'outcomes' | 'runs'>): number | null {
  if (outcomes.length < runs) return null
  return outcomes.filter(({ isFailed }) => isFailed).length / outcomes.length
}

function count(
  before: ErrorRateRecord | null,
  ended: RunRecord,
  hook: ErrorRateHook,
  now: number,
): ErrorRateRecord {
  const outcome = { runId: ended.id, isFailed: ended.run.status === 'failed' }
  const known = before?.outcomes ?? []
  const isKnown = known.some(({ runId }) => runId === outcome.runId)
  // A failed run that was retried counts once, as it ended at last.
  const all = isKnown
    ? known.map((each) => (each.runId === outcome.runId ? outcome : each))
    : [...known, outcome]
  const base: ErrorRateRecord = before ?? {
    id: ended.parent,
    parent: ended.teamId,
    at: now,
    outcomes: [],
    runs: hook.runs,
    isRaised: false,
    call: null,
  }
  const next = { ...base, outcomes: all.slice(-hook.runs), runs: hook.runs }
  const rate = errorRateOf(next)
  const isHigh = rate !== null && rate >= hook.threshold
  if (!isHigh) return { ...next, isRaised: rate === null ? next.isRaised : false }
  return next.isRaised ? next : raised(next, ended, hook, now)
}

function raised(
  counted: ErrorRateRecord,
  { id, run, parent }: RunRecord,
  hook: ErrorRateHook,
  now: number,
): ErrorRateRecord {
  const failed = counted.outcomes.filter(({ isFailed }) => isFailed).length
  const payload: JsonObject = {
    workflowId: parent,
    workflowName: run.workflow.name,
    version: run.workflow.version,
    errorRate: failed / counted.outcomes.length,
    threshold: hook.threshold,
    runs: counted.outcomes.length,
    failed,
    runId: id,
    error: run.error === null ? null : formSecretsOf(run).text(run.error),
  }
  // A run may be retried and fail again: each call has a name of its own.
  const call = {
    key: `${id}:error-rate-hook:${now}`,
    runId: id,
    url: urlOf(run, hook, now),
    payload,
    at: now,
  }
  return {
    ...counted,
    label: 'open',
    isRaised: true,
    call: { ...call, status: 'pending', sends: 0, error: null },
  }
}

const urlOf = (run: RunRecord['run'], { url }: ErrorRateHook, now: number): Rendered =>
  renderUrl(url.trim(), createScope(run, { now, random: 0, world: {} }))
