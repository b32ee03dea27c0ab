import type { StepStatus } from '@threadwork/core'
import { englishWorkflowState, type WorkflowStateStrings } from './workflow-state.ts'

export interface WorkflowStrings extends WorkflowStateStrings {
  region(name: string): string
  progressLabel(name: string): string
  progress(done: number, total: number): string
  readonly steps: Readonly<Record<StepStatus, string>>
  attempts(count: number): string
  readonly stepsLabel: string
  readonly noSteps: string
  readonly retry: string
  readonly retrying: string
  readonly retryFailed: string
  readonly halted: string
  /** Where the workflow stopped as a whole, and no step of it failed. */
  readonly haltedWhole: string
  readonly haltedNoWay: string
  readonly escalate: string
  readonly ended: string
  readonly cancelled: string
  /** Names the lane of what runs beside the main steps. */
  readonly background: string
  /** The same for who does not see where the lane stands; `step` is the text of the step that it began beside, or empty. */
  backgroundOf(step: string): string
  inBackground(count: number): string
  readonly backgroundFailed: string
}

export const englishWorkflow: WorkflowStrings = {
  ...englishWorkflowState,
  region: (name) => `Workflow: ${name}`,
  progressLabel: (name) => `Progress of ${name}`,
  progress: (done, total) => `${done} of ${total}`,
  steps: {
    pending: 'Not started',
    running: 'Running',
    'awaiting-input': 'Waiting for your details',
    completed: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
    unknown: 'Outcome unknown',
  },
  attempts: (count) => `attempt ${count}`,
  stepsLabel: 'Steps',
  noSteps: 'No step has started yet.',
  retry: 'Retry',
  retrying: 'Trying again…',
  retryFailed: 'The retry was not sent.',
  halted: 'This stopped at the failed step. Nothing after it has run.',
  haltedWhole: 'This stopped before it was done. Nothing more of it has run.',
  haltedNoWay: 'Retry is not possible here.',
  escalate: 'Ask a person for help',
  ended: 'This is over. Nobody said how the last step went.',
  cancelled: 'This was cancelled. Nothing more of it will run.',
  background: 'In the background',
  backgroundOf: (step) => (step === '' ? 'In the background' : `In the background, since “${step}”`),
  inBackground: (count) => `${count} in the background`,
  backgroundFailed: 'Only this part stopped. The rest goes on.',
}
