import type { ReactNode } from 'react'

export interface ApprovalStrings {
  region(skill: string): string
  /** The skill comes drawn, so that nothing in its name hides. */
  question(skill: ReactNode): ReactNode
  readonly exactly: string
  readonly nothing: string
  readonly approve: string
  readonly reject: string
  readonly decision: string
  readonly retry: string
  readonly holdOn: string
  readonly showRaw: string
  readonly hideRaw: string
  readonly raw: string
  readonly parameters: string
  showAll(characters: number): string
  readonly showLess: string
  readonly reason: string
  readonly reasonDefault: string
  readonly reasonWarning: string
  readonly confirmReject: string
  readonly cancelReject: string
  readonly queued: string
  sending(choice: 'approved' | 'rejected'): string
  readonly sendUnknown: string
  sent(choice: 'approved' | 'rejected'): string
  readonly sendFailed: string
  readonly approvedByMe: string
  readonly approvedElsewhere: string
  readonly approved: string
  readonly rejectedByMe: string
  readonly rejectedElsewhere: string
  readonly rejected: string
  readonly resolved: string
  readonly resolvedElsewhere: string
  readonly expired: string
  readonly changed: string
  readonly running: string
  readonly completed: string
  readonly failed: string
  readonly unknown: string
}

export const englishApproval: ApprovalStrings = {
  region: (skill) => `Approval: ${skill}`,
  question: (skill) => ['Approve “', skill, '”?'],
  exactly: 'The assistant wants to run this with exactly these values.',
  nothing: 'This runs without any values.',
  approve: 'Approve',
  reject: 'Reject',
  decision: 'Your decision',
  retry: 'Retry',
  holdOn: 'Approve works once this card has stood still for a moment.',
  showRaw: 'Show raw JSON',
  hideRaw: 'Hide raw JSON',
  raw: 'Raw JSON',
  parameters: 'Values',
  showAll: (characters) => `Show all ${new Intl.NumberFormat('en').format(characters)} characters`,
  showLess: 'Show less',
  reason: 'Reason (optional)',
  reasonDefault: 'The user declined this action.',
  reasonWarning: 'The assistant reads the reason and may quote it in the conversation.',
  confirmReject: 'Reject',
  cancelReject: 'Back',
  queued: 'Your decision is kept and goes out when the connection is back.',
  sending: (choice) => (choice === 'approved' ? 'Sending your approval…' : 'Sending your rejection…'),
  sendUnknown: 'Your decision may have arrived. Checking before it is sent again.',
  sent: (choice) => (choice === 'approved' ? 'Approval sent.' : 'Rejection sent.'),
  sendFailed: 'Your decision was not sent.',
  approvedByMe: 'You approved this.',
  approvedElsewhere: 'Approved elsewhere.',
  approved: 'Approved.',
  rejectedByMe: 'You rejected this.',
  rejectedElsewhere: 'Rejected elsewhere.',
  rejected: 'Rejected.',
  resolved: 'No longer waiting for an answer.',
  resolvedElsewhere: 'Answered elsewhere.',
  expired: 'Expired before it was answered. Nothing ran.',
  changed: 'This is not what would have run, so nothing ran. The assistant asks anew below.',
  running: 'Approved. Running…',
  completed: 'Approved and done.',
  failed: 'Approved, but it failed.',
  unknown: 'Approved. Nobody said how it went.',
}
