import { type FieldErrors, validateValues } from '../form/validate-values.ts'
import type { Json } from '../json.ts'
import { kindOf } from '../nodes/node-kinds.ts'
import type { Question } from '../question.ts'
import { readWords } from '../text/read-path.ts'
import { isHalting, isOver, isUnderWay, stepOf } from './active-steps.ts'
import type { RunInput } from './run-input.ts'
import type { Run, Step } from './run.ts'

/**
 * Whether a run takes an input now, and if not, why. `done`: the same was taken before; `over`: its moment has passed;
 * `unknown-step`: the run has no such step, or none that asks this.
 */
export type Verdict =
  | { readonly type: 'taken' }
  | { readonly type: 'done' }
  | { readonly type: 'over' }
  | { readonly type: 'unknown-step' }
  | { readonly type: 'invalid'; readonly errors: FieldErrors }

const taken: Verdict = { type: 'taken' }
const done: Verdict = { type: 'done' }
const over: Verdict = { type: 'over' }
const unknownStep: Verdict = { type: 'unknown-step' }

/** Judges an input without applying it; `transition` applies exactly what is `taken` here. */
export function judge(run: Run, input: RunInput): Verdict {
  if (input.type === 'start') return run.status === 'queued' ? taken : done
  if (input.type === 'cancel') return isOver(run) ? over : taken
  const step = stepOf(run, input.stepId)
  if (!step) return unknownStep
  switch (input.type) {
    case 'step-succeeded':
      return judgeAnswer(run, step, input.attempt, step.status === 'running')
    case 'step-failed':
      return judgeAnswer(run, step, input.attempt, step.status === 'running' || step.status === 'choosing')
    case 'edge-chosen':
      return judgeAnswer(run, step, input.attempt, step.status === 'choosing')
    case 'wake':
      return judgeAnswer(run, step, input.attempt, isUnderWay(step) && step.wakesAt !== null)
    case 'form-submitted':
      return judgeReply(run, step, { asked: 'form' }, () => judgeValues(step.question, input.values))
    case 'decided':
      return judgeReply(run, step, {
        asked: 'approval',
        output: ['approved', input.resolution === 'approved'],
      })
    case 'connection-settled':
      return judgeReply(run, step, { asked: 'connection', output: ['outcome', input.outcome] })
    case 'retry':
      return judgeRetry(run, step)
  }
}

function judgeAnswer(run: Run, step: Step, attempt: number, isAwaited: boolean): Verdict {
  if (step.attempt !== attempt) return over
  if (isAwaited && !isOver(run)) return taken
  return step.isDone ? done : over
}

interface Reply {
  readonly asked: Question['type']
  /** What the output of the step says if this is the reply that it took. */
  readonly output?: readonly [key: string, value: Json]
}

function judgeReply(run: Run, step: Step, reply: Reply, judgeNow: () => Verdict = () => taken): Verdict {
  if (step.status === 'asking' && step.question?.type === reply.asked && !isOver(run)) return judgeNow()
  if (asksOf(run, step) !== reply.asked) return unknownStep
  if (step.status === 'running') return done
  return step.isDone && isSame(step, reply) ? done : over
}

// The other answer to the same question was not taken, and is not told that it was.
const isSame = ({ output }: Step, reply: Reply): boolean =>
  reply.output === undefined || readWords(output, [reply.output[0]]) === reply.output[1]

function judgeRetry(run: Run, step: Step): Verdict {
  if (isHalting(run, step)) return taken
  if (isOver(run)) return over
  return isUnderWay(step) || step.status === 'completed' ? done : over
}

function judgeValues(question: Question | null, values: object): Verdict {
  const errors = question?.type === 'form' ? validateValues(question.dataPoints, values) : {}
  return Object.keys(errors).length > 0 ? { type: 'invalid', errors } : taken
}

const asksOf = (run: Run, step: Step): Question['type'] | undefined =>
  kindOf(run.workflow.nodes.find((node) => node.id === step.nodeId)?.type ?? '')?.asks
