import type { Begun, Outcome } from '../nodes/node-kind.ts'
import type { JsonObject } from '../json.ts'
import type { Question } from '../question.ts'
import { isAssignable } from '../text/reserved-names.ts'
import { stepOf } from './active-steps.ts'
import {
  type Draft,
  changeLane,
  changeRun,
  changeStep,
  emit,
  keyOf,
  nodeOf,
  scopeOf,
  setAlarm,
  stepFacts,
} from './draft.ts'
import { endAllLanes, endLane, failRun, follow, mainLane, openCompanion } from './lanes.ts'
import { readyNode } from './ready-node.ts'
import type { Run, Step } from './run.ts'
import { type Way, companionEdges, wayAfterFailure, wayOut } from './ways.ts'

/** How long a model may take to judge which edge is followed. */
const choiceTimeoutMs = 120_000

/** Visits a node: a new step, at its first attempt. */
export function visit(draft: Draft, laneId: string, nodeId: string): void {
  const step: Step = {
    id: freeId(draft.run, nodeId),
    nodeId,
    laneId,
    status: 'running',
    isDone: false,
    attempt: 0,
    input: null,
    output: null,
    error: null,
    question: null,
    wakesAt: null,
    startedAt: draft.moment.now,
    endedAt: null,
  }
  changeRun(draft, { steps: [...draft.run.steps, step] })
  changeLane(draft, laneId, { stepId: step.id, next: null })
  begin(draft, step)
}

/** Begins the next attempt of a step. One whose node is done already is only asked again which edge it leaves by. */
export function begin(draft: Draft, former: Step): void {
  const attempt = former.attempt + 1
  const step = changeStep(draft, former, { status: 'running', attempt, error: null, endedAt: null })
  const ready = readyNode(draft.run, step)
  const { node } = nodeOf(draft.run, step.nodeId)
  emit(draft, {
    type: 'step-started',
    ...stepFacts(draft.run, step),
    nodeId: step.nodeId,
    nodeType: node?.type ?? '',
    message: node?.name ?? step.nodeId,
    attempt,
    skill: ready.type === 'ready' ? (ready.kind.skillOf?.(ready.config) ?? null) : null,
  })
  if (ready.type === 'failed') return fail(draft, step, ready.error)
  if (step.isDone) return leave(draft, step, wayOut(draft.run, step, null, scopeOf(draft)))
  const again = former.attempt > 0 ? ready.kind.beginAgain?.(ready.config, step.input, scopeOf(draft)) : null
  settle(draft, step, again ?? ready.kind.begin(ready.config, scopeOf(draft)))
}

function freeId(run: Run, nodeId: string): string {
  let visits = run.steps.filter((step) => step.nodeId === nodeId).length + 1
  while (visits > 1 && stepOf(run, `${nodeId}#${visits}`)) visits += 1
  return visits === 1 && !stepOf(run, nodeId) ? nodeId : `${nodeId}#${visits}`
}

/** Does what a node begins with, or goes on with. */
export function settle(draft: Draft, step: Step, begun: Begun): void {
  const { now } = draft.moment
  switch (begun.type) {
    case 'done':
      return complete(draft, step, begun)
    case 'failed':
      return fail(draft, step, begun.error)
    case 'sleep':
      return setAlarm(draft, changeStep(draft, step, { status: 'sleeping', wakesAt: now + begun.ms }))
    case 'ask':
      return ask(draft, step, begun.question)
    case 'perform': {
      const wakesAt = now + begun.timeoutMs
      const input = begun.input ?? null
      const next = changeStep(draft, step, { status: 'running', question: null, input, wakesAt })
      const { id: stepId, attempt } = next
      draft.effects.push({
        type: 'perform',
        key: keyOf(draft.run, next),
        stepId,
        attempt,
        action: begun.action,
      })
      return setAlarm(draft, next)
    }
  }
}

function ask(draft: Draft, step: Step, question: Question): void {
  const wakesAt = question.type === 'approval' ? question.expiresAt : null
  const next = changeStep(draft, step, { status: 'asking', question, input: shownOf(question), wakesAt })
  emit(draft, { type: 'question-asked', ...stepFacts(draft.run, next), question })
  setAlarm(draft, next)
}

// The question itself goes when it is answered; what was asked stays in the history.
function shownOf(question: Question): JsonObject {
  switch (question.type) {
    case 'form':
      return { message: question.message, fields: question.dataPoints.map(({ key }) => key) }
    case 'approval':
      return { skill: question.skill, skillId: question.skillId, parameters: question.parameters }
    case 'connection':
      return { connector: question.connector }
  }
}

function complete(draft: Draft, step: Step, outcome: Outcome): void {
  const { output = null, says = [], variables = {}, branch = null, ends } = outcome
  const patch = { status: 'completed', isDone: true, output, question: null, wakesAt: null } as const
  const next = changeStep(draft, step, { ...patch, endedAt: draft.moment.now })
  setVariables(draft, variables)
  for (const { text, actions = [] } of says) {
    emit(draft, { type: 'said', ...stepFacts(draft.run, next), text, actions })
  }
  if (ends !== undefined) return endAt(draft, next, ends)
  for (const edge of companionEdges(draft.run, next)) openCompanion(draft, next, edge)
  leave(draft, next, wayOut(draft.run, next, branch, scopeOf(draft)))
}

function setVariables(draft: Draft, variables: JsonObject): void {
  const settable = Object.entries(variables).filter(([name]) => isAssignable(name))
  if (settable.length === 0) return
  changeRun(draft, { variables: { ...draft.run.variables, ...Object.fromEntries(settable) } })
}

function endAt(draft: Draft, step: Step, ends: 'lane' | 'run'): void {
  emit(draft, { type: 'step-completed', ...stepFacts(draft.run, step) })
  if (ends === 'run' && step.laneId === mainLane) endAllLanes(draft)
  else endLane(draft, step.laneId)
}

/** Lets the lane of a done step go on, or asks which way. */
export function leave(draft: Draft, step: Step, way: Way): void {
  if (way.type === 'choice') {
    const wakesAt = draft.moment.now + choiceTimeoutMs
    const next = changeStep(draft, step, { status: 'choosing', wakesAt, endedAt: null })
    const { id: stepId, attempt } = next
    // Not the key of the step's own action: both may happen in one attempt.
    const key = `${keyOf(draft.run, next)}:edge`
    draft.effects.push({ type: 'choose-edge', key, stepId, attempt, candidates: way.candidates })
    return setAlarm(draft, next)
  }
  const next = changeStep(draft, step, { status: 'completed', wakesAt: null, endedAt: draft.moment.now })
  emit(draft, { type: 'step-completed', ...stepFacts(draft.run, next) })
  goAlong(draft, next, way)
}

/** Fails a step: the run stops, or goes on if the node says so, or the companion's lane ends. */
export function fail(draft: Draft, step: Step, error: string): void {
  const patch = { status: 'failed', error, question: null, wakesAt: null } as const
  const next = changeStep(draft, step, { ...patch, endedAt: draft.moment.now })
  const { node, kind } = nodeOf(draft.run, step.nodeId)
  const goesOn = kind?.canContinue === true && node?.config['onFailure'] === 'continue'
  const canRetry = !goesOn && step.laneId === mainLane
  emit(draft, { type: 'step-failed', ...stepFacts(draft.run, next), error, canRetry })
  if (goesOn) return goAlong(draft, next, wayAfterFailure(draft.run, next))
  if (step.laneId === mainLane) return failRun(draft, error)
  endLane(draft, step.laneId)
}

const goAlong = (draft: Draft, step: Step, way: Way): void =>
  way.type === 'edge' ? follow(draft, step.laneId, way.edge) : endLane(draft, step.laneId)
