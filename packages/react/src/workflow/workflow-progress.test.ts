import type { StepId, StepStatus } from '@threadwork/core'
import { expect, test } from 'vitest'
import { progressOf } from './workflow-progress.ts'

const steps = (...statuses: readonly StepStatus[]) => ({
  steps: statuses.map((status, index) => ({
    stepId: `s${index}` as StepId,
    message: `Step ${index}`,
    status,
    error: null,
    attempts: 1,
    lane: null,
  })),
})

test.each([
  [['completed', 'awaiting-input', 'pending'], 1, 2],
  [['completed', 'failed', 'pending'], 1, 2],
  [['completed', 'completed'], 2, 2],
  [['pending', 'pending'], 0, 0],
  [[], 0, 0],
] as const)('counts %j as %d done, at step %d', (statuses, done, current) => {
  const progress = progressOf(steps(...statuses))

  expect([progress.done, progress.current, progress.total]).toEqual([done, current, statuses.length])
})
