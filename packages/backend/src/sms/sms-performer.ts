import type { Perform } from '../perform/perform.ts'
import type { SmsProvider } from './sms-provider.ts'

export interface SmsPorts {
  /** By the names that nodes call them by. */
  readonly providers: Readonly<Record<string, SmsProvider>>
  /** The one for nodes that name none. */
  readonly usual: string
}

/** Ten messages of 160 characters: providers take no more in one. */
const longest = 1600

/** Sends text messages. Output: `{messageId}`. */
export function createSmsPerformer({ providers, usual }: SmsPorts): Perform<'sms'> {
  return async (action, { teamId, key, signal }) => {
    const name = action.provider ?? usual
    const provider = Object.hasOwn(providers, name) ? providers[name] : undefined
    const to = readNumber(action.to)
    if (!provider)
      return failed(
        `There is no SMS provider “${name}”. Choose one of: ${Object.keys(providers).join(', ')}.`,
      )
    if (to === null)
      return failed(
        `“${action.to.slice(0, 40)}” is not a telephone number. Write it with its country, as in +4915112345678.`,
      )
    if (action.text.trim() === '')
      return failed('The message is empty. Write a text, or check the variables in it.')
    if (action.text.length > longest)
      return failed(
        `The message has ${action.text.length} characters, and ${longest} at most can be sent. Shorten it.`,
      )
    const sent = await provider.send({ teamId, to, text: action.text, key }, signal)
    return sent.type === 'sent' ? { type: 'succeeded', output: { messageId: sent.messageId } } : sent
  }
}

/** E.164, out of what people write: spaces, hyphens, dots and brackets are theirs, and `00` is a plus. */
export function readNumber(text: string): string | null {
  const number = text
    .trim()
    .replaceAll(/[\s().-]/g, '')
    .replace(/^00/, '+')
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null
}

const failed = (error: string): { readonly type: 'failed'; readonly error: string } => ({
  type: 'failed',
  error,
})
