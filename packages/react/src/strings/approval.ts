import type { ReactNode } from 'react'
import { englishApprovalCard, type ApprovalCardStrings } from './approval-card.ts'
import { plural } from './plural.ts'

type Choice = 'approved' | 'rejected'

export interface ApprovalStrings extends ApprovalCardStrings {
  readonly editHint: string
  readonly review: string
  readonly cancelEdit: string
  readonly noChanges: string
  readonly approveChanged: string
  readonly editAgain: string
  readonly reset: string
  readonly tray: string
  waiting(count: number): string
  /** The skill comes drawn. */
  position(index: number, count: number, skill: ReactNode): ReactNode
  readonly previous: string
  readonly next: string
  readonly trayKeys: string
  readSoFar(seen: number, count: number): string
  approveSeen(count: number): string
  rejectSeen(count: number): string
  batchTitle(choice: Choice, count: number): string
  readonly batchHint: string
  batchConfirm(choice: Choice, count: number): string
  batchProgress(arrived: number, failed: number, count: number): string
  readonly batchGone: string
  moreValues(count: number): string
  moreCharacters(count: number): string
  readonly back: string
  readonly close: string
  readonly show: string
}

export const englishApproval: ApprovalStrings = {
  ...englishApprovalCard,
  editHint: 'Nothing runs until you have looked at your changes and approved them.',
  review: 'Review changes',
  cancelEdit: 'Back',
  noChanges: 'Nothing is changed yet.',
  approveChanged: 'Approve with changes',
  editAgain: 'Edit again',
  reset: 'Back to the original values',
  tray: 'Open approvals',
  waiting: (count) => `${plural(count, 'approval waits', 'approvals wait')} for you`,
  position: (index, count, skill) => [`${index} of ${count}: `, skill],
  previous: 'Previous approval',
  next: 'Next approval',
  trayKeys: 'Alt and an arrow key, up or down, go from approval to approval.',
  readSoFar: (seen, count) => `${seen} of ${count} seen in full`,
  approveSeen: (count) => `Approve ${count} seen…`,
  rejectSeen: (count) => `Reject ${count} seen…`,
  batchTitle: (choice, count) =>
    choice === 'approved'
      ? `Approve ${count === 1 ? 'this' : `these ${count}`}?`
      : `Reject ${count === 1 ? 'this' : `these ${count}`}?`,
  batchHint: 'Only those whose values you have seen in full. Each is a decision of its own.',
  batchConfirm: (choice, count) => (choice === 'approved' ? `Approve ${count}` : `Reject ${count}`),
  batchProgress: (arrived, failed, count) =>
    failed === 0
      ? `${arrived} of ${count} decisions arrived.`
      : `${arrived} of ${count} decisions arrived, ${failed} did not.`,
  batchGone: 'Answered meanwhile, so it is left out.',
  moreValues: (count) => `and ${plural(count, 'more value', 'more values')}`,
  moreCharacters: (count) => `… and ${plural(count, 'more character', 'more characters')}`,
  back: 'Back',
  close: 'Close',
  show: 'Show',
}
