import type { Action } from '@threadwork/engine'
import { toHex } from '../base64.ts'
import { answerSentence } from '../net/answer-sentence.ts'
import { fillAddress, readAddress } from '../net/fill-request.ts'
import type { HttpHeader, HttpRequest } from '../net/http-port.ts'
import { type RetryPorts, type Tried, sendWithRetries } from '../net/retry.ts'
import type { Perform, PerformContext, Performed } from '../perform/perform.ts'
import { SecretError } from '../secrets/secret-error.ts'
import type { SecretVault } from '../secrets/secret-vault.ts'
import type { Delivery, DeliveryLog } from './delivery-log.ts'
import { signWebhook } from './signature.ts'
import { presetOf, webhookBody } from './webhook-body.ts'
import { readWebhookSecret } from './webhook-secret.ts'

type WebhookAction = Extract<Action, { readonly type: 'webhook' }>

export interface WebhookPorts extends RetryPorts {
  readonly vault: SecretVault
  readonly log: DeliveryLog
  /** `whsec_…`, with which the deliveries of a workflow are signed. */
  readonly secretOf: (owner: {
    readonly teamId: string
    readonly workflowId: string
  }) => string | Promise<string>
}

/** Receivers say yes or no; what else they say is not read. */
const maxBytes = 65_536

/**
 * Delivers events, signed as Standard Webhooks. The delivery’s id is made of the attempt’s key, so whoever gets it a
 * second time after a crash knows it; each try is signed anew. A redirect is not followed: it is a failure.
 */
export function createWebhookPerformer(ports: WebhookPorts): Perform<'webhook'> {
  return async (action, context) => {
    const { teamId } = context
    const mask = await ports.vault.mask(teamId)
    const address = readAddress(action.url)
    if (address.type === 'refused') return { type: 'failed', error: address.error }
    const url = await fillAddress(ports.vault, action.url, { teamId, host: address.host })
    if (url.type === 'refused') return { type: 'failed', error: url.error }
    const key = await signingKey(ports, context)
    if (typeof key === 'string') return { type: 'failed', error: key }
    const delivery = await begin(action, context, address.url.host, ports.clock.now())
    ports.log.put(delivery)
    const body = webhookBody({ ...delivery, payload: action.payload }, presetOf(address.url.hostname))
    const signed = { id: delivery.id, body, url: url.text, timeoutMs: action.timeoutMs }
    const tried = await sendWithRetries(ports, {
      request: () => signedRequest(signed, key, ports.clock.now()),
      retries: action.retries,
      signal: context.signal,
    })
    const ended = end(delivery, tried, ports.clock.now(), (host) => answerSentence(tried, host, mask))
    ports.log.put(ended)
    return asPerformed(ended)
  }
}

/** The key, or a sentence that says why there is none. */
async function signingKey(
  { secretOf }: Pick<WebhookPorts, 'secretOf'>,
  owner: PerformContext,
): Promise<Uint8Array<ArrayBuffer> | string> {
  try {
    return (
      readWebhookSecret(await secretOf(owner)) ??
      'The workflow’s signing secret cannot be read. Make a new one, and give it to the receiver.'
    )
  } catch (error) {
    if (error instanceof SecretError) return error.message
    throw error
  }
}

async function begin(
  { event }: WebhookAction,
  { teamId, workflowId, runId, stepId, key }: PerformContext,
  host: string,
  at: number,
): Promise<Delivery> {
  const id = await deliveryId(teamId, key)
  const owner = { teamId, workflowId, runId, stepId }
  return {
    id,
    ...owner,
    event,
    host,
    status: 'sending',
    attempts: 0,
    responseStatus: null,
    error: null,
    at,
    endedAt: null,
  }
}

/** The same for the same attempt of a step, for ever, and nothing that a receiver could read a run from. */
async function deliveryId(teamId: string, key: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(['threadwork delivery', teamId, key]))
  return `msg_${toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 16))}`
}

async function signedRequest(
  {
    id,
    body,
    url,
    timeoutMs,
  }: { readonly id: string; readonly body: string; readonly url: string; readonly timeoutMs: number },
  key: Uint8Array<ArrayBuffer>,
  now: number,
): Promise<HttpRequest> {
  const timestamp = Math.floor(now / 1000)
  const signature = await signWebhook({ id, timestamp, body: new TextEncoder().encode(body) }, key)
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'Threadwork',
    'Idempotency-Key': id,
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  }
  return {
    method: 'POST',
    url,
    headers: Object.entries(headers).map(([name, value]): HttpHeader => ({ name, value, isSecret: false })),
    body,
    isBodySecret: false,
    followsRedirects: false,
    timeoutMs,
    maxBytes,
  }
}

function end(delivery: Delivery, tried: Tried, now: number, sentence: (host: string) => string): Delivery {
  const { answer, attempts } = tried
  const responseStatus = answer.type === 'answered' ? answer.status : null
  const isDelivered = responseStatus !== null && responseStatus >= 200 && responseStatus <= 299
  return {
    ...delivery,
    status: isDelivered ? 'delivered' : 'failed',
    attempts,
    responseStatus,
    error: isDelivered ? null : sentence(delivery.host),
    endedAt: now,
  }
}

const asPerformed = ({ id, error, responseStatus }: Delivery): Performed =>
  error === null
    ? { type: 'succeeded', output: { status: responseStatus, deliveryId: id } }
    : { type: 'failed', error }
