import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { answered, createPerformContext, createScriptedHttp, createVault } from '../fixtures/outward.ts'
import { type HttpAnswer, type HttpRequest, httpFailure } from '../net/http-port.ts'
import { createKeyring, generateKey } from '../secrets/keyring.ts'
import { createSealer } from '../secrets/sealer.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { createVirtualClock } from '../virtual-clock.ts'
import { type Delivery, createDeliveryLog } from './delivery-log.ts'
import { webhookBody } from './webhook-body.ts'
import { createWebhookPerformer } from './webhook-performer.ts'
import { createWebhookSecret } from './webhook-secret.ts'

const secret = createWebhookSecret()
const vault = await createVault({ hook_token: 'T00/B00/xyzzy-9' }, ['hooks.example.com'])
const action = {
  type: 'webhook' as const,
  url: ['https://hooks.example.com/in/', { secret: 'hook_token' }],
  event: 'order.cancelled',
  payload: { order: { id: 'A-1042', tags: ['new', 'vip'] }, total: 12.5, note: null },
  timeoutMs: 1000,
  retries: 0,
}
type WebhookAction = typeof action

function createPorts(...answers: readonly HttpAnswer[]) {
  const http = createScriptedHttp(...answers)
  const log = createDeliveryLog(createMemoryStore())
  // Late in its second, so that a try after a short wait is one of the next: signatures count seconds.
  const clock = createVirtualClock(Math.floor(Date.now() / 1000) * 1000 + 900)
  const written: Delivery['status'][] = []
  const kept = { ...log, put: (delivery: Delivery) => (written.push(delivery.status), log.put(delivery)) }
  const ports = { http, vault, clock, random: () => 0, log: kept, secretOf: (): string => secret }
  return { http, log, clock, written, ports }
}

async function perform(change: Partial<WebhookAction>, ...answers: readonly HttpAnswer[]) {
  const { http, log, clock, written, ports } = createPorts(...answers)
  const done = { isOver: false }
  const working = createWebhookPerformer(ports)({ ...action, ...change }, createPerformContext()).finally(
    () => {
      done.isOver = true
    },
  )
  while (!done.isOver) await clock.advance(1000)
  return { performed: await working, sent: http.sent, log, written }
}

const headersOf = ({ headers }: HttpRequest): Record<string, string> =>
  Object.fromEntries(headers.map(({ name, value }) => [name, value]))

test('delivers what the reference implementation accepts, and writes it down before and after (G01) (G28) (G29)', async () => {
  const { performed, sent, log, written } = await perform({}, answered(202))

  const [request] = sent
  const headers = headersOf(request!)
  const id = headers['webhook-id']
  expect(new Webhook(secret).verify(request?.body ?? '', headers)).toEqual({
    type: 'order.cancelled',
    timestamp: expect.any(String),
    data: action.payload,
  })
  expect(request).toMatchObject({
    method: 'POST',
    url: 'https://hooks.example.com/in/T00/B00/xyzzy-9',
    followsRedirects: false,
  })
  expect(performed).toEqual({ type: 'succeeded', output: { status: 202, deliveryId: id } })
  expect(written).toEqual(['sending', 'delivered'])
  expect(log.list('team-1')).toMatchObject([
    {
      id,
      event: 'order.cancelled',
      host: 'hooks.example.com',
      status: 'delivered',
      attempts: 1,
      responseStatus: 202,
    },
  ])
})

test('signs each try anew under the same id, and the same attempt for ever (G29)', async () => {
  const gone = httpFailure('network', 'hooks.example.com could not be reached: it refuses connections.')
  const { sent, log } = await perform({ retries: 2 }, gone, answered(500), answered(200))
  const later = await perform({}, answered(200))

  const all = [...sent, ...later.sent].map(headersOf)
  expect(sent).toHaveLength(3)
  expect(new Set(all.map((headers) => headers['webhook-id'])).size).toBe(1)
  expect(new Set(all.map((headers) => headers['Idempotency-Key'])).size).toBe(1)
  expect(all[0]?.['webhook-timestamp']).not.toBe(all[2]?.['webhook-timestamp'])
  for (const request of sent) new Webhook(secret).verify(request.body ?? '', headersOf(request))
  expect(log.list('team-1')).toMatchObject([{ status: 'delivered', attempts: 3 }])
})

test('fails on anything but a yes, without telling a secret of the address', async () => {
  const { performed, log } = await perform(
    {},
    answered(302, 'T00/B00/xyzzy-9', { location: 'https://evil.test/' }),
  )
  const refused = await perform({ url: ['https://evil.test/', { secret: 'hook_token' }] }, answered(200))

  expect(performed).toEqual({ type: 'failed', error: 'hooks.example.com answered 302.' })
  expect(JSON.stringify(log.list('team-1'))).not.toContain('xyzzy')
  expect(refused.sent).toEqual([])
  expect(refused.performed).toMatchObject({ error: expect.stringContaining('is not sent to evil.test') })
})

test('says what is missing when it cannot sign, and sends nothing', async () => {
  const unset = createSealer(null)
  const sealed = await createSealer(createKeyring(generateKey())).seal(secret, {
    teamId: 'team-1',
    name: 'hook',
  })
  const { http, ports } = createPorts(answered(200))
  const performWith = (secretOf: () => string | Promise<string>) =>
    createWebhookPerformer({ ...ports, secretOf })(action, createPerformContext())

  expect(await performWith(() => unset.open(sealed, { teamId: 'team-1', name: 'hook' }))).toMatchObject({
    type: 'failed',
    error: expect.stringContaining('ENCRYPTION_KEY is not set'),
  })
  expect(await performWith(() => 'whsec_short')).toMatchObject({
    error: expect.stringContaining('signing secret'),
  })
  await expect(performWith(() => Promise.reject(new Error('defect')))).rejects.toThrow('defect')
  expect(http.sent).toEqual([])
})

test.each([
  ['https://hooks.zapier.com/hooks/catch/1/2/'],
  ['https://hook.eu1.make.com/abc'],
  ['https://hook.integromat.com/abc'],
])('gives an automation one flat object: %s (G02) (G03)', async (url) => {
  const { sent } = await perform({ url: [url] }, answered(200))

  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
    order__id: 'A-1042',
    order__tags: ['new', 'vip'],
    total: 12.5,
    note: null,
    event: 'order.cancelled',
    delivery_id: headersOf(sent[0]!)['webhook-id'],
    sent_at: expect.stringMatching(/^\d{4}-/),
  })
})

test.each([
  ['https://hooks.zapier.com.evil.test/'],
  ['https://hook.make.com.evil.test/'],
  ['https://xhook.make.com/'],
])('takes no host for an automation that only looks like one: %s', async (url) => {
  const { sent } = await perform({ url: [url] }, answered(200))

  expect(JSON.parse(sent[0]?.body ?? '')).toHaveProperty('data')
})

test('keeps a field named __proto__ a field', () => {
  const payload = JSON.parse('{"__proto__": 1, "a": {"__proto__": {"b": 2}}}')

  expect(webhookBody({ id: 'msg_1', event: 'e', at: 0, payload }, 'zapier')).toBe(
    '{"__proto__":1,"a____proto____b":2,"event":"e","delivery_id":"msg_1","sent_at":"1970-01-01T00:00:00.000Z"}',
  )
})

test('lists a team’s deliveries newest first, filtered, and forgets the oldest (G30)', () => {
  const log = createDeliveryLog(createMemoryStore(), 3)
  const put = (id: string, teamId: string, event: string) =>
    log.put({
      id,
      teamId,
      event,
      workflowId: `w-${event}`,
      runId: 'run-1',
      stepId: 'call',
      host: 'hooks.example.com',
      status: 'sending',
      attempts: 0,
      responseStatus: null,
      error: null,
      at: 0,
      endedAt: null,
    })

  for (const [id, event] of [
    ['1', 'a'],
    ['2', 'a'],
    ['3', 'b'],
    ['4', 'a'],
  ] as const)
    put(id, 'team-1', event)
  put('5', 'team-2', 'a')
  put('3', 'team-1', 'b')

  const ids = (...asked: Parameters<typeof log.list>) => log.list(...asked).map(({ id }) => id)
  expect(ids('team-1')).toEqual(['4', '3', '2'])
  expect(ids('team-1', { event: 'a' })).toEqual(['4', '2'])
  expect(ids('team-1', { workflowId: 'w-b', status: 'sending', runId: 'run-1' })).toEqual(['3'])
  expect(ids('team-1', { status: 'failed' })).toEqual([])
  expect(ids('team-3')).toEqual([])
})
