import { createScope } from '../text/create-scope.ts'
import type { Scope } from '../text/scope.ts'
import type { WorkflowNode } from '../workflow.ts'
import { kindOf } from '../nodes/node-kinds.ts'
import type { NodeKind } from '../nodes/node-kind.ts'
import type { Effect } from './effect.ts'
import type { RunEvent } from './run-event.ts'
import type { Moment } from './run-input.ts'
import type { Lane, Run, Step } from './run.ts'

/** A transition under way: `run` is replaced, never written into. */
export interface Draft {
  run: Run
  readonly effects: Effect[]
  readonly moment: Moment
  /** How many edges each lane followed in this transition, one after the other. */
  readonly hops: Map<string, number>
}

// `Omit` on a union keeps only what its members share; this keeps each member whole.
type Unnumbered<Event> = Event extends unknown ? Omit<Event, 'runId' | 'seq' | 'at'> : never

export function emit(draft: Draft, event: Unnumbered<RunEvent>): void {
  const seq = draft.run.seq + 1
  draft.run = { ...draft.run, seq }
  draft.effects.push({ type: 'emit', event: { ...event, runId: draft.run.id, seq, at: draft.moment.now } })
}

export function changeRun(draft: Draft, patch: Partial<Run>): void {
  draft.run = { ...draft.run, ...patch }
}

/** Changes a step, and gives it as it is now. */
export function changeStep(draft: Draft, step: Step, patch: Partial<Step>): Step {
  const next = { ...step, ...patch }
  changeRun(draft, { steps: draft.run.steps.map((each) => (each.id === step.id ? next : each)) })
  return next
}

export function changeLane(draft: Draft, laneId: string, patch: Partial<Lane>): void {
  changeRun(draft, {
    lanes: draft.run.lanes.map((lane) => (lane.id === laneId ? { ...lane, ...patch } : lane)),
  })
}

/** Asks to be woken for a step, at the moment that it keeps itself. */
export function setAlarm(draft: Draft, { id: stepId, attempt, wakesAt }: Step): void {
  if (wakesAt !== null) draft.effects.push({ type: 'set-alarm', stepId, attempt, at: wakesAt })
}

/** What templates and conditions read at this point of the transition. */
export const scopeOf = (draft: Draft): Scope => createScope(draft.run, draft.moment)

/** The node of a step and its kind; each `undefined` or `null` if the workflow or the engine does not know it. */
export function nodeOf(
  run: Run,
  nodeId: string,
): { readonly node: WorkflowNode | undefined; readonly kind: NodeKind | null } {
  const node = run.workflow.nodes.find((each) => each.id === nodeId)
  return { node, kind: kindOf(node?.type ?? '') }
}

/** What the events of a step say of it. */
export const stepFacts = (
  run: Run,
  step: Step,
): { readonly stepId: string; readonly laneId: string; readonly isShown: boolean } => ({
  stepId: step.id,
  laneId: step.laneId,
  isShown: nodeOf(run, step.nodeId).kind?.isShown ?? true,
})

/** The name of an attempt in all the world. */
export const keyOf = (run: Run, step: Step): string => `${run.id}:${step.id}:${step.attempt}`
