import type { Draft } from './draft.ts'
import type { Run } from './run.ts'

/** The sentence of a budget that another visit would exceed; `null` while there is none. */
export function usedUp({ run, hops }: Draft, laneId: string): string | null {
  const { budget } = run.workflow.settings
  if (run.steps.length >= budget.steps) {
    return `The run visited ${budget.steps} nodes, which is all that its budget of steps allows. Look for a circle, or raise the budget.`
  }
  if ((hops.get(laneId) ?? 0) > budget.hops) {
    return `The run followed ${budget.hops} edges without anything to wait for, which is all that its budget of hops allows. Look for a circle, or raise the budget.`
  }
  if (run.activeMs > budget.activeMs) {
    return `The run was active for more than ${budget.activeMs / 1000} s, which is all that its budget of active time allows. Make its steps quicker, or raise the budget.`
  }
  return null
}

/** The run with its active time up to `now`. */
export const withActiveTime = (run: Run, now: number): Run =>
  run.activeSince === null
    ? run
    : { ...run, activeMs: run.activeMs + Math.max(0, now - run.activeSince), activeSince: now }
