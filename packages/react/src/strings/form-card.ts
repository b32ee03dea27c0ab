import { englishMoment } from './form-moment.ts'
import { plural } from './plural.ts'

/** What the card of a form says, open and closed. What its fields say comes with them. */
export interface FormCardStrings {
  /** The name of a form that has none. */
  readonly untitled: string
  files(count: number): string
  readonly chosen: string
  readonly notChosen: string
  readonly empty: string
  readonly secret: string
  /** An ISO date, time or both. */
  moment(text: string): string
  number(value: number): string
  list(entries: readonly string[]): string
  summary(count: number): string
  definition(count: number): string
  readonly nothingToFill: string
  readonly submitted: string
  readonly answeredElsewhere: string
  readonly declined: string
  readonly cancelled: string
  readonly closed: string
  readonly closedWhileTyping: string
  position(workflow: string, step: number, steps: number): string
  readonly loading: string
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })

export const englishFormCard: FormCardStrings = {
  untitled: 'Details',
  files: (count) => plural(count, 'file', 'files'),
  chosen: 'Yes',
  notChosen: 'No',
  empty: 'Left empty',
  secret: 'Sent, not kept here',
  moment: englishMoment,
  number: (value) => numbers.format(value),
  list: (entries) => entries.join(', '),
  summary: (count) => `${plural(count, 'field needs', 'fields need')} another look`,
  definition: (count) =>
    count === 1
      ? 'A part of this form cannot be shown or checked here'
      : `${numbers.format(count)} parts of this form cannot be shown or checked here`,
  nothingToFill: 'There is nothing to fill in, so nothing can be sent.',
  submitted: 'You sent these details.',
  answeredElsewhere: 'Answered elsewhere.',
  declined: 'You declined to give these details.',
  cancelled: 'You closed this without an answer.',
  closed: 'These details are no longer needed.',
  closedWhileTyping: 'What you had typed was not sent.',
  position: (workflow, step, steps) => `${workflow}, step ${step} of ${steps}`,
  loading: 'Loading the form…',
}
