import { fromBase64, toBase64 } from '../base64.ts'

/** What is signed: the three parts that Standard Webhooks joins with dots. */
export interface Signed {
  /** Holds no dot, so that the parts cannot be cut in two ways. */
  readonly id: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly body: Uint8Array
}

/** `v1,` and base64 of the HMAC-SHA256. */
export async function signWebhook(signed: Signed, key: Uint8Array<ArrayBuffer>): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await importKey(key), bytesOf(signed))
  return `v1,${toBase64(new Uint8Array(mac))}`
}

/** Whether a signature belongs to it. WebCrypto compares in constant time. */
export async function matchesSignature(
  signature: string,
  signed: Signed,
  key: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const mac = signature.startsWith('v1,') ? fromBase64(signature.slice(3)) : null
  return mac !== null && crypto.subtle.verify('HMAC', await importKey(key), mac, bytesOf(signed))
}

const importKey = (key: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])

function bytesOf({ id, timestamp, body }: Signed): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`)
  const bytes = new Uint8Array(head.length + body.length)
  bytes.set(head)
  bytes.set(body, head.length)
  return bytes
}
