import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RunInput, judge } from './input.ts'
import { type Run, type RunEvent, createRun, isOver } from './run.ts'
import { type Effect, transition } from './transition.ts'
import type { Step, Workflow } from './workflow.ts'

const action = (id: string, onFailure: Step['onFailure'] = 'halt'): Step => ({
  type: 'action',
  id,
  message: `Doing ${id}`,
  onFailure,
  action: 'act',
  input: {},
  timeoutMs: 3000,
})
const form = (id: string): Step => ({
  type: 'intervention',
  id,
  message: `Asking ${id}`,
  onFailure: 'halt',
  dataPoints: [{ key: 'email', label: 'Email', type: 'Email' }],
})
const workflowOf = (...steps: readonly Step[]): Workflow => ({ id: 'w', name: 'Refund', steps })
const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }

interface Played {
  readonly run: Run
  readonly events: readonly RunEvent[]
  readonly effects: readonly Effect[]
}

function play(
  workflow: Workflow,
  inputs: readonly RunInput[],
  check?: (run: Run, input: RunInput) => void,
): Played {
  let run = createRun(workflow, 'r1', 1000)
  const effects: Effect[] = []
  inputs.forEach((input, index) => {
    const before = run
    const [next, produced] = transition(run, input, { now: 1000 + index })
    check?.(before, input)
    run = next
    effects.push(...produced)
  })
  const events = effects.flatMap((effect) => (effect.type === 'emit' ? [effect.event] : []))
  return { run, effects, events }
}

const names = (played: Played): readonly string[] =>
  played.events.map((event) => ('stepId' in event ? `${event.type} ${event.stepId}` : event.type))

const start: RunInput = { type: 'start' }
const succeeded = (stepId: string, attempt = 1): RunInput => ({ type: 'step-succeeded', stepId, attempt })
const failed = (stepId: string, attempt = 1): RunInput => ({
  type: 'step-failed',
  stepId,
  attempt,
  error: 'boom',
})
const submitted = (stepId: string, email = 'a@b.example'): RunInput => ({
  type: 'form-submitted',
  stepId,
  values: { email },
})

test('runs actions and a form one after the other to the end', () => {
  const workflow = workflowOf(action('verify'), form('details'), action('file'))

  const played = play(workflow, [start, succeeded('verify'), submitted('details'), succeeded('file')])

  expect(names(played)).toEqual([
    'workflow-started',
    'step-started verify',
    'step-completed verify',
    'step-started details',
    'intervention-required details',
    'step-completed details',
    'step-started file',
    'step-completed file',
    'workflow-completed',
  ])
  expect(played.run.status).toBe('completed')
  expect(played.run.answers['details']).toEqual({ email: 'a@b.example' })
})

test('begins when its first event says so, not when it was made', () => {
  const made = createRun(workflowOf(action('a')), 'r1', 1000)

  const [run, effects] = transition(made, { type: 'start' }, { now: 1007 })

  expect(run.startedAt).toBe(1007)
  expect(effects[0]).toMatchObject({ type: 'emit', event: { type: 'workflow-started', at: 1007 } })
})

test('halts at a failed step, and goes on from there after a retry', () => {
  const workflow = workflowOf(action('verify'), action('file'))

  const halted = play(workflow, [start, succeeded('verify'), failed('file')])
  const mended = play(workflow, [
    start,
    succeeded('verify'),
    failed('file'),
    { type: 'retry', stepId: 'file' },
    succeeded('file', 2),
  ])

  expect(halted.run.status).toBe('halted')
  expect(halted.run.steps[1]).toEqual({ stepId: 'file', status: 'failed', attempt: 1, error: 'boom' })
  expect(mended.run.status).toBe('completed')
  expect(mended.run.steps[1]?.attempt).toBe(2)
})

test('goes on after the failure of a step that may fail', () => {
  const played = play(workflowOf(action('tag', 'continue'), action('file')), [
    start,
    failed('tag'),
    succeeded('file'),
  ])

  expect(played.run.status).toBe('completed')
  expect(played.run.steps[0]?.status).toBe('failed')
})

test('stops a step that takes too long, with a sentence that says how long it had', () => {
  const played = play(workflowOf(action('slow')), [
    start,
    { type: 'step-timed-out', stepId: 'slow', attempt: 1 },
  ])

  expect(played.run.steps[0]?.error).toBe('The step did not answer within 3 s and was stopped.')
  expect(played.effects).toContainEqual({ type: 'schedule-timeout', stepId: 'slow', attempt: 1, at: 4000 })
})

test('ignores the answer of an attempt that was given up', () => {
  const before = play(workflowOf(action('slow')), [
    start,
    failed('slow'),
    { type: 'retry', stepId: 'slow' },
  ]).run

  const [after, effects] = transition(before, succeeded('slow', 1), { now: 2000 })

  expect(after).toBe(before)
  expect(effects).toEqual([])
})

test('tells a form that was answered from one whose moment has passed', () => {
  const workflow = workflowOf(form('details'), action('file'))
  const answered = play(workflow, [start, submitted('details')]).run
  const cancelled = play(workflow, [start, { type: 'cancel' }]).run
  const waiting = play(workflow, [start]).run

  expect(judge(answered, submitted('details')).type).toBe('done')
  expect(judge(cancelled, submitted('details')).type).toBe('over')
  expect(judge(waiting, submitted('nowhere')).type).toBe('unknown-step')
  expect(judge(waiting, submitted('details', 'half@'))).toMatchObject({
    type: 'invalid',
    errors: { email: ['Enter a full email address, like name@example.com.'] },
  })
})

const stepIds = ['s0', 's1', 's2']
const anySteps = fc
  .array(fc.constantFrom('act', 'may-fail', 'form'), { minLength: 1, maxLength: 3 })
  .map((kinds) =>
    kinds.map((kind, index) =>
      kind === 'form' ? form(`s${index}`) : action(`s${index}`, kind === 'act' ? 'halt' : 'continue'),
    ),
  )
const anyStepId = fc.constantFrom(...stepIds)
const anyAttempt = fc.integer({ min: 1, max: 3 })
const anyInput: fc.Arbitrary<RunInput> = fc.oneof(
  fc.constant(start),
  fc.record({ type: fc.constant('step-succeeded' as const), stepId: anyStepId, attempt: anyAttempt }),
  fc.tuple(anyStepId, anyAttempt).map(([stepId, attempt]) => failed(stepId, attempt)),
  fc.record({ type: fc.constant('step-timed-out' as const), stepId: anyStepId, attempt: anyAttempt }),
  fc
    .tuple(anyStepId, fc.constantFrom('a@b.example', 'bad'))
    .map(([stepId, email]) => submitted(stepId, email)),
  anyStepId.map((stepId): RunInput => ({ type: 'retry', stepId })),
  fc.constant<RunInput>({ type: 'cancel' }),
)
// `start` first, or most histories would never leave the ground.
const anyHistory = fc.array(anyInput, { maxLength: 40 }).map((inputs) => [start, ...inputs])

test('never has two active steps, and never starts a step before the one in front of it is over', () => {
  fc.assert(
    fc.property(anySteps, anyHistory, (steps, inputs) => {
      play(workflowOf(...steps), inputs, (run) => {
        const active = run.steps.filter(
          (step) => step.status === 'running' || step.status === 'awaiting-input',
        )
        expect(active.length).toBeLessThanOrEqual(1)
        const first = run.steps.findIndex((step) => step.status !== 'completed' && step.status !== 'failed')
        const later = first < 0 ? [] : run.steps.slice(first + 1)
        expect(later.every((step) => step.status === 'pending')).toBe(true)
      })
    }),
    seed,
  )
})

test('a run that is over takes no input, and a halted one only a retry of its failed step or a cancellation', () => {
  fc.assert(
    fc.property(anySteps, anyHistory, anyInput, (steps, inputs, next) => {
      const { run } = play(workflowOf(...steps), inputs)
      const [after, effects] = transition(run, next, { now: 9000 })

      if (isOver(run)) expect([after === run, effects.length]).toEqual([true, 0])
      if (run.status === 'halted' && after !== run) expect(['retry', 'cancel']).toContain(next.type)
      if (next.type === 'retry' && after !== run) expect(run.status).toBe('halted')
    }),
    seed,
  )
})

test('an input that arrives twice changes nothing the second time', () => {
  fc.assert(
    fc.property(anySteps, anyHistory, anyInput, (steps, inputs, next) => {
      const { run } = play(workflowOf(...steps), inputs)
      const [once] = transition(run, next, { now: 9000 })
      const [twice, effects] = transition(once, next, { now: 9001 })

      expect(twice).toBe(once)
      expect(effects).toEqual([])
    }),
    seed,
  )
})

test('counts its events from 1 without gaps, and none follows the last one', () => {
  fc.assert(
    fc.property(anySteps, anyHistory, (steps, inputs) => {
      const { events, run } = play(workflowOf(...steps), inputs)
      const ends = events.filter(
        (event) => event.type === 'workflow-completed' || event.type === 'workflow-cancelled',
      )

      expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1))
      expect(ends).toHaveLength(isOver(run) ? 1 : 0)
      if (isOver(run)) expect(events.at(-1)).toBe(ends[0])
    }),
    seed,
  )
})
