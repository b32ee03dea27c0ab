import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { type Driver, createDriver } from '../fixtures/driver.ts'
import { type HttpAnswer, type HttpRequest, httpFailure } from '../net/http-port.ts'
import { createKeyring, generateKey } from '../secrets/keyring.ts'
import { createSealer } from '../secrets/sealer.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import type { Store } from '../store/store.ts'

const answered = (status: number): HttpAnswer => ({ type: 'answered', status, headers: {}, text: '{}' })
const sealer = createSealer(createKeyring(generateKey()))

/** A backend whose outer world is a switch: what its workflow calls works or does not, and who listens to the hook is a list. */
function createWorld({ hook = answered(200) }: { readonly hook?: HttpAnswer } = {}) {
  const calls: HttpRequest[] = []
  const world = { isBroken: false, hangs: false }
  const store = createMemoryStore()
  const http = {
    send: (request: HttpRequest): Promise<HttpAnswer> => {
      if (!request.url.includes('alerts')) return Promise.resolve(answered(world.isBroken ? 400 : 200))
      calls.push(request)
      return world.hangs ? new Promise(() => undefined) : Promise.resolve(hook)
    },
  }
  // The reference implementation judges by the clock on the wall.
  const driver = createDriver({ store, http, sealer, startAt: Date.now() })
  return { driver, store, http, calls, world }
}

type World = ReturnType<typeof createWorld>

const node = (id: string, type: string, config: object = {}): object => ({ id, type, name: id, config })

async function publish(
  driver: Driver,
  settings: object,
  trigger: object = node('start', 'manual'),
): Promise<string> {
  const { id } = await (
    await driver.request('POST', '/workflows', { name: 'Orders', dialect: 'threadwork' })
  ).json()
  const graph = {
    nodes: [trigger, node('call', 'http-request', { url: 'https://orders.example/1' })],
    edges: [{ id: 'go', source: 'start', target: 'call', type: 'direct' }],
    settings,
  }
  expect(await (await driver.request('PATCH', `/workflows/${id}`, graph)).json()).toMatchObject({ id })
  expect((await driver.request('POST', `/workflows/${id}/publish`, {})).status).toBe(200)
  return id
}

/** Lets time pass until something is so: signing takes real time. */
async function until(driver: Driver, isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !isSo(); turn += 1) await driver.clock.advance(20)
}

const isAnswered = (store: Store): boolean => store.listLabelled('errorRates', 'open').length === 0

/** Runs it to its end, and until whoever had to be told of that was. */
async function run({ driver, store, calls, world }: World, id: string, mode = 'production'): Promise<string> {
  const heard = calls.length
  const started = await (await driver.request('POST', `/workflows/${id}/execute`, { mode })).json()
  const isOver = (): boolean =>
    ['failed', 'completed'].includes(store.get('runs', started.id)?.run.status ?? '')
  await until(driver, () => isOver() && (world.hangs ? calls.length > heard : isAnswered(store)))
  return started.id
}

const hooked = { errorRateHook: { url: 'https://alerts.example/orders', threshold: 0.5, runs: 4 } }
const bodyOf = (request: HttpRequest | undefined) => JSON.parse(request?.body ?? '{}')

test('calls its URL once when too many of the last runs failed, and again only after it recovered (G27)', async () => {
  const house = createWorld()
  const { driver, calls, world } = house
  const id = await publish(driver, hooked)
  const outcomes: number[] = []
  const play = async (...states: readonly ('ok' | 'broken')[]): Promise<void> => {
    for (const state of states) {
      world.isBroken = state === 'broken'
      await run(house, id)
    }
    outcomes.push(calls.length)
  }

  await play('broken', 'broken', 'broken')
  await play('ok')
  await play('broken', 'broken')
  await play('ok', 'ok', 'ok')
  await play('broken')
  await play('broken')

  expect(outcomes).toEqual([0, 1, 1, 1, 1, 2])
  const [call] = calls
  const { secret } = await driver.read(`/workflows/${id}/webhook-secret`)
  const headers = Object.fromEntries(call?.headers.map(({ name, value }) => [name, value]) ?? [])
  expect(() => new Webhook(String(secret)).verify(call?.body ?? '', headers)).not.toThrow()
  expect(bodyOf(call)).toMatchObject({
    type: 'workflow.error-rate',
    data: { workflowId: id, workflowName: 'Orders', errorRate: 0.75, threshold: 0.5, runs: 4, failed: 3 },
  })
  expect(new Set(calls.map((each) => bodyOf(each).data.runId)).size).toBe(2)
  const stats = await driver.read(`/workflows/${id}/stats`)
  expect(stats['errorRateHook']).toMatchObject({
    isRaised: true,
    errorRate: 0.5,
    runs: 4,
    status: 'delivered',
    error: null,
  })
  const { deliveries } = await driver.read('/deliveries')
  expect(deliveries).toMatchObject([{ event: 'workflow.error-rate' }, { event: 'workflow.error-rate' }])
})

test('counts neither tests nor runs by hand, and a failed run that was retried as it ended at last (G27)', async () => {
  const house = createWorld()
  const { driver, calls, world } = house
  const id = await publish(driver, { errorRateHook: { ...hooked.errorRateHook, threshold: 1, runs: 2 } })
  world.isBroken = true

  for (const mode of ['test', 'manual', 'test', 'manual']) await run(house, id, mode)
  const failed = await run(house, id)
  world.isBroken = false
  await driver.request('POST', `/runs/${failed}/retry`, {})
  await until(driver, () => house.store.get('runs', failed)?.run.status === 'completed')
  world.isBroken = true
  await run(house, id)
  const before = calls.length
  await run(house, id)

  expect([before, calls.length]).toEqual([0, 1])
})

test('says in the figures of the workflow why its hook was not heard (G23, G27)', async () => {
  const house = createWorld({ hook: httpFailure('refused', 'alerts.example may not be reached.') })
  const id = await publish(house.driver, {
    errorRateHook: { ...hooked.errorRateHook, threshold: 0, runs: 1 },
  })

  await run(house, id)

  const stats = await house.driver.read(`/workflows/${id}/stats`)
  expect(stats['errorRateHook']).toMatchObject({
    status: 'failed',
    error: 'alerts.example may not be reached.',
  })
})

test('calls again under the same name what a process left without an answer, once (G27)', async () => {
  const house = createWorld()
  const { driver, store, http, calls, world } = house
  const id = await publish(driver, { errorRateHook: { ...hooked.errorRateHook, threshold: 0, runs: 1 } })
  world.hangs = true
  await run(house, id)
  const again = async (isSo: (kept: Store) => boolean): Promise<Driver> => {
    const kept = createMemoryStore(structuredClone(store.exportState()))
    const next = createDriver({ store: kept, http, sealer })
    await until(next, () => isSo(kept))
    return next
  }

  await again(() => calls.length > 1)
  const first = calls.length
  store.put('errorRates', {
    ...store.get('errorRates', id)!,
    call: { ...store.get('errorRates', id)!.call!, sends: 2 },
  })
  const last = await again(isAnswered)

  expect([first, calls.length]).toEqual([2, 2])
  const ids = calls.map(({ headers }) => headers.find(({ name }) => name === 'webhook-id')?.value)
  expect(new Set(ids).size).toBe(1)
  const stats = await last.read(`/workflows/${id}/stats`)
  expect(stats['errorRateHook']).toMatchObject({
    status: 'failed',
    error: expect.stringContaining('called twice'),
  })
})

test.each(['headless', 'signalr'] as const)(
  'says its fallback message in the conversation when a run fails, over %s (G26)',
  async (wire) => {
    const { driver, world } = createWorld()
    world.isBroken = true
    const trigger = node('start', 'intent', { phrases: ['where is my order'] })
    await publish(
      driver,
      { fallbackMessage: 'I cannot look that up. Write to help@orders.example.' },
      trigger,
    )
    const conversationId = await driver.newConversation()

    if (wire === 'headless') await driver.send(conversationId, 'Where is my order')
    else
      await driver.request('POST', '/api/chat/messages', {
        conversationId,
        text: 'Where is my order',
        clientMessageId: 'm',
      })
    await driver.clock.advance(1000)

    expect(await driver.replies(conversationId)).toEqual([
      'I cannot look that up. Write to help@orders.example.',
    ])
  },
)
