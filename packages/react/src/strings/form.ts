import type { FieldProblem } from '@threadwork/core'
import { plural } from './plural.ts'

export interface FormStrings {
  readonly send: string
  readonly sending: string
  readonly queued: string
  readonly sendAgain: string
  readonly sendUnknown: string
  readonly sendFailed: string
  readonly draftKept: string
  readonly optional: string
  readonly choose: string
  readonly noMatch: string
  matches(count: number): string
  unknownType(type: string): string
  readonly fileAsText: string
  readonly chosen: string
  readonly notChosen: string
  readonly empty: string
  readonly secret: string
  summary(count: number): string
  definition(count: number): string
  readonly nothingToFill: string
  readonly submitted: string
  readonly answeredElsewhere: string
  readonly closed: string
  readonly closedWhileTyping: string
  position(workflow: string, step: number, steps: number): string
  readonly pattern: string
  problem(problem: FieldProblem): string
  readonly loading: string
}

const problem = (found: FieldProblem): string => {
  switch (found.type) {
    case 'required':
      return 'Fill this in.'
    case 'email':
      return 'Enter a full email address, like name@example.com.'
    case 'url':
      return 'Enter a full web address, like https://example.com.'
    case 'phone':
      return 'Enter a phone number, like +49 30 1234567.'
    case 'number':
      return 'Enter a number.'
    case 'date':
      return 'Enter a full date or time.'
    case 'option':
      return 'Choose one of the listed options.'
    case 'consent':
      return 'This needs your consent before it can be sent.'
    case 'min':
      return `Enter ${found.limit}${typeof found.limit === 'number' ? ' or more' : ' or later'}.`
    case 'max':
      return `Enter ${found.limit}${typeof found.limit === 'number' ? ' or less' : ' or earlier'}.`
    case 'min-length':
      return `Use at least ${plural(found.limit, 'character', 'characters')}.`
    case 'max-length':
      return `Use at most ${plural(found.limit, 'character', 'characters')}.`
  }
}

export const englishForm: FormStrings = {
  send: 'Send details',
  sending: 'Sending your details…',
  queued: 'Your details are kept and go out when the connection is back.',
  sendAgain: 'Send again',
  sendUnknown: 'Your details may have arrived. Checking before they are sent again.',
  sendFailed: 'Your details were not sent.',
  draftKept: 'Draft kept on this device',
  optional: 'optional',
  choose: 'Choose…',
  noMatch: 'Nothing matches.',
  matches: (count) => plural(count, 'option', 'options'),
  unknownType: (type) => `“${type}” has no control of its own here, so this takes plain text.`,
  fileAsText: 'Files cannot be sent from here. Describe the file, or paste a link to it.',
  chosen: 'Yes',
  notChosen: 'No',
  empty: 'Left empty',
  secret: 'Sent, not kept here',
  summary: (count) => `${plural(count, 'field needs', 'fields need')} another look`,
  definition: (count) =>
    count === 1 ? 'A part of this form cannot be shown' : `${count} parts of this form cannot be shown`,
  nothingToFill: 'There is nothing to fill in, so nothing can be sent.',
  submitted: 'You sent these details.',
  answeredElsewhere: 'Answered elsewhere.',
  closed: 'These details are no longer needed.',
  closedWhileTyping: 'What you had typed was not sent.',
  position: (workflow, step, steps) => `${workflow}, step ${step} of ${steps}`,
  pattern: 'Write it the way that is asked for.',
  problem,
  loading: 'Loading the form…',
}
