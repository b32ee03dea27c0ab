import type { Item, Phase, WorkflowItem } from './items.ts'

/** What the person is waited for comes first; then what the backend is busy with. */
export const phaseOrder: readonly Phase[] = [
  'awaiting-approval',
  'awaiting-connection',
  'awaiting-input',
  'skill-running',
  'sending',
  'failed',
]

const isBesideOnly = ({ steps }: WorkflowItem): boolean =>
  steps.some(({ lane, status }) => lane !== null && status === 'running') &&
  steps.every(({ lane, status }) => lane !== null || (status !== 'running' && status !== 'pending'))

/** The phase that one item asks for; `null`: it asks for none. */
export const phaseOfItem = (item: Item, isTurnOpen: boolean): Phase | null => {
  switch (item.kind) {
    case 'approval':
      if (item.status === 'awaiting') return 'awaiting-approval'
      return item.status === 'running' ? 'skill-running' : null
    case 'connection':
      return item.status === 'auth-required' || item.status === 'failed' ? 'awaiting-connection' : null
    case 'form':
      return item.status === 'awaiting' ? 'awaiting-input' : null
    case 'skill':
      return item.status === 'running' ? 'skill-running' : null
    case 'workflow':
      // What goes on in the background alone keeps nobody from going on.
      if (item.status === 'running') return isBesideOnly(item) ? null : 'skill-running'
      return item.status === 'halted' ? 'failed' : null
    case 'message':
      if (item.status !== 'pending' || isTurnOpen) return null
      return item.submission?.status === 'failed' ? 'failed' : 'sending'
    case 'notice':
      return null
  }
}

/**
 * What is going on, from the items that can still change: those of the newest run, the active workflow's and
 * the messages that only this client knows. `isTurnOpen`: the newest run is not over.
 */
export const phaseOf = (live: readonly Item[], isTurnOpen: boolean): Phase => {
  const found = new Set(live.map((item) => phaseOfItem(item, isTurnOpen)))
  return phaseOrder.find((candidate) => found.has(candidate)) ?? (isTurnOpen ? 'ai-running' : 'idle')
}
