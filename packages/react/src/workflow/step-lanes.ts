import type { WorkflowStep } from '@threadwork/core'
import { isMain } from './workflow-progress.ts'

/** A companion lane: its steps, in their order. */
export interface CompanionLane {
  readonly name: string
  readonly steps: readonly WorkflowStep[]
}

/** A step of the main lane with the companions that began beside it; `null` for those that began before the first. */
export interface StepGroup {
  readonly step: WorkflowStep | null
  /** The step's place in the main lane, from 1; 0 without one. */
  readonly number: number
  readonly lanes: readonly CompanionLane[]
}

const lanesOf = (steps: readonly WorkflowStep[]): readonly CompanionLane[] => {
  const lanes = new Map<string, WorkflowStep[]>()
  for (const step of steps) {
    const name = step.lane ?? ''
    const known = lanes.get(name)
    if (known) known.push(step)
    else lanes.set(name, [step])
  }
  return Array.from(lanes, ([name, members]) => ({ name, steps: members }))
}

/** Parts a workflow's steps into the main lane's, each with the companions that stand behind it. */
export const groupSteps = (steps: readonly WorkflowStep[]): readonly StepGroup[] => {
  const starts = steps.flatMap((step, index) => (isMain(step) ? [index] : []))
  const first = starts[0] ?? steps.length
  const groups = starts.map((start, place) => ({
    step: steps[start] ?? null,
    number: place + 1,
    lanes: lanesOf(steps.slice(start + 1, starts[place + 1])),
  }))
  return first === 0 ? groups : [{ step: null, number: 0, lanes: lanesOf(steps.slice(0, first)) }, ...groups]
}
