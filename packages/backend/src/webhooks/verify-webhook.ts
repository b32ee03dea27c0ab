import type { SeenIds } from './seen-ids.ts'
import { matchesSignature } from './signature.ts'
import { readWebhookSecret } from './webhook-secret.ts'

/** A request as it came, before anybody parsed it. */
export interface IncomingWebhook {
  /** Parts the ids of one receiver from those of another. */
  readonly endpoint: string
  readonly body: Uint8Array
  readonly headers: Headers
  /** `whsec_…`. */
  readonly secret: string
  /** Milliseconds since 1970. */
  readonly now: number
}

export type WebhookRefusal =
  | 'missing-header'
  | 'wrong-header'
  | 'too-old'
  | 'too-new'
  | 'wrong-secret'
  | 'wrong-signature'
  | 'seen-before'

/** A webhook that its sender signed just now and that was not here before, or why it is refused: a sentence. */
export type VerifiedWebhook =
  | { readonly type: 'verified'; readonly id: string }
  | { readonly type: 'refused'; readonly reason: WebhookRefusal; readonly error: string }

const windowSeconds = 300
/** A sender that changes its secret signs with two; more than a few only cost time. */
const mostSignatures = 5

/** Judges a request by Standard Webhooks: signed over its raw bytes, within five minutes, each id once. */
export async function verifyWebhook(incoming: IncomingWebhook, seen: SeenIds): Promise<VerifiedWebhook> {
  const { headers, body, now, endpoint } = incoming
  const [id, stamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headers.get(name) ?? '',
  ) as [string, string, string]
  if (id === '' || stamp === '' || signatures === '')
    return refused(
      'missing-header',
      'A webhook has the headers webhook-id, webhook-timestamp and webhook-signature.',
    )
  if (!/^[!-\-/-~]{1,256}$/.test(id) || !/^\d{1,12}$/.test(stamp))
    return refused(
      'wrong-header',
      'webhook-id has at most 256 characters, no dot and no space; webhook-timestamp is seconds since 1970.',
    )
  const timestamp = Number(stamp)
  const age = Math.floor(now / 1000) - timestamp
  if (age > windowSeconds)
    return refused(
      'too-old',
      'The webhook was signed more than five minutes ago. Sign it again when it is sent.',
    )
  if (age < -windowSeconds)
    return refused('too-new', 'The webhook was signed more than five minutes ahead. Set the sender’s clock.')
  const key = readWebhookSecret(incoming.secret)
  if (!key)
    return refused(
      'wrong-secret',
      'This endpoint has no usable secret. Make a new one, and give it to the sender.',
    )
  if (!(await isSigned(signatures, { id, timestamp, body }, key)))
    return refused(
      'wrong-signature',
      'No signature of the webhook matches. Sign the raw body with this endpoint’s secret.',
    )
  // Last, so that nobody can use up an id without a signature.
  return seen.take(endpoint, id, (timestamp + 2 * windowSeconds) * 1000)
    ? { type: 'verified', id }
    : refused('seen-before', `The webhook “${id}” was taken before. Nothing was done again.`)
}

async function isSigned(
  signatures: string,
  signed: Parameters<typeof matchesSignature>[1],
  key: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  for (const signature of signatures.split(' ').slice(0, mostSignatures)) {
    if (await matchesSignature(signature, signed, key)) return true
  }
  return false
}

const refused = (reason: WebhookRefusal, error: string): VerifiedWebhook => ({
  type: 'refused',
  reason,
  error,
})
