import { englishComposerField, type ComposerFieldStrings } from './composer-field.ts'
import { plural } from './plural.ts'

export interface ComposerStrings extends ComposerFieldStrings {
  /** The messages that wait. */
  readonly queue: string
  waiting(count: number): string
  readonly waitsAfterFailure: string
  readonly edit: string
  readonly editLabel: string
  readonly save: string
  readonly cancel: string
  readonly remove: string
  readonly sendNow: string
}

export const englishComposer: ComposerStrings = {
  ...englishComposerField,
  queue: 'Waiting messages',
  waiting: (count) => plural(count, 'message waits', 'messages wait'),
  waitsAfterFailure: 'Something failed. Send what waits now, or take it back.',
  edit: 'Edit',
  editLabel: 'Waiting message',
  save: 'Save',
  cancel: 'Cancel',
  remove: 'Remove',
  sendNow: 'Send now',
}
