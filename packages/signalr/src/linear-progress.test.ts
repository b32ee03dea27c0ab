import { describe, expect, test } from 'vitest'
import { createProgressWatch } from './linear-progress.ts'
import { decodeHubEvent, hubEventNamed } from './wire-event.ts'

const started = 'WorkflowStarted w1'
const first = ['WorkflowStepStarted s1', 'WorkflowStepCompleted s1']

/** What a watch says of each line `Event id seq?`; `forget` lets it forget. */
const judge = (...lines: readonly string[]): readonly (string | null)[] => {
  const watch = createProgressWatch()
  return lines.map((line) => {
    const [word = '', id, seq, lane] = line.split(' ')
    const name = hubEventNamed(word)
    if (name === null) {
      watch.forget()
      return null
    }
    const isOfWorkflow = !/Step|Intervention/u.test(name)
    const decoded = decodeHubEvent(name, [{ [isOfWorkflow ? 'workflowId' : 'stepId']: id, seq, lane }])
    if (decoded.status === 'malformed') throw new Error(decoded.problem)
    return watch.judge(decoded.value)
  })
}

describe('the watch over linear progression', () => {
  test.each([
    ['a step after the other', [started, ...first, 'WorkflowStepStarted s2', 'WorkflowStepCompleted s2']],
    [
      'a form that is asked for twice',
      [started, 'WorkflowInterventionRequired s1', 'WorkflowInterventionRequired s1'],
    ],
    ['a retry', [started, 'WorkflowStepStarted s1', 'WorkflowStepFailed s1', 'WorkflowStepStarted s1']],
    [
      'a failure that was not critical',
      [started, 'WorkflowStepStarted s1', 'WorkflowStepFailed s1', 'WorkflowStepStarted s2'],
    ],
    [
      'an event that comes twice under one number',
      [started, 'WorkflowStepStarted s1 1', 'WorkflowStepCompleted s1 2', 'WorkflowStepCompleted s1 2'],
    ],
    ['a beginning that nobody heard', ['WorkflowStepCompleted s3', 'WorkflowCompleted w1']],
    [
      'a companion that runs beside the main steps, and outlives them',
      [
        started,
        'WorkflowStepStarted s1',
        'WorkflowStepStarted c1 - bell',
        'WorkflowStepCompleted s1',
        'WorkflowStepStarted s2',
        'WorkflowStepFailed c1',
        'WorkflowStepStarted c2 - bell',
        'WorkflowStepCompleted s2',
        'WorkflowCompleted w1',
      ],
    ],
    [
      'a workflow that stops as a whole',
      [started, 'WorkflowStepStarted s1', 'WorkflowFailed w1', 'WorkflowCancelled w1'],
    ],
    ['what was missed', [started, 'WorkflowStepStarted s1', 'forget', 'WorkflowStepStarted s2']],
  ])('has nothing to say of %s', (_what, lines) => {
    expect(judge(...lines).every((said) => said === null)).toBe(true)
  })

  test.each([
    ['began before step s1 was over', [started, 'WorkflowStepStarted s1', 'WorkflowStepStarted s2']],
    [
      'began before step c1 was over',
      [started, 'WorkflowStepStarted s1', 'WorkflowStepStarted c1 - bell', 'WorkflowStepStarted c2 - bell'],
    ],
    [
      'began before step s1 was over',
      [started, 'WorkflowStepStarted s1', 'WorkflowStepStarted c1 - bell', 'WorkflowStepStarted s2'],
    ],
    ['began again after it was completed', [started, ...first, 'WorkflowStepStarted s1']],
    ['not the one under way', [started, 'WorkflowStepStarted s1', 'WorkflowStepCompleted s2']],
    ['ended a second time', [started, ...first, 'WorkflowStepCompleted s1']],
    ['completed before step s1 was over', [started, 'WorkflowStepStarted s1', 'WorkflowCompleted w1']],
  ])('says that something %s', (said, lines) => {
    const judged = judge(...lines)

    expect(judged.at(-1)).toContain(said)
    expect(judged.slice(0, -1).every((each) => each === null)).toBe(true)
  })
})
