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

const nameOfFormat = (format: string): string => {
  switch (format) {
    case 'uuid':
      return 'a UUID, like 3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b'
    case 'ipv4':
      return 'an IPv4 address, like 192.0.2.7'
    case 'ipv6':
      return 'an IPv6 address, like 2001:db8::7'
    case 'hostname':
      return 'a host name, like example.com'
    case 'duration':
      return 'a duration, like P3D or PT20M'
    default:
      return `a text of the form “${format}”`
  }
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
    case 'whole':
      return 'Enter a whole number.'
    case 'step':
      return `Enter a multiple of ${found.limit}.`
    case 'above':
      return `Enter more than ${found.limit}.`
    case 'below':
      return `Enter less than ${found.limit}.`
    case 'date':
      return 'Enter a full date or time.'
    case 'json':
      return 'Enter valid JSON.'
    case 'format':
      return `Enter ${nameOfFormat(found.format)}.`
    case 'repeated':
      return `“${found.entry}” is there twice. Enter it once.`
    case 'upload':
      return 'Wait for the file, or remove it.'
    case 'option':
      return 'Choose one of the listed options.'
    case 'consent':
      return 'This needs your consent before it can be sent.'
    case 'min':
      return `Enter ${found.limit}${typeof found.limit === 'number' ? ' or more' : ' or later'}.`
    case 'max':
      return `Enter ${found.limit}${typeof found.limit === 'number' ? ' or less' : ' or earlier'}.`
    case 'min-items':
      return `Choose or enter at least ${found.limit}.`
    case 'max-items':
      return `Choose or enter at most ${found.limit}.`
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
