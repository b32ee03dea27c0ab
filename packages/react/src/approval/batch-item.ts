import type { ApprovalItem, Item } from '@threadwork/core'
import type { MarkTone } from '../icon/Mark.tsx'
import type { ApprovalStrings } from '../strings/approval.ts'
import { approvalOutcome } from './approval-outcome.ts'
import { progressText } from './DecisionProgress.tsx'
import type { Resolution } from './useDecideOnce.ts'

/** How one of several decisions stands. */
export interface BatchState {
  readonly tone: MarkTone
  readonly text: string
  readonly isArrived: boolean
  readonly isFailed: boolean
}

/** The item as it is now; as it was chosen, where it is no longer in the conversation. */
export const presentItem = (chosen: ApprovalItem, items: readonly Item[]): ApprovalItem => {
  const found = items.find(({ id }) => id === chosen.id)
  return found?.kind === 'approval' ? found : chosen
}

const outcomeOf = (item: ApprovalItem, choice: Resolution, strings: ApprovalStrings): BatchState => {
  const outcome = approvalOutcome(item, strings)
  const isMine = item.by === 'me' || item.status === choice
  return {
    tone: outcome?.tone ?? 'wait',
    text: outcome?.text ?? '',
    isArrived: isMine,
    isFailed: !isMine,
  }
}

/** How the decision about an item of a batch stands, each by itself. */
export const batchState = (item: ApprovalItem, choice: Resolution, strings: ApprovalStrings): BatchState => {
  if (item.status !== 'awaiting') return outcomeOf(item, choice, strings)
  const status = item.submission?.status
  const isFailed = status === 'failed'
  return {
    tone: isFailed ? 'bad' : status === 'sent' ? 'ok' : status === undefined ? 'wait' : 'run',
    text: progressText(item.submission, choice, strings),
    isArrived: status === 'sent',
    isFailed,
  }
}
