import type { Item, WorkflowItem, WorkflowStep } from '@threadwork/core'
import { isMain, progressOf } from '../workflow/workflow-progress.ts'
import type { Moment } from './moment.ts'

/** Where an item stands: the name of that state, said at most once, and its moment where it is worth a sentence. */
export interface Standing {
  readonly mark: string
  readonly moment: Moment | null
}

const silent = (mark: string): Standing => ({ mark, moment: null })

type ItemOf<Kind extends Item['kind']> = Extract<Item, { readonly kind: Kind }>

const ofMessage = (item: ItemOf<'message'>): Standing => {
  if (item.submission?.status === 'failed')
    return { mark: 'not-sent', moment: { type: 'not-sent', problem: item.submission.problem } }
  if (item.role === 'user') return silent('own')
  return item.status === 'complete'
    ? {
        mark: 'finished',
        moment: { type: 'message', text: item.text, ...(item.isScripted ? { isScripted: true } : {}) },
      }
    : silent('unfinished')
}

const ofSkill = (
  status: 'running' | 'completed' | 'failed' | 'unknown',
  skill: string,
  error: string | null,
): Standing => {
  switch (status) {
    case 'running':
      return { mark: status, moment: { type: 'skill-running', skill } }
    case 'completed':
      return { mark: status, moment: { type: 'skill-done', skill } }
    case 'failed':
      return { mark: status, moment: { type: 'skill-failed', skill, error } }
    case 'unknown':
      return silent(status)
  }
}

const ofApproval = (item: ItemOf<'approval'>): Standing => {
  const skill = item.skillName
  switch (item.status) {
    case 'awaiting':
      return item.submission ? silent('answered') : { mark: 'awaiting', moment: { type: 'approval', skill } }
    case 'approved':
    case 'rejected':
    case 'resolved':
      return item.by === 'elsewhere'
        ? { mark: 'answered-elsewhere', moment: { type: 'answered-elsewhere', skill } }
        : silent('answered')
    case 'expired':
      return { mark: item.status, moment: { type: 'expired', skill } }
    // It asks anew under another call, and that is said.
    case 'changed':
      return silent(item.status)
    case 'running':
    case 'completed':
    case 'failed':
    case 'unknown':
      return ofSkill(item.status, skill, item.error)
  }
}

const ofConnection = (item: ItemOf<'connection'>): Standing => {
  const service = item.link?.connectorName ?? null
  switch (item.status) {
    case 'auth-required':
      return item.submission
        ? silent('answered')
        : { mark: item.status, moment: { type: 'connection', service } }
    case 'failed':
      return { mark: item.status, moment: { type: 'connection-failed', service } }
    case 'authorized':
      return { mark: item.status, moment: { type: 'connected', service } }
    case 'skipped':
    case 'closed':
      return silent(item.status)
  }
}

const ofForm = (item: ItemOf<'form'>): Standing =>
  item.status === 'awaiting' && !item.submission
    ? { mark: `awaiting ${item.round}`, moment: { type: 'form', message: item.message } }
    : silent('answered')

const ofStep = (item: WorkflowItem, index: number, step: WorkflowStep): Standing => ({
  mark: `step ${step.stepId} ${step.attempts}`,
  moment: {
    type: 'step',
    workflow: item.name,
    step: index + 1,
    steps: progressOf(item).total,
    message: step.message,
  },
})

const ofWorkflow = (item: WorkflowItem): Standing => {
  const { status, name: workflow } = item
  const steps = item.steps.filter(isMain)
  switch (status) {
    case 'running': {
      const index = steps.findLastIndex((step) => step.status === 'running')
      const step = steps[index]
      return step ? ofStep(item, index, step) : silent(status)
    }
    case 'awaiting-input':
      return silent(status)
    case 'halted': {
      const failed = steps.findLast((step) => step.status === 'failed')
      const error = failed?.error ?? item.error ?? null
      return {
        mark: `halted ${failed?.stepId ?? ''} ${failed?.attempts ?? 0}`,
        moment: { type: 'halted', workflow, step: failed?.message ?? null, error },
      }
    }
    case 'completed':
    case 'cancelled':
    case 'ended':
      return { mark: status, moment: { type: 'workflow-over', workflow, status } }
  }
}

/** A standing of its own beside the item's, such as a companion's. */
export interface BesideStanding extends Standing {
  /** Stays the same for the same thing. */
  readonly key: string
}

const noneBeside: readonly BesideStanding[] = []

/** Where the companions of a workflow stand: each is news for itself. */
export const besideStandingsOf = (item: Item): readonly BesideStanding[] => {
  if (item.kind !== 'workflow' || item.steps.every(isMain)) return noneBeside
  const { name: workflow } = item
  return item.steps.flatMap((step) => {
    if (isMain(step)) return []
    const key = `${item.key} ${step.stepId}`
    const mark = `${step.status} ${step.attempts}`
    const { message, error } = step
    if (step.status === 'running') return { key, mark, moment: { type: 'background', workflow, message } }
    if (step.status !== 'failed') return { key, ...silent(mark) }
    return { key, mark, moment: { type: 'background-failed', workflow, step: message, error } }
  })
}

/** Where an item stands, as far as a listener is concerned. */
export const standingOf = (item: Item): Standing => {
  switch (item.kind) {
    case 'message':
      return ofMessage(item)
    case 'skill':
      return ofSkill(item.status, item.skillName, item.error)
    case 'approval':
      return ofApproval(item)
    case 'connection':
      return ofConnection(item)
    case 'form':
      return ofForm(item)
    case 'workflow':
      return ofWorkflow(item)
    case 'notice':
      return silent('notice')
  }
}

const settled: ReadonlySet<ItemOf<'approval'>['status']> = new Set([
  'completed',
  'failed',
  'rejected',
  'expired',
  'changed',
])

/** Whether an item's standing may still change, however old it is. */
export const isOpen = (item: Item): boolean => {
  switch (item.kind) {
    case 'message':
      return item.status !== 'complete'
    case 'skill':
      return item.status === 'running' || item.status === 'unknown'
    case 'approval':
      return !settled.has(item.status)
    case 'connection':
      return item.status === 'auth-required' || item.status === 'failed'
    case 'form':
      return item.status === 'awaiting'
    case 'workflow':
      return item.status !== 'completed' && item.status !== 'cancelled' && item.status !== 'ended'
    case 'notice':
      return false
  }
}
