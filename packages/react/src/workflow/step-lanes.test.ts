import type { StepId, WorkflowStep } from '@threadwork/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupSteps } from './step-lanes.ts'

const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }
const step = (id: string, lane: string | null = null): WorkflowStep => ({
  stepId: id as StepId,
  message: id,
  status: 'completed',
  error: null,
  attempts: 1,
  lane,
})
const namesOf = (steps: readonly WorkflowStep[]): readonly unknown[] =>
  groupSteps(steps).map(({ step: main, number, lanes }) => [
    main?.stepId ?? null,
    number,
    ...lanes.map(({ name, steps: members }) => `${name}: ${members.map(({ stepId }) => stepId).join(' ')}`),
  ])

test('keeps the companions below the step that they began beside, lane by lane', () => {
  const steps = [step('s1'), step('a1', 'a'), step('b1', 'b'), step('a2', 'a'), step('s2')]

  expect(namesOf(steps)).toEqual([
    ['s1', 1, 'a: a1 a2', 'b: b1'],
    ['s2', 2],
  ])
})

test('has a place for companions that began before any step', () => {
  expect(namesOf([step('a1', 'a'), step('s1')])).toEqual([
    [null, 0, 'a: a1'],
    ['s1', 1],
  ])
})

test('loses no step and doubles none', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(null, 'a', 'b'), { maxLength: 20 }), (lanes) => {
      const steps = lanes.map((lane, index) => step(`s${index}`, lane))

      const drawn = groupSteps(steps).flatMap((group) => [
        ...(group.step ? [group.step] : []),
        ...group.lanes.flatMap((lane) => lane.steps),
      ])

      expect(drawn.toSorted((a, b) => a.stepId.localeCompare(b.stepId))).toEqual(
        steps.toSorted((a, b) => a.stepId.localeCompare(b.stepId)),
      )
    }),
    seed,
  )
})
