import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { createMemorySeenIds } from './seen-ids.ts'
import { signWebhook } from './signature.ts'
import { type IncomingWebhook, verifyWebhook } from './verify-webhook.ts'
import { createWebhookSecret, readWebhookSecret } from './webhook-secret.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const secret = createWebhookSecret()
const now = Date.UTC(2026, 10, 21, 12)
const body = '{"order":"A-1042"}'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Signed by the reference implementation. */
function incoming(change: Partial<IncomingWebhook> = {}, id = 'msg_1', signedAt = now): IncomingWebhook {
  const signature = new Webhook(secret).sign(id, new Date(signedAt), body)
  const headers = new Headers({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(signedAt / 1000)),
    'webhook-signature': signature,
  })
  return { endpoint: 'orders', body: bytes(body), headers, secret, now, ...change }
}
const judge = (webhook: IncomingWebhook) =>
  verifyWebhook(
    webhook,
    createMemorySeenIds(() => webhook.now),
  )
const withHeader = (name: string, value: string | null): IncomingWebhook => {
  const webhook = incoming()
  if (value === null) webhook.headers.delete(name)
  else webhook.headers.set(name, value)
  return webhook
}

test('takes what the reference implementation signed, also beside other signatures (G28)', async () => {
  const beside = incoming()
  beside.headers.set('webhook-signature', `v1a,xxxx v1,AAAA ${beside.headers.get('webhook-signature')}`)

  expect(await judge(incoming())).toEqual({ type: 'verified', id: 'msg_1' })
  expect(await judge(incoming({ secret: secret.replace('whsec_', '') }))).toMatchObject({ type: 'verified' })
  expect(await judge(beside)).toMatchObject({ type: 'verified' })
  expect(await judge(incoming({}, 'msg_1', now - 300_000))).toMatchObject({ type: 'verified' })
  expect(await judge(incoming({}, 'msg_1', now + 300_000))).toMatchObject({ type: 'verified' })
})

test.each([
  ['missing-header', withHeader('webhook-id', null)],
  ['missing-header', withHeader('webhook-timestamp', null)],
  ['missing-header', withHeader('webhook-signature', '')],
  ['wrong-header', withHeader('webhook-timestamp', 'yesterday')],
  ['wrong-header', withHeader('webhook-timestamp', '-1')],
  ['wrong-header', withHeader('webhook-id', 'msg.1')],
  ['wrong-header', withHeader('webhook-id', 'x'.repeat(257))],
  ['too-old', incoming({}, 'msg_1', now - 301_000)],
  ['too-new', incoming({}, 'msg_1', now + 301_000)],
  ['wrong-secret', incoming({ secret: 'whsec_short' })],
  ['wrong-signature', incoming({ secret: createWebhookSecret() })],
  ['wrong-signature', incoming({ body: bytes(`${body} `) })],
  ['wrong-signature', withHeader('webhook-id', 'msg_2')],
  ['wrong-signature', withHeader('webhook-timestamp', String(now / 1000 + 1))],
  ['wrong-signature', withHeader('webhook-signature', 'v1,')],
  ['wrong-signature', withHeader('webhook-signature', 'v1,***')],
  [
    'wrong-signature',
    withHeader(
      'webhook-signature',
      Array.from({ length: 5 }, () => 'v1,AAAA').join(' ') +
        ' ' +
        incoming().headers.get('webhook-signature'),
    ),
  ],
] as const)('refuses with a reason: %s %#', async (reason, webhook) => {
  expect(await judge(webhook)).toMatchObject({ type: 'refused', reason, error: expect.stringMatching(/\.$/) })
})

test('takes an id once for an endpoint, until nobody could send it any more', async () => {
  let time = now
  const seen = createMemorySeenIds(() => time)

  const first = await verifyWebhook(incoming(), seen)
  time = now + 299_000
  const again = await verifyWebhook(incoming({ now: time }), seen)
  const elsewhere = await verifyWebhook(incoming({ now: time, endpoint: 'returns' }), seen)

  expect([first.type, again, elsewhere.type]).toEqual([
    'verified',
    {
      type: 'refused',
      reason: 'seen-before',
      error: 'The webhook “msg_1” was taken before. Nothing was done again.',
    },
    'verified',
  ])
})

test('uses up no id for a webhook that is not signed', async () => {
  const seen = createMemorySeenIds(() => now)

  await verifyWebhook(incoming({ secret: createWebhookSecret() }), seen)

  expect(await verifyWebhook(incoming(), seen)).toMatchObject({ type: 'verified' })
})

describe(`signatures (SEED=${seed})`, () => {
  test('are those of the reference implementation', async () => {
    const id = fc.stringMatching(/^[\w-]{1,30}$/)
    const stamp = fc.integer({ min: 0, max: 4_000_000_000 })
    await fc.assert(
      fc.asyncProperty(id, stamp, fc.string({ unit: 'grapheme' }), async (id, timestamp, text) => {
        const own = await signWebhook({ id, timestamp, body: bytes(text) }, readWebhookSecret(secret)!)

        expect(own).toBe(new Webhook(secret).sign(id, new Date(timestamp * 1000), text))
      }),
      { seed, numRuns: 200 },
    )
  })

  test('do not survive a flipped bit of the body', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: body.length * 8 - 1 }), async (bit) => {
        const flipped = bytes(body).map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

        expect(await judge(incoming({ body: flipped }))).toMatchObject({ reason: 'wrong-signature' })
      }),
      { seed, numRuns: 100 },
    )
  })
})

test('reads secrets of 24 to 64 bytes', () => {
  const of = (length: number): string => `whsec_${Buffer.alloc(length, 7).toString('base64')}`

  expect([23, 24, 64, 65].map((length) => readWebhookSecret(of(length))?.length ?? null)).toEqual([
    null,
    24,
    64,
    null,
  ])
  expect(readWebhookSecret('whsec_***')).toBeNull()
  expect(createWebhookSecret()).not.toBe(createWebhookSecret())
})
