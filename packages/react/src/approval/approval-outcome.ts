import type { ApprovalItem } from '@threadwork/core'
import type { IconName } from '../icon/Icon.tsx'
import type { MarkTone } from '../icon/Mark.tsx'
import type { ApprovalCardStrings } from '../strings/approval-card.ts'

/** How an approval that no longer waits is told. */
export interface ApprovalOutcome {
  readonly tone: MarkTone
  readonly text: string
  /** Replaces the tone's own sign. */
  readonly sign?: IconName
}

const by = (item: ApprovalItem, mine: string, elsewhere: string, nobody: string): string =>
  item.by === 'me' ? mine : item.by === 'elsewhere' ? elsewhere : nobody

/** The outcome, or `null` while the approval waits for its answer. */
export const approvalOutcome = (item: ApprovalItem, strings: ApprovalCardStrings): ApprovalOutcome | null => {
  switch (item.status) {
    case 'awaiting':
      return null
    case 'approved':
      return {
        tone: 'ok',
        text: item.edited
          ? strings.approvedChanged
          : by(item, strings.approvedByMe, strings.approvedElsewhere, strings.approved),
      }
    case 'rejected':
      return {
        tone: 'idle',
        sign: 'cross',
        text: by(item, strings.rejectedByMe, strings.rejectedElsewhere, strings.rejected),
      }
    case 'resolved':
      return {
        tone: 'idle',
        sign: 'minus',
        text: item.by === 'elsewhere' ? strings.resolvedElsewhere : strings.resolved,
      }
    case 'expired':
      return { tone: 'idle', sign: 'minus', text: strings.expired }
    case 'changed':
      return { tone: 'bad', text: strings.changed }
    case 'running':
      return { tone: 'run', text: strings.running }
    case 'completed':
      return { tone: 'ok', text: strings.completed }
    case 'failed':
      return { tone: 'bad', text: strings.failed }
    case 'unknown':
      return { tone: 'wait', text: strings.unknown }
  }
}
