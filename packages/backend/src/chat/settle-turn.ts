import { activeSteps, isOver as isRunOver, quoteMarkdown, type Run } from '@threadwork/engine'
import type { BackendContext } from '../context.ts'
import type { TurnRecord } from '../store/chat-records.ts'
import type { RunRecord } from '../store/run-records.ts'
import { saveTurn, speak } from './emit.ts'
import { endTurn, livingTurn } from './turns.ts'

// Longer waits do not lock the conversation: what comes after them is told in a turn of its own.
const longestPause = 60_000

/** Judges a turn by its runs: it waits for the person, goes on, or is over. */
export function settleTurn(context: BackendContext, turnId: string): void {
  const turn = livingTurn(context, turnId)
  if (!turn) return
  const runs = turn.runIds.flatMap((id) => runOf(context, id))
  const alive = runs.filter(({ run }) => !isRunOver(run))
  if (!turn.isChoosing && runs.length > 0 && alive.every(({ run }) => isParked(run, context.clock.now()))) {
    return afterRuns(context, turn, alive.length === 0)
  }
  for (const record of alive) if (isStranded(context, record)) cancelSoon(context, record)
  saveTurn(context, { ...turn, ...stateOf(context, alive) })
}

const runOf = (context: BackendContext, id: string): readonly RunRecord[] => {
  const record = context.store.get('runs', id)
  return record ? [record] : []
}

function stateOf(
  context: BackendContext,
  runs: readonly RunRecord[],
): Pick<TurnRecord, 'status' | 'waiting'> {
  const asked = runs.flatMap(({ run }) =>
    run.steps.flatMap(({ status, question }) => (status === 'asking' && question ? [question.type] : [])),
  )
  const isHalted = runs.some(({ run }) => run.status === 'failed')
  const status = asked.length > 0 || isHalted ? 'waiting' : 'running'
  if (asked.includes('approval')) return { status, waiting: 'approval' }
  if (asked.includes('connection')) return { status, waiting: 'connection' }
  const hasCard = runs.some(({ id }) => context.store.get('tellings', id)?.hasCard)
  return { status, waiting: hasCard || asked.length > 0 || isHalted ? 'workflow' : null }
}

/** Whether nothing will happen in a run for long, and nobody is asked anything. */
export function isParked(run: Run, now: number): boolean {
  if (run.status !== 'waiting') return isRunOver(run)
  return activeSteps(run).every(
    ({ status, wakesAt }) => status === 'sleeping' && wakesAt !== null && wakesAt - now > longestPause,
  )
}

// A failed run that nobody can retry, for no card shows it, gives its turn free.
const isStranded = (context: BackendContext, { id, run }: RunRecord): boolean =>
  run.status === 'failed' && context.store.get('tellings', id)?.hasCard !== true

function cancelSoon(context: BackendContext, { id, teamId }: RunRecord): void {
  context.after(0, () => context.automation.runner.cancel(teamId, id))
}

function afterRuns(context: BackendContext, turn: TurnRecord, areOver: boolean): void {
  if (!turn.agent) {
    if (areOver) sayWhatWasDone(context, turn)
    return endTurn(context, turn.id)
  }
  saveTurn(context, { ...turn, status: 'running', waiting: null })
  // Outside of the transaction that told the last event.
  context.after(0, () => context.agent.goOn(turn.id))
}

// Without a model nobody adds a word; but a person who wrote is not left without one.
function sayWhatWasDone(context: BackendContext, turn: TurnRecord): void {
  const messages = context.store.list('messages', turn.parent)
  if (turn.wire === null || messages.some(({ runId }) => runId === turn.id)) return
  const done = turn.runIds.flatMap((id) => context.store.get('runs', id)?.run ?? [])
  const names = done
    .filter(({ status }) => status === 'completed')
    .map(({ workflow }) => `“${workflow.name}”`)
  if (names.length > 0) speak(context, turn, `Done: ${quoteMarkdown(names.join(', '))}.`)
}
