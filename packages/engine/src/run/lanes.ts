import type { Edge } from '../edge.ts'
import { isUnderWay } from './active-steps.ts'
import { renderText } from '../text/render.ts'
import { type Draft, changeLane, changeRun, emit, scopeOf, stepFacts } from './draft.ts'
import type { Lane, Run, Step } from './run.ts'

/** The lane that ends the run when it fails; the others are companions. */
export const mainLane = 'main'

/** Lets a lane begin the target of an edge next. */
export function follow(draft: Draft, laneId: string, edge: Edge): void {
  draft.hops.set(laneId, (draft.hops.get(laneId) ?? 0) + 1)
  changeLane(draft, laneId, { stepId: null, next: edge.target })
}

/** Opens a lane of its own beside the lane of a step. */
export function openCompanion(draft: Draft, from: Step, edge: Edge): void {
  const id = `companion-${draft.run.lanes.length}`
  draft.hops.set(id, (draft.hops.get(from.laneId) ?? 0) + 1)
  changeRun(draft, { lanes: [...draft.run.lanes, { id, stepId: null, next: edge.target }] })
}

export const endLane = (draft: Draft, laneId: string): void =>
  changeLane(draft, laneId, { stepId: null, next: null })

/** Whether a lane still has somewhere to go. */
export const isOpen = (lane: Lane): boolean => lane.stepId !== null || lane.next !== null

/** Ends every lane, and cancels what is under way. */
export function endAllLanes(draft: Draft): void {
  const { now } = draft.moment
  changeRun(draft, {
    lanes: draft.run.lanes.map((lane) => ({ ...lane, stepId: null, next: null })),
    steps: draft.run.steps.map((step) =>
      isUnderWay(step) ? { ...step, status: 'cancelled', question: null, wakesAt: null, endedAt: now } : step,
    ),
  })
}

/** Stops the run; only a retry of the step that failed, or a cancellation, goes on. */
export function failRun(draft: Draft, error: string): void {
  changeRun(draft, { status: 'failed', error, endedAt: draft.moment.now })
  sayFallback(draft)
  emit(draft, { type: 'workflow-failed', error })
}

function sayFallback(draft: Draft): void {
  const { fallbackMessage } = draft.run.workflow.settings
  const step = draft.run.steps.findLast(({ laneId }) => laneId === mainLane)
  if (fallbackMessage === null || !step) return
  const text = renderText(fallbackMessage, scopeOf(draft))
  emit(draft, { type: 'said', ...stepFacts(draft.run, step), text, actions: [] })
}

/** Completes the run if every lane is over; else tells whether the host has something to do for it. */
export function settleRun(draft: Draft): void {
  const { run, moment } = draft
  if (run.status === 'running' || run.status === 'waiting') {
    if (run.lanes.some(isOpen)) changeRun(draft, { status: isBusy(run) ? 'running' : 'waiting' })
    else complete(draft)
  }
  changeRun(draft, { activeSince: isBusy(draft.run) ? moment.now : null })
}

function complete(draft: Draft): void {
  changeRun(draft, { status: 'completed', endedAt: draft.moment.now })
  emit(draft, { type: 'workflow-completed' })
}

const isBusy = (run: Run): boolean =>
  run.steps.some(({ status }) => status === 'running' || status === 'choosing')
