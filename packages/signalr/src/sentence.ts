import type { CommandType, FailureReason } from '@threadwork/core'

/** What was asked of the backend: a command of the person, or what the adapter needs by itself. */
export type Asked = CommandType | 'history' | 'hub'

/** What a person reads: what happened, why, what to do. */
export function sentence(asked: Asked, reason: FailureReason): string {
  return bySubject[asked]?.[reason] ?? general[reason]
}

const general: Readonly<Record<FailureReason, string>> = {
  'unknown-outcome':
    'The connection broke before the answer came, so it may have arrived. Try again: it counts once.',
  unreachable: 'The server could not be reached, so nothing was sent. Check your connection and try again.',
  'signed-out': 'You are signed out. Sign in and try again.',
  'no-access': 'Your account has no access to this conversation. Ask an administrator for it.',
  'not-found': 'The server no longer has this conversation. Start a new one.',
  'not-available': 'The assistant is not available at the moment. Try again later.',
  conflict:
    'Something else happened first, here or in another window. Look at the conversation before you try again.',
  gone: 'This is over, so nothing was changed. Look at the conversation for what came of it.',
  expired:
    'The time for an answer ran out, so nothing was changed. Look at the conversation for what came of it.',
  changed: 'What you were shown is no longer what would be done, so nothing was done. Look at it anew.',
  invalid: 'Some details were not accepted. Correct the marked fields and send them again.',
  'rate-limited': 'Too much was sent at once. Wait a moment and try again.',
  'too-large': 'This is too large for the server. Send less at once.',
  'server-error': 'The server failed at this. Try again in a moment.',
  'protocol-error': 'The server answered in a way that cannot be understood. Tell its operator.',
  unsupported: 'This assistant cannot do that.',
}

const bySubject: { readonly [Subject in Asked]?: { readonly [Reason in FailureReason]?: string } } = {
  'send-message': {
    conflict: 'The assistant is still at work on something else. Send your message when it is done.',
    invalid: 'The message was not accepted. Change it and send it again.',
  },
  'submit-form': {
    conflict: 'These details were already sent, here or in another window. Nothing more is needed.',
    gone: 'The step no longer waits for these details: it timed out or the workflow went on. Nothing was changed.',
  },
  'retry-step': {
    conflict: 'The step is already running again, here or in another window.',
    gone: 'The workflow is over, so its step cannot be tried again. Start the workflow anew.',
  },
  'cancel-workflow': {
    conflict: 'The workflow had already ended when you stopped it.',
    gone: 'The workflow had already ended when you stopped it.',
    'not-found': 'The workflow had already ended when you stopped it.',
  },
  history: {
    unreachable: 'The conversation could not be read: the server was not reached. It is tried again.',
    'server-error': 'The conversation could not be read: the server failed. It is tried again.',
    'protocol-error':
      'The conversation could not be read: the answer was no history. Tell the server’s operator.',
  },
  hub: {
    unreachable: 'The live connection is broken: the server could not be reached. It is tried again.',
    'server-error': 'The live connection could not be opened: the server refused it. It is tried again.',
  },
}
