import type { Phase } from '@threadwork/core'

export interface ComposerStrings {
  readonly label: string
  readonly placeholder: string
  readonly send: string
  readonly stop: string
  readonly stopListening: string
  readonly cancels: string
  readonly hint: string
  readonly touchHint: string
  /** Why a message cannot leave now; `null` where it can. */
  readonly busy: Readonly<Record<Phase, string | null>>
  readonly closed: string
  readonly suggestions: string
}

const running = 'The assistant is still working. Your text is kept until it is done.'

export const englishComposer: ComposerStrings = {
  label: 'Message',
  placeholder: 'Message the assistant…',
  send: 'Send',
  stop: 'Stop',
  stopListening: 'Only stops listening; the run goes on.',
  cancels: 'Ends the run.',
  hint: 'Enter to send, Shift Enter for a new line',
  touchHint: 'Your text is kept on this device',
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
  closed: 'This conversation is closed. Start a new one to go on.',
  suggestions: 'Suggestions',
}
