import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hub, snapshot, stepsOf, told, view, workflowIn } from './fixtures/hub-lines.ts'
import type { StepId } from './ids.ts'
import type { WorkflowItem } from './items.ts'

const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }

describe('companion lanes', () => {
  test('go on beside the main lane, each step below the one beside which it began', () => {
    const facts = hub(
      'start w1',
      'begin s1',
      'done s1',
      'begin c1 bell',
      'begin s2',
      'done c1 bell',
      'begin c2 bell',
    )

    expect(stepsOf(view(facts))).toEqual([
      's1 completed main',
      'c1 completed bell',
      'c2 running bell',
      's2 running main',
    ])
  })

  test('fail alone: the main lane goes on, and completes', () => {
    const facts = hub('start w1', 'begin s1', 'begin c1 bell', 'fail c1 bell', 'done s1', 'end w1')

    expect(workflowIn(view(facts.slice(0, 4))).status).toBe('running')
    expect(workflowIn(view(facts))).toMatchObject({
      status: 'completed',
      steps: [{ status: 'completed' }, { status: 'failed', error: 'c1 broke' }],
    })
  })

  test('keep nobody from going on, while the main lane does', () => {
    const both = hub('start w1', 'begin s1', 'begin c1 bell')
    const beside = hub('start w1', 'begin s1', 'begin c1 bell', 'done s1')

    expect(view(both).phase).toBe('skill-running')
    expect(view(beside).phase).toBe('idle')
  })

  test('make the workflow wait while one of them asks, and no longer', () => {
    const asking = hub('start w1', 'begin s1', 'ask c1 bell', 'done s1', 'begin s2')
    const answered = hub('start w1', 'begin s1', 'ask c1 bell', 'done s1', 'begin s2', 'done c1 bell')

    expect([workflowIn(view(asking)).status, view(asking).phase]).toEqual([
      'awaiting-input',
      'awaiting-input',
    ])
    expect([workflowIn(view(answered)).status, view(answered).phase]).toEqual(['running', 'skill-running'])
  })

  test('are not said to be done by an end that may have cut them short', () => {
    const facts = hub('start w1', 'begin s1', 'begin c1 bell', 'done s1', 'end w1')

    expect(stepsOf(view(facts))).toEqual(['s1 completed main', 'c1 unknown bell'])
    expect(workflowIn(view(facts)).status).toBe('completed')
  })

  test('come back from a snapshot, above the steps that are still to come', () => {
    const steps = [
      told('s1', 'completed'),
      told('s2', 'running'),
      told('s3', 'pending'),
      told('c1', 'running', 'bell'),
    ]

    const rebuilt = view([
      { type: 'workflow-snapshot', snapshot: snapshot({ currentStep: 's2' as StepId, steps }) },
    ])

    expect(stepsOf(rebuilt)).toEqual([
      's1 completed main',
      's2 running main',
      'c1 running bell',
      's3 pending main',
    ])
  })

  test('a snapshot that events have overtaken moves none of them back', () => {
    const stale = snapshot({
      currentStep: 's1' as StepId,
      steps: [told('s1', 'running'), told('c1', 'running', 'bell')],
    })
    const facts = hub('start w1', 'begin s1', 'begin c1 bell', 'done c1 bell')

    expect(stepsOf(view([...facts, { type: 'workflow-snapshot', snapshot: stale }]))).toEqual([
      's1 running main',
      'c1 completed bell',
    ])
  })

  test('leave the main lane as it is, wherever their events come between its own', () => {
    const main = ['begin s1', 'done s1', 'begin s2', 'fail s2', 'begin s2', 'done s2', 'begin s3']
    const lines = fc.array(
      fc.tuple(fc.nat({ max: main.length }), fc.constantFrom('begin', 'done', 'fail'), fc.nat({ max: 2 })),
      { maxLength: 12 },
    )
    const mainOf = (item: WorkflowItem): unknown => item.steps.filter(({ lane }) => lane === null)
    fc.assert(
      fc.property(lines, fc.nat({ max: main.length }), (beside, length) => {
        const alone = main.slice(0, length)
        const mixed = alone.flatMap((line, index) => [
          ...beside.flatMap(([place, word, id]) => (place === index ? [`${word} c${id} lane${id % 2}`] : [])),
          line,
        ])

        const [one, other] = [view(hub('start w1', ...alone)), view(hub('start w1', ...mixed))]

        expect(mainOf(workflowIn(other))).toEqual(mainOf(workflowIn(one)))
        expect(workflowIn(other).status).toBe(workflowIn(one).status)
      }),
      seed,
    )
  })
})
