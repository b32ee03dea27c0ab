import type { Phase } from '@threadwork/core'
import { plural } from './plural.ts'

/** What the composer says. What the messages that wait say comes with them. */
export interface ComposerFieldStrings {
  readonly label: string
  readonly placeholder: string
  readonly send: string
  /** Where it ends the run. */
  readonly stop: string
  /** Where the run goes on. It begins with the word of `stop`. */
  readonly stopHearing: string
  readonly stopListening: string
  readonly cancels: string
  readonly hint: string
  readonly offline: string
  /** Why a message cannot leave now, where messages do not wait; `null` where it can. */
  readonly busy: Readonly<Record<Phase, string | null>>
  /** When a message that is written now leaves; `null` where it does at once. */
  readonly queued: Readonly<Record<Phase, string | null>>
  readonly closed: string
  readonly suggestions: string
  charactersLeft(count: number): string
  tooLong(by: number): string
}

const running = 'The assistant is still working. Your text is kept until it is done.'
const afterTurn = 'Goes out when the assistant has finished.'
const afterAnswer = 'Goes out when you have answered above and the assistant has finished.'

export const englishComposerField: ComposerFieldStrings = {
  label: 'Message',
  placeholder: 'Message the assistant…',
  send: 'Send',
  stop: 'Stop',
  stopHearing: 'Stop listening',
  stopListening: 'Only stops listening; the run goes on.',
  cancels: 'Ends the run.',
  hint: 'Enter to send, Shift Enter for a new line',
  offline: 'What you send is kept, and goes out when you are online again.',
  busy: {
    idle: null,
    failed: null,
    sending: 'Your last message is on its way. Your text is kept until then.',
    'ai-running': running,
    'skill-running': running,
    'awaiting-approval': 'The assistant waits for your approval above. Your text is kept until then.',
    'awaiting-connection': 'The assistant waits for your account above. Your text is kept until then.',
    'awaiting-input': 'The workflow waits for your details above. Your text is kept until then.',
  },
  queued: {
    idle: null,
    failed: null,
    sending: 'Goes out after your last message.',
    'ai-running': afterTurn,
    'skill-running': afterTurn,
    'awaiting-approval': afterAnswer,
    'awaiting-connection': afterAnswer,
    'awaiting-input': afterAnswer,
  },
  closed: 'This conversation is closed. Start a new one to go on.',
  suggestions: 'Suggestions',
  charactersLeft: (count) => `${plural(count, 'character', 'characters')} left`,
  tooLong: (by) => `${plural(by, 'character', 'characters')} too many. Shorten the text to send it.`,
}
