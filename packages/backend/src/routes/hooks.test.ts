import { describe, expect, test } from 'vitest'
import { type Backend, createBackend } from '../backend.ts'
import { createVirtualClock } from '../virtual-clock.ts'
import { readWebhookSecret } from '../webhooks/webhook-secret.ts'
import { signWebhook } from '../webhooks/signature.ts'
import { createKeyring, generateKey } from '../secrets/keyring.ts'
import { createSealer } from '../secrets/sealer.ts'
import { createMemoryStore } from '../store/memory-store.ts'

const dayMs = 86_400_000

function world() {
  const clock = createVirtualClock()
  const store = createMemoryStore()
  const sealer = createSealer(createKeyring(generateKey()))
  const defects: unknown[] = []
  const start = (): Backend =>
    createBackend({ clock, store, sealer, reportDefect: (error) => defects.push(error) })
  return { clock, store, sealer, defects, start }
}

async function ask(backend: Backend, method: string, path: string, body?: object) {
  const response = await backend.fetch(
    new Request(`http://backend.test${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'X-IDP-User-Id': 'ada' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

/** A live workflow of a trigger and some nodes behind it, one after the other. */
async function publish(backend: Backend, ...nodes: readonly (readonly [type: string, config?: object])[]) {
  const trigger = nodes[0]?.[0] ?? ''
  const { body } = await ask(backend, 'POST', '/workflows', { name: trigger, dialect: 'threadwork', trigger })
  const ids = nodes.map(([type], index) => `${type}${index}`)
  const graph = {
    nodes: nodes.map(([type, config = {}], index) => ({ id: ids[index], type, name: type, config })),
    edges: ids
      .slice(1)
      .map((target, index) => ({ id: `e${index}`, source: ids[index], target, type: 'direct' })),
  }
  expect(await ask(backend, 'PATCH', `/workflows/${body.id}`, graph)).toMatchObject({ status: 200 })
  expect(await ask(backend, 'POST', `/workflows/${body.id}/publish`, {})).toMatchObject({ status: 200 })
  return String(body.id)
}

async function signedRequest(sent: { readonly secret: string; readonly path: string; readonly now: number }) {
  const key = readWebhookSecret(sent.secret)
  if (!key) throw new Error('There is no key.')
  const timestamp = Math.floor(sent.now / 1000)
  const body = new TextEncoder().encode('{"order":7}')
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(timestamp),
    'webhook-signature': await signWebhook({ id: 'msg_1', timestamp, body }, key),
  }
  return new Request(`http://backend.test${sent.path}`, { method: 'POST', headers, body })
}

const runsOf = async (backend: Backend) => (await ask(backend, 'GET', '/api/runs')).body.runs

describe('an inbound webhook', () => {
  async function hook() {
    const { start, ...rest } = world()
    const backend = start()
    const id = await publish(backend, ['webhook-received'], ['end'])
    const { secret, path } = (await ask(backend, 'GET', `/workflows/${id}/webhook-secret`)).body
    const send = async (body: string, given: { readonly key?: string; readonly prefix?: string } = {}) => {
      const key = readWebhookSecret(given.key ?? secret)
      if (!key) throw new Error('There is no key.')
      const timestamp = Math.floor(rest.clock.now() / 1000)
      const bytes = new TextEncoder().encode(body)
      const signature = await signWebhook({ id: 'msg_1', timestamp, body: bytes }, key)
      const headers = {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signature,
      }
      const url = `http://backend.test${given.prefix ?? ''}${path}`
      return backend.fetch(new Request(url, { method: 'POST', headers, body }))
    }
    return { backend, id, send, start, ...rest }
  }

  test('starts its workflow with what was sent, once for an id (I61)', async () => {
    const { backend, send, defects } = await hook()

    const first = await send('{"order":{"id":7}}')
    const again = await send('{"order":{"id":7}}', { prefix: '/api' })
    const { runId } = await first.json()
    const run = await ask(backend, 'GET', `/runs/${runId}`)

    expect([first.status, again.status]).toEqual([202, 202])
    expect(await again.json()).toEqual({ runId })
    expect(await runsOf(backend)).toHaveLength(1)
    expect(run.body).toMatchObject({
      status: 'completed',
      mode: 'production',
      trigger: { type: 'webhook-received', body: { order: { id: 7 } } },
    })
    expect(defects).toEqual([])
  })

  test('is one run for an id over a restart, and what was sent stays readable', async () => {
    const { backend, id, send, store, start } = await hook()
    const { runId } = await (await send('{"order":7}')).json()
    const sms = await publish(backend, ['manual'], ['send-sms', { to: '+4915112345678', message: 'Hello' }])
    await ask(backend, 'POST', `/workflows/${sms}/execute`, {})
    await expect.poll(async () => (await ask(backend, 'GET', '/sms')).body.messages.length).toBe(1)

    const next = start()
    const { secret, path } = (await ask(next, 'GET', `/workflows/${id}/webhook-secret`)).body
    const again = await next.fetch(
      await signedRequest({ secret, path, now: store.get('runs', runId)?.at ?? 0 }),
    )

    expect(await again.json()).toEqual({ runId })
    expect((await ask(next, 'GET', '/sms')).body.messages).toMatchObject([{ text: 'Hello' }])
    expect((await ask(next, 'GET', `/runs?workflowId=${id}`)).body.runs).toHaveLength(1)
  })

  test('is refused without a signature, with a stranger’s, and for what is no hook', async () => {
    const { backend, id, send } = await hook()
    const stranger = `whsec_${btoa('x'.repeat(32))}`

    const bare = await ask(backend, 'POST', `/hooks/${id}`, { order: 7 })
    const forged = await send('{}', { key: stranger })
    const unknown = await ask(backend, 'POST', '/hooks/nothing', {})

    expect([bare.status, forged.status, unknown.status]).toEqual([401, 401, 404])
    expect(await runsOf(backend)).toEqual([])
  })
})

describe('a conversation of the chat', () => {
  test('starts what listens to new conversations with its first message, and forgets with it what was known (C26)', async () => {
    const { start, defects } = world()
    const backend = start()
    await publish(backend, ['conversation-created'], ['add-label', { labels: ['seen'] }], ['end'])
    const { conversation_id: id } = (await ask(backend, 'POST', '/api/chat/conversations', {})).body
    expect(await runsOf(backend)).toEqual([])

    const sent = { conversationId: id, text: 'Hello', clientMessageId: 'm1' }
    await ask(backend, 'POST', '/api/chat/messages', sent)
    const known = await ask(backend, 'GET', `/api/conversations/${id}`)
    // The agent's answer is a run as well, of a workflow that it knows by heart.
    const run = (await runsOf(backend)).find(
      ({ workflowName }: { readonly workflowName: string }) => workflowName !== 'What can you do?',
    )
    await ask(backend, 'DELETE', `/api/chat/conversations/${id}`)

    expect(known.body).toMatchObject({ status: 'open', labels: ['seen'], channel: 'webchat' })
    expect(run).toMatchObject({ status: 'completed', mode: 'production', conversationId: id })
    expect((await ask(backend, 'GET', `/conversations/${id}`)).status).toBe(404)
    expect(defects).toEqual([])
  })
})

describe('time', () => {
  test('starts a scheduled workflow at each of its times, over a restart, what was missed once (I61)', async () => {
    const { clock, start, defects } = world()
    const first = start()
    await publish(first, ['schedule', { cron: '0 9 * * *', timeZone: 'UTC' }], ['end'])
    await clock.advance(dayMs)
    expect(await runsOf(first)).toHaveLength(1)
    first.close()
    await clock.advance(3 * dayMs)

    const second = start()
    await clock.advance(0)
    expect(await runsOf(second)).toHaveLength(2)
    await clock.advance(dayMs)

    expect(await runsOf(second)).toHaveLength(3)
    expect(defects).toEqual([])
    second.close()
  })

  test('wakes a run after its delay of three days, over a restart', async () => {
    const { clock, start } = world()
    const first = start()
    const id = await publish(first, ['manual'], ['delay', { amount: 3, unit: 'days' }], ['end'])
    const run = await ask(first, 'POST', `/workflows/${id}/execute`, {})
    await clock.advance(dayMs)
    first.close()

    const second = start()
    await clock.advance(2 * dayMs - 1000)
    const before = await ask(second, 'GET', `/runs/${run.body.id}`)
    await clock.advance(1000)
    const after = await ask(second, 'GET', `/runs/${run.body.id}`)

    expect([before.body.status, after.body.status]).toEqual(['waiting', 'completed'])
    second.close()
  })
})

test('the workflow API stands at the root and under /api, and asks who is there at both', async () => {
  const backend = createBackend({ authenticate: () => null })

  const answers = await Promise.all(
    [
      '/workflows',
      '/api/workflows',
      '/conversations',
      '/api/escalations',
      '/openapi.json',
      '/api/reference',
    ].map((path) => backend.fetch(new Request(`http://backend.test${path}`))),
  )

  expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 200, 200])
})
