import type { DataPoint, FieldProblem } from '@threadwork/core'
import { englishFormCard, type FormCardStrings } from './form-card.ts'
import { englishLimits } from './form-limits.ts'
import { englishProblem } from './form-problem.ts'
import { plural } from './plural.ts'

/** What a draft leaves out. */
export interface DraftGaps {
  readonly hasSecrets: boolean
  readonly hasFiles: boolean
}

export interface FormStrings extends FormCardStrings {
  readonly send: string
  readonly decline: string
  readonly cancel: string
  readonly sending: string
  readonly queued: string
  readonly sendAgain: string
  readonly sendUnknown: string
  readonly sendFailed: string
  draftKept(gaps: DraftGaps): string
  readonly optional: string
  readonly choose: string
  readonly clear: string
  readonly noMatch: string
  matches(count: number): string
  moreMatches(count: number): string
  removeChoice(label: string): string
  chosenCount(count: number): string
  unknownType(type: string): string
  readonly json: string
  readonly lines: string
  limits(field: DataPoint): readonly string[]
  charactersLeft(count: number): string
  stars(value: number, most: number): string
  readonly show: string
  readonly hide: string
  readonly fileAsText: string
  pickFile(isMultiple: boolean): string
  /** File types, such as `.pdf`, and the largest size in bytes. */
  fileLimits(accept: string | null, maxBytes: number | null): string
  fileSize(bytes: number): string
  uploading(name: string): string
  uploaded(name: string): string
  readonly uploadFailed: string
  tooLarge(maxBytes: number): string
  wrongType(accept: string): string
  retryFile(name: string): string
  removeFile(name: string): string
  /** Fields that an answer has brought up, or has taken away. */
  askedToo(labels: readonly string[]): string
  notAsked(labels: readonly string[]): string
  readonly pattern: string
  patternLike(example: string): string
  problem(problem: FieldProblem): string
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })
const sizes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const all = new Intl.ListFormat('en', { type: 'conjunction' })
const anyOne = new Intl.ListFormat('en', { type: 'disjunction' })

const fileSize = (bytes: number): string => {
  if (bytes < 1000) return plural(bytes, 'byte', 'bytes')
  if (bytes < 1_000_000) return `${sizes.format(bytes / 1000)} kB`
  return `${sizes.format(bytes / 1_000_000)} MB`
}

const fileTypeNames: Readonly<Record<string, string>> = {
  'image/*': 'an image',
  'audio/*': 'a sound',
  'video/*': 'a film',
  'text/*': 'a text',
  'application/pdf': 'PDF',
  'text/csv': 'CSV',
}

const nameOfFileType = (type: string): string =>
  fileTypeNames[type] ?? type.replace(/^(?:\.|.*\/)/u, '').toUpperCase()

const fileTypes = (accept: string): string =>
  anyOne.format(accept.split(',').map((type) => nameOfFileType(type.trim().toLowerCase())))

const capitalized = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

const draftKept = ({ hasSecrets, hasFiles }: DraftGaps): string => {
  if (hasSecrets && hasFiles) return 'Draft kept on this device, without secrets and files'
  if (hasSecrets) return 'Draft kept on this device, without secrets'
  return hasFiles ? 'Draft kept on this device, without files' : 'Draft kept on this device'
}

export const englishForm: FormStrings = {
  ...englishFormCard,
  send: 'Send details',
  decline: 'Decline',
  cancel: 'Cancel',
  sending: 'Sending your details…',
  queued: 'Your details are kept and go out when the connection is back.',
  sendAgain: 'Send again',
  sendUnknown: 'Your details may have arrived. Checking before they are sent again.',
  sendFailed: 'Your details were not sent.',
  draftKept,
  optional: 'optional',
  choose: 'Choose…',
  clear: 'Clear',
  noMatch: 'Nothing matches.',
  matches: (count) => plural(count, 'option', 'options'),
  moreMatches: (count) => `${plural(count, 'more option', 'more options')}: type to narrow the list`,
  removeChoice: (label) => `Remove ${label}`,
  chosenCount: (count) => `${numbers.format(count)} chosen`,
  unknownType: (type) => `“${type}” has no control of its own here, so this takes plain text.`,
  json: 'This takes JSON.',
  lines: 'One on each line.',
  limits: englishLimits,
  charactersLeft: (count) =>
    count < 0
      ? `${plural(-count, 'character', 'characters')} too many`
      : `${plural(count, 'character', 'characters')} left`,
  stars: (value, most) => `${numbers.format(value)} of ${numbers.format(most)}`,
  show: 'Show',
  hide: 'Hide',
  fileAsText: 'Files cannot be sent from here. Describe the file, or paste a link to it.',
  pickFile: (isMultiple) =>
    isMultiple ? 'Choose files, or drop them here' : 'Choose a file, or drop it here',
  fileLimits(accept, maxBytes) {
    if (accept !== null && maxBytes !== null)
      return capitalized(`${fileTypes(accept)}, up to ${fileSize(maxBytes)}.`)
    if (accept !== null) return capitalized(`${fileTypes(accept)}.`)
    return maxBytes === null ? '' : `Up to ${fileSize(maxBytes)}.`
  },
  fileSize,
  uploading: (name) => `Uploading ${name}…`,
  uploaded: (name) => `${name} is uploaded.`,
  uploadFailed: 'The upload failed.',
  tooLarge: (maxBytes) => `Larger than ${fileSize(maxBytes)}.`,
  wrongType: (accept) => `This is not ${fileTypes(accept)}.`,
  retryFile: (name) => `Upload ${name} again`,
  removeFile: (name) => `Remove ${name}`,
  askedToo: (labels) => `Now also asked for: ${all.format(labels)}.`,
  notAsked: (labels) => `No longer asked for: ${all.format(labels)}.`,
  pattern: 'Write it the way that is asked for.',
  patternLike: (example) => `Write it the way that is asked for, like ${example}.`,
  problem: englishProblem,
}
