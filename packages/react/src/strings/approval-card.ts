import type { ReactNode } from 'react'
import { plural } from './plural.ts'

type Choice = 'approved' | 'rejected'
type ValueType = 'text' | 'number' | 'whole-number' | 'yes-no' | 'list' | 'group'

/** What the card of an approval says. What the tray and the form for its values say comes with them. */
export interface ApprovalCardStrings {
  /** `ordinal`: of several approvals of one skill in a conversation, the how-manieth, from 1. */
  region(skill: string, ordinal: number): string
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
  readonly tooDeep: string
  readonly parameters: string
  /** `total` characters, of which `hidden` are not shown yet. */
  showAll(total: number, hidden: number): string
  showMoreText(next: number, hidden: number): string
  readonly showLess: string
  showMoreRows(next: number, hidden: number): string
  /** Values of which only a part is shown. */
  partlyShown(count: number): string
  /** The head of a list, after its brackets. */
  entries(count: number): string
  /** The head of a group of values, after its braces. */
  members(count: number): string
  entry(position: number): string
  level(depth: number): string
  readonly missing: string
  readonly undescribed: string
  otherType(expected: ValueType, actual: ValueType): string
  readonly noChoice: string
  readonly rounded: string
  yesNo(value: boolean): string
  number(value: number): string
  money(value: number, currency: string): string
  /** A day without a time is midnight in UTC; `at` in milliseconds since 1970. */
  date(at: number, hasTime: boolean): string
  leadsTo(host: string): string
  /** The label comes drawn. */
  choice(label: ReactNode): ReactNode
  /** What signs that are written as `⟦U+200B⟧` mean. */
  readonly hiddenSigns: string
  readonly edit: string
  readonly editing: string
  readonly loadingForm: string
  changes(count: number): string
  readonly before: string
  readonly after: string
  readonly changedValue: string
  readonly removed: string
  readonly added: string
  readonly reason: string
  readonly reasonDefault: string
  readonly reasonWarning: string
  /** Offered to be taken over with one click. */
  readonly reasonPresets: readonly string[]
  readonly presets: string
  readonly confirmReject: string
  readonly cancelReject: string
  expiresIn(seconds: number): string
  readonly expiredNow: string
  readonly expiredHint: string
  readonly queued: string
  sending(choice: Choice): string
  readonly sendUnknown: string
  sent(choice: Choice): string
  readonly sendFailed: string
  readonly approvedByMe: string
  readonly approvedChanged: string
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

const counts = new Intl.NumberFormat('en')
const exact = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })
const day = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
})

const types: Readonly<Record<ValueType, string>> = {
  text: 'text',
  number: 'a number',
  'whole-number': 'a whole number',
  'yes-no': 'yes or no',
  list: 'a list',
  group: 'a group of values',
}

const money = (value: number, currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 20 }).format(value)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const englishApprovalCard: ApprovalCardStrings = {
  region: (skill, ordinal) => (ordinal === 1 ? `Approval: ${skill}` : `Approval: ${skill} (${ordinal})`),
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
  tooDeep: 'These values are nested too deeply to be written as JSON.',
  parameters: 'Values',
  showAll: (total) => `Show all ${counts.format(total)} characters`,
  showMoreText: (next, hidden) =>
    `Show ${counts.format(next)} more of ${plural(hidden, 'hidden character', 'hidden characters')}`,
  showLess: 'Show less',
  showMoreRows: (next, hidden) =>
    next === hidden
      ? `Show the other ${plural(hidden, 'value', 'values')}`
      : `Show ${counts.format(next)} more of ${plural(hidden, 'hidden value', 'hidden values')}`,
  partlyShown: (count) =>
    `${plural(count, 'value is', 'values are')} not shown in full. Open ${count === 1 ? 'it' : 'them'} before you decide.`,
  entries: (count) => plural(count, 'entry', 'entries'),
  members: (count) => plural(count, 'value', 'values'),
  entry: (position) => `#${position}`,
  level: (depth) => `level ${depth}`,
  missing: 'Missing, though the skill needs it',
  undescribed: 'Not described by the skill',
  otherType: (expected, actual) => `${capital(types[actual])}, where the skill describes ${types[expected]}`,
  noChoice: 'Not one of the choices that the skill describes',
  rounded: 'Too large to be shown exactly',
  yesNo: (value) => (value ? 'Yes' : 'No'),
  number: (value) => exact.format(value),
  money,
  date: (at, hasTime) => (hasTime ? moment.format(at) : day.format(at)),
  leadsTo: (host) => `Leads to ${host}`,
  choice: (label) => ['Means “', label, '”'],
  hiddenSigns:
    'Signs that cannot be seen, or could be taken for others, are written out as ⟦U+…⟧, their Unicode number.',
  edit: 'Edit values',
  editing: 'Change the values',
  loadingForm: 'Loading the form…',
  changes: (count) => plural(count, 'value changed', 'values changed'),
  before: 'Before',
  after: 'After',
  changedValue: 'Changed',
  removed: 'Removed',
  added: 'Added',
  reason: 'Reason (optional)',
  reasonDefault: 'The user declined this action.',
  reasonWarning: 'The assistant reads the reason and may quote it in the conversation.',
  reasonPresets: [
    'The values are not right.',
    'Not now.',
    'This is no longer needed.',
    'I will do it myself.',
  ],
  presets: 'Suggestions',
  confirmReject: 'Reject',
  cancelReject: 'Back',
  expiresIn: (seconds) => `Expires in ${seconds > 90 ? `${Math.ceil(seconds / 60)} min` : `${seconds} s`}`,
  expiredNow: 'Expired',
  expiredHint: 'The time for a decision is over. Nothing ran.',
  queued: 'Your decision is kept and goes out when the connection is back.',
  sending: (choice) => (choice === 'approved' ? 'Sending your approval…' : 'Sending your rejection…'),
  sendUnknown: 'Your decision may have arrived. Checking before it is sent again.',
  sent: (choice) => (choice === 'approved' ? 'Approval sent.' : 'Rejection sent.'),
  sendFailed: 'Your decision was not sent.',
  approvedByMe: 'You approved this.',
  approvedChanged: 'You approved this with changes.',
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
