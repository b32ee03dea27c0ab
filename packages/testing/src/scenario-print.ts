import type { FormItem, Item, Phase, WorkflowItem, WorkflowStep } from '@threadwork/core'

const statuses: Readonly<Record<Phase, string>> = {
  idle: 'idle',
  sending: 'ai_running',
  'ai-running': 'ai_running',
  'skill-running': 'skill_processing',
  'awaiting-approval': 'awaiting_approval',
  'awaiting-connection': 'awaiting_connection',
  'awaiting-input': 'awaiting_input',
  failed: 'failed',
}

/** The phase in the words that the scenarios use. */
export const printStatus = (phase: Phase): string => statuses[phase]

const printItem = (item: Item): string | null => {
  switch (item.kind) {
    case 'message': {
      if (item.role === 'agent') return `msg ${item.messageId ?? item.id}`
      const isPending = item.status === 'pending'
      return `user ${item.messageId ?? item.submission?.intentId ?? item.id}${isPending ? ' (pending)' : ''}`
    }
    case 'skill':
      return `${item.skillName}#${item.occurrence}@${item.runId ?? '-'} ${item.status}`
    case 'approval': {
      const by = item.by === 'elsewhere' ? ' by elsewhere' : ''
      return `${item.skillName}#${item.occurrence}@${item.runId ?? '-'} ${item.status}${by}`
    }
    case 'connection':
      return `conn ${item.attemptId} ${item.status.replaceAll('-', '_')}`
    case 'workflow':
    case 'form':
    case 'notice':
      return null
  }
}

/** The timeline as the scenarios write it: a line for each message, skill, approval and connection. */
export const printTimeline = (items: readonly Item[]): readonly string[] =>
  items.map(printItem).filter((line) => line !== null)

/** What is typed into an open form; `null` when nothing is. */
export type ReadDraft = (form: FormItem) => string | null

const openFormOf = (
  items: readonly Item[],
  workflow: WorkflowItem,
  step: WorkflowStep,
): FormItem | undefined =>
  items.find(
    (item): item is FormItem =>
      item.kind === 'form' &&
      item.stepId === step.stepId &&
      item.workflowId === workflow.workflowId &&
      item.status !== 'closed',
  )

const printStep = (step: WorkflowStep, form: FormItem | undefined, readDraft: ReadDraft): string => {
  const attempts = step.attempts > 1 ? `×${step.attempts}` : ''
  if (step.status !== 'awaiting-input') return `${step.stepId} ${step.status}${attempts}`
  const keys = form?.dataPoints.map(({ key }) => key).join(',') ?? ''
  const draft = form === undefined ? null : readDraft(form)
  return `${step.stepId} input[${keys}]${attempts}${draft === null ? '' : ` draft=${draft}`}`
}

/** The workflows as the scenarios write them, a line for each, in their order in the thread. */
export const printWorkflows = (
  items: readonly Item[],
  readDraft: ReadDraft = () => null,
): readonly string[] =>
  items
    .filter((item): item is WorkflowItem => item.kind === 'workflow')
    .map((workflow) => {
      const steps = workflow.steps.map((step) =>
        printStep(step, openFormOf(items, workflow, step), readDraft),
      )
      const status = workflow.status === 'awaiting-input' ? 'running' : workflow.status
      return `${workflow.workflowId ?? '-'}(${workflow.name}) ${status}: ${steps.join(', ')}`
    })
