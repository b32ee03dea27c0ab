import { fromBase64, toBase64 } from '../base64.ts'

const prefix = 'whsec_'

/** A secret to sign webhooks with, as Standard Webhooks writes it: `whsec_` and base64 of 32 bytes. */
export const createWebhookSecret = (): string => prefix + toBase64(crypto.getRandomValues(new Uint8Array(32)))

/** The key in a secret, with or without its prefix; `null` when it is not base64 of 24 to 64 bytes. */
export function readWebhookSecret(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = fromBase64(text.startsWith(prefix) ? text.slice(prefix.length) : text)
  return bytes && bytes.length >= 24 && bytes.length <= 64 ? bytes : null
}
