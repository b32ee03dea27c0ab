import type { HubEvent } from './wire-event.ts'

/** Watches whether a workflow goes on as a linear one does: in each lane one step at a time, each once. */
export interface ProgressWatch {
  /** A sentence when the event breaks that order, for the inspector; `null` when it keeps it. */
  readonly judge: (event: HubEvent) => string | null
  /** Events may have been missed: nothing that came before counts any more. */
  readonly forget: () => void
}

type StepEvent = Extract<HubEvent, { readonly stepId: string }>

interface LaneProgress {
  /** `undefined`: what came before this connection is not known. */
  active: string | null | undefined
  readonly completed: Set<string>
}

interface Progress {
  readonly isFresh: boolean
  readonly main: LaneProgress
  readonly companions: Map<string, LaneProgress>
  /** The companion lane of each step that named one: a later event of the step may leave it out. */
  readonly lanes: Map<string, string>
  seq: number
}

const judgeBegin = (lane: LaneProgress, stepId: string): string | null => {
  const { active, completed } = lane
  lane.active = stepId
  if (completed.has(stepId)) return `out of order: step ${stepId} began again after it was completed`
  return typeof active === 'string' && active !== stepId
    ? `out of order: step ${stepId} began before step ${active} was over`
    : null
}

const judgeEnd = (lane: LaneProgress, { type, stepId }: StepEvent): string | null => {
  const { active, completed } = lane
  const isRepeated = completed.has(stepId)
  lane.active = null
  // A step that failed may be tried again, or passed over where it was not critical.
  if (type !== 'WorkflowStepFailed') completed.add(stepId)
  if (isRepeated) return `out of order: step ${stepId} ended a second time`
  return active === undefined || active === stepId
    ? null
    : `out of order: step ${stepId} ended, but it was not the one under way`
}

// The end of a workflow may cut its companions short.
const judgeCompletion = ({ main: { active } }: Progress): string | null =>
  typeof active === 'string' ? `out of order: the workflow completed before step ${active} was over` : null

const createLane = (isFresh: boolean): LaneProgress => ({
  active: isFresh ? null : undefined,
  completed: new Set<string>(),
})

const laneOf = (progress: Progress, event: StepEvent): LaneProgress => {
  const name = event.lane ?? progress.lanes.get(event.stepId)
  if (name === undefined) return progress.main
  progress.lanes.set(event.stepId, name)
  const known = progress.companions.get(name)
  if (known) return known
  const lane = createLane(progress.isFresh)
  progress.companions.set(name, lane)
  return lane
}

/** Starts to watch a connection's events. */
export function createProgressWatch(): ProgressWatch {
  const workflows = new Map<string, Progress>()
  let newest = ''

  const progressOf = (workflowId: string, isFresh: boolean): Progress => {
    const known = workflows.get(workflowId)
    if (known) return known
    const main = createLane(isFresh)
    const progress = { isFresh, main, companions: new Map(), lanes: new Map(), seq: 0 }
    workflows.set(workflowId, progress)
    return progress
  }

  return {
    judge: (event) => {
      if (event.type === 'MessageReceived') return null
      newest = event.workflowId ?? newest
      const progress = progressOf(newest, event.type === 'WorkflowStarted')
      // The same event again is no violation: it counts once.
      if (event.seq !== null && event.seq <= progress.seq) return null
      progress.seq = event.seq ?? progress.seq
      switch (event.type) {
        case 'WorkflowStarted':
        // What fails or is cancelled as a whole may stop any step half way.
        case 'WorkflowFailed':
        case 'WorkflowCancelled':
          return null
        case 'WorkflowStepStarted':
        case 'WorkflowInterventionRequired':
          return judgeBegin(laneOf(progress, event), event.stepId)
        case 'WorkflowStepCompleted':
        case 'WorkflowStepFailed':
          return judgeEnd(laneOf(progress, event), event)
        case 'WorkflowCompleted':
          return judgeCompletion(progress)
      }
    },
    forget: () => workflows.clear(),
  }
}
