import { type ActionStep, type Effect, type RunInput, createRun, transition } from '@threadwork/engine/linear'
import type { BackendContext } from '../context.ts'
import type { TurnRecord, WorkflowRecord } from '../store/records.ts'
import { type Beat, fill } from './beat.ts'
import { saveTurn } from './emit.ts'
import { tellWorkflowEvent } from './workflow-events.ts'

/** Lets a turn go on once its workflow is over. */
export type GoOn = (turn: TurnRecord, beats: readonly Beat[]) => void

/** Starts a workflow inside a turn, which waits for its end. */
export function startWorkflow(
  context: BackendContext,
  turn: TurnRecord,
  { workflow, completed, cancelled }: Extract<Beat, { readonly type: 'start-workflow' }>,
  goOn: GoOn,
): void {
  const now = context.clock.now()
  const id = context.makeId('wf')
  saveTurn(context, {
    ...turn,
    status: 'waiting',
    waiting: { type: 'workflow', workflowId: id, completed, cancelled },
  })
  const run = createRun(workflow, id, now)
  context.store.put('workflows', { id, parent: turn.parent, at: now, turnId: turn.id, run })
  applyInput(context, id, { type: 'start' }, goOn)
}

/** Gives a workflow an input and does what follows from it. An input that it does not take changes nothing. */
export function applyInput(context: BackendContext, workflowId: string, input: RunInput, goOn: GoOn): void {
  const record = context.store.get('workflows', workflowId)
  if (!record) return
  const [run, effects] = transition(record.run, input, { now: context.clock.now() })
  const next = { ...record, run }
  context.store.transaction(() => {
    context.store.put('workflows', next)
    for (const effect of effects) perform(context, next, effect, goOn)
  })
  if (effects.length > 0) settle(context, next, goOn)
}

function perform(context: BackendContext, record: WorkflowRecord, effect: Effect, goOn: GoOn): void {
  switch (effect.type) {
    case 'emit':
      return tellWorkflowEvent(context, record, effect.event)
    case 'perform':
      return performStep(context, record.id, effect.step, effect.attempt, goOn)
    case 'schedule-timeout': {
      const input: RunInput = { type: 'step-timed-out', stepId: effect.stepId, attempt: effect.attempt }
      return context.later(effect.at - context.clock.now(), () => applyInput(context, record.id, input, goOn))
    }
    case 'ask':
      // The event told it; the form waits in the run.
      return
  }
}

/**
 * The one action so far: `pretend`. It takes `ms`, fails its first `failures` attempts with `error`, and
 * never answers its first `hangs` ones.
 */
function performStep(
  context: BackendContext,
  workflowId: string,
  step: ActionStep,
  attempt: number,
  goOn: GoOn,
): void {
  const { ms, failures, hangs, error } = step.input
  if (attempt <= Number(hangs ?? 0)) return
  const input: RunInput =
    attempt <= Number(failures ?? 0)
      ? { type: 'step-failed', stepId: step.id, attempt, error: String(error) }
      : { type: 'step-succeeded', stepId: step.id, attempt }
  context.later(Number(ms ?? 0), () => applyInput(context, workflowId, input, goOn))
}

/** Does again what a step that was under way when the process died had been asked to do. */
export function performAgain(context: BackendContext, record: WorkflowRecord, goOn: GoOn): void {
  const index = record.run.steps.findIndex((state) => state.status === 'running')
  const step = record.run.workflow.steps[index]
  const attempt = record.run.steps[index]?.attempt
  if (step?.type !== 'action' || attempt === undefined) return
  const input: RunInput = { type: 'step-timed-out', stepId: step.id, attempt }
  performStep(context, record.id, step, attempt, goOn)
  context.later(step.timeoutMs, () => applyInput(context, record.id, input, goOn))
}

function settle(context: BackendContext, { id, turnId, run }: WorkflowRecord, goOn: GoOn): void {
  const turn = context.store.get('turns', turnId)
  if (turn?.waiting?.type !== 'workflow' || turn.waiting.workflowId !== id) return
  if (run.status === 'cancelled') return goOn(turn, turn.waiting.cancelled)
  if (run.status !== 'completed') return
  const answers = Object.assign({}, ...Object.values(run.answers))
  const beats = turn.waiting.completed.map((beat) =>
    beat.type === 'say' ? { ...beat, text: fill(beat.text, answers) } : beat,
  )
  goOn(turn, beats)
}
