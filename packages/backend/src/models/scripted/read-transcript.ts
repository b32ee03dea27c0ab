import type { ModelMessage } from '../model.ts'

/** What people said, the oldest first. */
export const saidBy = (messages: readonly ModelMessage[]): readonly string[] =>
  messages.flatMap((message) => (message.role === 'user' ? [message.text] : []))

/** The newest thing that a person said. */
export const lastSaid = (messages: readonly ModelMessage[]): string => saidBy(messages).at(-1) ?? ''

const yes =
  /^(?:yes|yeah|yep|yup|sure|ok|okay|correct|right|exactly|absolutely|of course|please do|go ahead|confirmed|i confirm|i agree|sounds good|that works|perfect|fine)\b/i
const no =
  /^(?:no|nope|nah|never|not|don[’']?t|stop|cancel|wrong|incorrect|i (?:do not|don[’']t|can[’']?t|cannot|disagree|refuse|decline))\b/i

/** Whether an answer begins with a yes or a no; `null` when with neither. */
export function assentOf(text: string): boolean | null {
  const said = text.trim().replace(/^(?:well|um+|uh+|hmm+|actually|oh)[\s,]+/i, '')
  if (no.test(said)) return false
  return yes.test(said) ? true : null
}

const negations = /\b(?:not|no|never|none|nothing|without|cannot|[a-z]+n[’']t)\b/i

/** Whether a sentence says that something is not so. */
export const isNegated = (text: string): boolean => negations.test(text)
