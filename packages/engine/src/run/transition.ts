import { nodeKinds } from '../nodes/node-kinds.ts'
import type { WorkflowNode } from '../workflow.ts'
import { isUnderWay, stepOf } from './active-steps.ts'
import { takeChoice, takeOutput, takeReply, wake } from './answers.ts'
import { usedUp, withActiveTime } from './budgets.ts'
import { type Draft, changeRun, emit } from './draft.ts'
import type { Effect } from './effect.ts'
import { judge } from './judge.ts'
import { endAllLanes, failRun, mainLane, settleRun } from './lanes.ts'
import type { Moment, RunInput } from './run-input.ts'
import type { Run, Step } from './run.ts'
import { begin, fail, visit } from './steps.ts'

/**
 * The next run and what is to be done for it. Pure and total: an input that the run does not take (see `judge`) gives
 * the same run and no effects, so that duplicates and late answers change nothing.
 */
export function transition(run: Run, input: RunInput, moment: Moment): readonly [Run, readonly Effect[]] {
  if (judge(run, input).type !== 'taken') return [run, []]
  const draft: Draft = { run: withActiveTime(run, moment.now), effects: [], moment, hops: new Map() }
  apply(draft, input)
  goOn(draft)
  settleRun(draft)
  return [draft.run, draft.effects]
}

function apply(draft: Draft, input: RunInput): void {
  if (input.type === 'start') return start(draft)
  if (input.type === 'cancel') return cancel(draft)
  const step = stepOf(draft.run, input.stepId)
  if (step) applyTo(draft, step, input)
}

function applyTo(draft: Draft, step: Step, input: Exclude<RunInput, { type: 'start' | 'cancel' }>): void {
  switch (input.type) {
    case 'step-succeeded':
      return takeOutput(draft, step, input.output)
    case 'step-failed':
      return fail(draft, step, input.error)
    case 'edge-chosen':
      return takeChoice(draft, step, input.edgeId)
    case 'wake':
      return wake(draft, step)
    case 'form-submitted':
      return takeReply(draft, step, 'submitted', {
        type: 'form',
        values: Object.fromEntries(Object.entries(input.values)),
      })
    case 'decided': {
      const { resolution, reason, by } = input
      return takeReply(draft, step, resolution, {
        type: 'decision',
        isApproved: resolution === 'approved',
        reason,
        by,
      })
    }
    case 'connection-settled':
      return takeReply(draft, step, input.outcome, { type: 'connection', outcome: input.outcome })
    case 'retry':
      changeRun(draft, { status: 'running', error: null, endedAt: null })
      return begin(draft, step)
  }
}

function start(draft: Draft): void {
  changeRun(draft, { status: 'running', startedAt: draft.moment.now })
  emit(draft, { type: 'workflow-started', name: draft.run.workflow.name })
  const trigger = draft.run.workflow.nodes.find(isTrigger)
  if (!trigger) return failRun(draft, 'This workflow has no trigger, so that nothing can begin; add one.')
  changeRun(draft, { lanes: [{ id: mainLane, stepId: null, next: trigger.id }] })
}

const isTrigger = ({ type }: WorkflowNode): boolean => nodeKinds.get(type)?.category === 'trigger'

function cancel(draft: Draft): void {
  const stepIds = draft.run.steps.filter(isUnderWay).map(({ id }) => id)
  endAllLanes(draft)
  changeRun(draft, { status: 'cancelled', endedAt: draft.moment.now })
  emit(draft, { type: 'workflow-cancelled', stepIds })
}

// The main lane first, until it waits; then its companions, the oldest first. A failed run stands.
function goOn(draft: Draft): void {
  for (;;) {
    const { status, lanes } = draft.run
    const lane = lanes.find(({ next }) => next !== null)
    if ((status !== 'running' && status !== 'waiting') || !lane || lane.next === null) return
    const error = usedUp(draft, lane.id)
    if (error !== null) return failRun(draft, error)
    visit(draft, lane.id, lane.next)
  }
}
