const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)

interface Unsigned {
  /** `whsec_` and base64. */
  readonly key: string
  readonly webhookId: string
  /** Seconds since 1970. */
  readonly at: number
  readonly body: string
}

/** The headers of a webhook, signed as Standard Webhooks has it. */
export const signed = async ({ key, webhookId, at, body }: Unsigned): Promise<Record<string, string>> => {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const secret = await crypto.subtle.importKey('raw', bytesOf(key.slice(6)), algorithm, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', secret, encode(`${webhookId}.${at}.${body}`))
  const signature = btoa(String.fromCodePoint(...new Uint8Array(mac)))
  return { 'webhook-id': webhookId, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` }
}
