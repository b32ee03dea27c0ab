import type { WorkflowStatus } from '@threadwork/core'

/** What the header of a chat says of its workflow. What the card says comes with it. */
export interface WorkflowStateStrings {
  readonly unnamed: string
  /** `message` is the step's own text. */
  position(step: number, steps: number, message: string): string
  readonly statuses: Readonly<Record<WorkflowStatus, string>>
}

export const englishWorkflowState: WorkflowStateStrings = {
  unnamed: 'Workflow',
  position: (step, steps, message) => `Step ${step} of ${steps}: ${message}`,
  statuses: {
    running: 'Running',
    'awaiting-input': 'Waiting for you',
    completed: 'Completed',
    halted: 'Halted',
    cancelled: 'Cancelled',
    ended: 'Over',
  },
}
