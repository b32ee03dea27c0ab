import type { CommandType, IntentStatus, ItemKind, Phase } from '@threadwork/core'

/** The words of the inspector's panels and of recordings. They load with those, not with a chat. */
export interface InspectionStrings {
  readonly kind: string
  readonly allKinds: string
  readonly run: string
  readonly allRuns: string
  runName(number: number): string
  readonly find: string
  count(shown: number, all: number): string
  readonly noMatch: string
  readonly journey: string
  readonly wire: string
  readonly event: string
  readonly facts: string
  readonly shownBy: string
  readonly noEvent: string
  readonly noItem: string
  goTo(item: string): string
  readonly notDrawn: string
  readonly showContent: string
  readonly close: string
  readonly items: Readonly<Record<ItemKind, string>>
  readonly why: string
  readonly holds: string
  readonly fails: string
  readonly decides: string
  readonly rules: Readonly<Record<Phase, string>>
  readonly openBy: Readonly<Record<'run' | 'backend-state', string>>
  readonly outbox: string
  readonly outboxEmpty: string
  readonly states: Readonly<Record<IntentStatus, string>>
  readonly commands: Readonly<Record<CommandType, string>>
  attempts(count: number): string
  readonly linkTitle: string
  readonly streamOpen: string
  readonly streamClosed: string
  readonly readUnderWay: string
  readonly noRead: string
  nextRead(wait: string): string
  tries(count: number): string
  readonly faults: string
  readonly record: string
  readonly save: string
  readonly discard: string
  readonly withContent: string
  entries(count: number): string
  recording(name: string): string
  readonly redacted: string
  readonly leave: string
  readonly play: string
  readonly pause: string
  readonly back: string
  readonly forward: string
  readonly speed: string
  times(speed: number): string
  readonly position: string
  of(now: string, all: string): string
  readonly badTape: string
  readonly badMoment: string
}

export const englishInspection: InspectionStrings = {
  kind: 'Kind',
  allKinds: 'All kinds',
  run: 'Run',
  allRuns: 'All runs',
  runName: (number) => `Run ${number}`,
  find: 'Find in events',
  count: (shown, all) => `${shown} of ${all} events`,
  noMatch: 'No event matches.',
  journey: 'From the wire to the page',
  wire: 'On the wire',
  event: 'Taken for',
  facts: 'Facts',
  shownBy: 'Shown by',
  noEvent: 'This line brought no event, so it changes nothing.',
  noItem: 'No item shows it: it concerns the turn alone.',
  goTo: (item) => `Go to the ${item}`,
  notDrawn: 'This item is not on the page now. Scroll the conversation towards it.',
  showContent: 'Show texts and parameters',
  close: 'Close',
  items: {
    message: 'message',
    skill: 'skill',
    approval: 'approval',
    connection: 'connection',
    workflow: 'workflow',
    form: 'form',
    notice: 'notice',
  },
  why: 'Why this phase',
  holds: 'Holds',
  fails: 'Does not hold',
  decides: 'This decides.',
  rules: {
    'awaiting-approval': 'An approval waits for an answer.',
    'awaiting-connection': 'An account waits to be connected.',
    'awaiting-input': 'A form waits for details.',
    'skill-running': 'A skill or a workflow is running.',
    sending: 'A message is on its way.',
    failed: 'A workflow has halted, or a message has failed.',
    'ai-running': 'The turn is open.',
    idle: 'Nothing of the above holds.',
  },
  openBy: {
    run: 'The newest run has not ended.',
    'backend-state': 'The backend says that it is busy.',
  },
  outbox: 'Outbox',
  outboxEmpty: 'Nothing was asked of the backend yet.',
  states: {
    queued: 'Waiting to leave',
    sending: 'On its way',
    unknown: 'Answer lost, being looked up',
    sent: 'Arrived',
    failed: 'Failed',
  },
  commands: {
    'send-message': 'Message',
    decide: 'Decision',
    'submit-form': 'Form',
    'retry-step': 'Retry of a step',
    'cancel-workflow': 'Cancellation',
    'skip-connection': 'Skipped connection',
  },
  attempts: (count) => (count === 1 ? '1 attempt' : `${count} attempts`),
  linkTitle: 'Link',
  streamOpen: 'A stream is open.',
  streamClosed: 'No stream is open.',
  readUnderWay: 'A read is under way.',
  noRead: 'No read is planned.',
  nextRead: (wait) => `The next read is in ${wait}.`,
  tries: (count) => (count === 1 ? '1 read since the last news' : `${count} reads since the last news`),
  faults: 'Faults',
  record: 'Record',
  save: 'Save tape',
  discard: 'Discard the tape',
  withContent: 'Record texts and parameters too. They are somebody’s: ask before you share the tape.',
  entries: (count) => (count === 1 ? '1 entry on the tape' : `${count} entries on the tape`),
  recording: (name) => `Recording: ${name}`,
  redacted: 'Texts and parameters were left out. Nothing can be sent.',
  leave: 'Close the recording',
  play: 'Play',
  pause: 'Pause',
  back: 'One moment back',
  forward: 'One moment forward',
  speed: 'Speed',
  times: (speed) => `${speed}×`,
  position: 'Time in the recording',
  of: (now, all) => `${now} of ${all}`,
  badTape: 'This file cannot be replayed',
  badMoment: 'This moment of the recording cannot be shown. Go to another one.',
}
