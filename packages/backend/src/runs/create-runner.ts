import type { RunInput, Step, Verdict } from '@threadwork/engine'
import type { RunRecord } from '../store/run-records.ts'
import type { Store } from '../store/store.ts'
import type { Applied } from './apply-input.ts'
import { createDriver } from './driver.ts'
import type { Kernel } from './kernel.ts'
import type { RunnerPorts } from './run-ports.ts'
import type { RunFilter, RunListener, Runner, StartRequest } from './runner.ts'

/** A runner over a store; `resume` takes up what it holds. */
export function createRunner(ports: RunnerPorts): Runner {
  const { store, unit, kernel } = ports
  const listeners = { kept: new Set<RunListener>(), within: new Set<RunListener>() }
  const driver = createDriver(ports, {
    onApplied: (applied) => tell(applied, [...listeners.within]),
    onKept: (applied) =>
      tell(
        applied,
        [...listeners.kept].map((listener) => guard(listener, ports.reportDefect)),
      ),
  })
  const get = (teamId: string, runId: string): RunRecord | null => {
    const record = store.get('runs', runId)
    return record?.teamId === teamId ? record : null
  }
  const input = (teamId: string, runId: string, given: RunInput): Verdict | null =>
    unit.run(() => {
      const record = get(teamId, runId)
      if (!record) return null
      const verdict = kernel.judge(record.run, given)
      if (verdict.type === 'taken') driver.give(record, given)
      return verdict
    })
  return {
    get,
    input,
    start: (request) => {
      const { id } = driver.begin(
        () => earlier(ports, request) ?? keepStart(ports, request, newRun(ports, request)),
      )
      const record = store.get('runs', id)
      if (!record) throw new Error(`The run ${id} was kept and is not there.`)
      return record
    },
    cancel: (teamId, runId) => input(teamId, runId, { type: 'cancel' }),
    retry: (teamId, runId, stepId) =>
      input(teamId, runId, { type: 'retry', stepId: stepId ?? failedStep(kernel, get(teamId, runId)) }),
    list: (filter) =>
      runsOf(store, filter)
        .filter((record) => isWanted(record, filter))
        .toReversed(),
    forget: (teamId, workflowId) =>
      unit.run(() => {
        const mine = store.list('runs', workflowId).filter((record) => record.teamId === teamId)
        for (const record of mine) {
          input(teamId, record.id, { type: 'cancel' })
          for (const row of store.list('effects', record.id)) store.remove('effects', row.id)
          for (const alarm of store.list('alarms', record.id)) store.remove('alarms', alarm.id)
          store.remove('teamRuns', record.id)
          store.remove('runs', record.id)
          unit.afterKept(() => driver.drop(record))
        }
        for (const key of store.list('startKeys', workflowId)) {
          if (get(teamId, key.runId) === null) store.remove('startKeys', key.id)
        }
        return mine.length
      }),
    onEvent: (listener) => register(listeners.kept, listener),
    onKeep: (listener) => register(listeners.within, listener),
    sweep: () => driver.grantAll(),
    resume: () => driver.resume(),
    close: () => driver.close(),
  }
}

function newRun({ kernel, store, clock, makeId }: RunnerPorts, request: StartRequest): RunRecord {
  const { teamId, conversationId, idempotencyKey, workflow, mode, trigger, variables } = request
  const { globals, secretNames } = request
  const id = makeId('wrun')
  const invokeCount = store.count('runs', workflow.id) + 1
  const now = clock.now()
  const seed = { id, workflow, mode, trigger, variables, globals, secretNames, invokeCount }
  return {
    id,
    parent: workflow.id,
    at: now,
    teamId,
    conversationId,
    run: kernel.createRun(seed, now),
    slot: 'none',
    turn: null,
    queuedBecause: null,
    idempotencyKey,
    openEffects: [],
  }
}

/** The step that a retry begins anew: what failed beside the main lane stays as it is. */
function failedStep(kernel: Kernel, record: RunRecord | null): string {
  const failed = record?.run.steps.filter(({ status }) => status === 'failed') ?? []
  const isRetryable = ({ id }: Step): boolean =>
    record !== null && kernel.judge(record.run, { type: 'retry', stepId: id }).type === 'taken'
  return (failed.findLast(isRetryable) ?? failed.at(-1))?.id ?? ''
}

const keyOf = ({ teamId, workflow, idempotencyKey }: StartRequest): string =>
  `start:${teamId}:${workflow.id}:${idempotencyKey}`

// The key goes with the workflow's first run under it: a run that was deleted is not begun anew by a late repeat.
function earlier({ store }: RunnerPorts, request: StartRequest): RunRecord | null {
  if (request.idempotencyKey === null) return null
  const runId = store.get('startKeys', keyOf(request))?.runId
  return runId === undefined ? null : store.get('runs', runId)
}

function keepStart({ store }: RunnerPorts, request: StartRequest, record: RunRecord): RunRecord {
  const { id, at } = record
  store.put('teamRuns', { id, parent: request.teamId, at })
  if (request.idempotencyKey !== null) {
    store.put('startKeys', { id: keyOf(request), parent: record.parent, at, runId: id })
  }
  return record
}

// Of a workflow, or of a team: nobody's list is made by reading everybody's runs.
const runsOf = (store: Store, { teamId, workflowId }: RunFilter): readonly RunRecord[] =>
  workflowId === undefined
    ? store.list('teamRuns', teamId).flatMap(({ id }) => store.get('runs', id) ?? [])
    : store.list('runs', workflowId)

const isWanted = (record: RunRecord, filter: RunFilter): boolean =>
  record.teamId === filter.teamId &&
  (filter.conversationId === undefined || record.conversationId === filter.conversationId) &&
  (filter.status === undefined || record.run.status === filter.status) &&
  (filter.mode === undefined || record.run.mode === filter.mode)

function tell({ record, events }: Applied, listeners: readonly RunListener[]): void {
  const { teamId, conversationId, id } = record
  for (const event of events) {
    for (const listener of listeners) listener({ teamId, conversationId, runId: id, record, event })
  }
}

const guard =
  (listener: RunListener, reportDefect: (error: unknown) => void): RunListener =>
  (told) => {
    try {
      listener(told)
    } catch (error) {
      reportDefect(error)
    }
  }

function register(listeners: Set<RunListener>, listener: RunListener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
