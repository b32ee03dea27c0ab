import type { Json } from '../json.ts'
import type { Answer } from '../nodes/node-kind.ts'
import { unexpected } from '../nodes/answers.ts'
import { isTooDeep } from '../text/text-of.ts'
import { type Draft, changeStep, emit, scopeOf, setAlarm, stepFacts } from './draft.ts'
import type { RunEvent } from './run-event.ts'
import { readyNode } from './ready-node.ts'
import type { Step } from './run.ts'
import { fail, leave, settle } from './steps.ts'
import { chosenEdge, wayBeside } from './ways.ts'

type Reply = Extract<RunEvent, { type: 'question-answered' }>['outcome']

/** Hands an answer to the kind of a step, and does what it makes of it. */
export function answer(draft: Draft, step: Step, given: Answer): void {
  const ready = readyNode(draft.run, step)
  if (ready.type === 'failed') return fail(draft, step, ready.error)
  settle(draft, step, ready.kind.finish?.(ready.config, given, scopeOf(draft)) ?? unexpected)
}

/** Takes what a host's action made. */
export function takeOutput(draft: Draft, step: Step, output: Json): void {
  if (isTooDeep(output)) {
    return fail(
      draft,
      step,
      'The step answered with data nested more than 100 deep; let it answer with less.',
    )
  }
  // JSON that was decoded by somebody else may have lost it.
  answer(draft, step, { type: 'output', output: output ?? null })
}

/** Takes a person's reply to a question. */
export function takeReply(draft: Draft, step: Step, outcome: Reply, given: Answer): void {
  const next = changeStep(draft, step, { question: null, wakesAt: null })
  emit(draft, { type: 'question-answered', ...stepFacts(draft.run, next), outcome })
  answer(draft, next, given)
}

/** Takes the edge that a model chose; `null` for none of them. */
export function takeChoice(draft: Draft, step: Step, edgeId: string | null): void {
  if (edgeId === null) return leave(draft, step, wayBeside(draft.run, step, scopeOf(draft)))
  const edge = chosenEdge(draft.run, step, edgeId)
  if (edge) return leave(draft, step, { type: 'edge', edge })
  fail(
    draft,
    step,
    `“${edgeId}” was chosen as the way on, but is none of the step's conditional edges; try it again.`,
  )
}

/** Wakes a step at its time; one that is woken too early asks to be woken again. */
export function wake(draft: Draft, step: Step): void {
  const { wakesAt } = step
  if (wakesAt === null) return
  if (draft.moment.now < wakesAt) return setAlarm(draft, step)
  if (step.status === 'sleeping') return answer(draft, step, { type: 'woke' })
  if (step.status === 'asking') return expire(draft, step)
  if (step.status === 'choosing')
    return fail(draft, step, 'No model judged in time which way to go; try it again.')
  fail(draft, step, 'The step did not answer in time and was stopped; try it again.')
}

const expire = (draft: Draft, step: Step): void =>
  takeReply(draft, step, 'expired', {
    type: 'decision',
    isApproved: false,
    reason: 'Nobody decided in time.',
    by: null,
  })
