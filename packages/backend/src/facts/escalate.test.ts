import { expect, test } from 'vitest'
import { type Driver, createDriver } from '../fixtures/driver.ts'
import type { HttpAnswer, HttpRequest } from '../net/http-port.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import type { Store } from '../store/store.ts'

const node = (id: string, type: string, config: object = {}): object => ({ id, type, name: id, config })
const contactForm = [
  { key: 'phone', label: 'Phone', type: 'Phone' },
  { key: 'pin', label: 'PIN', type: 'Password' },
]
const taken = 'I have handed this over to a person, who will come back to you here.'

/** A backend with a live workflow that escalates when somebody is angry; who takes it hears over a URL. */
async function createWorld(
  config: object,
  trigger = node('start', 'intent', { phrases: ['I am very angry'] }),
) {
  const sent: HttpRequest[] = []
  const world = { status: 200 }
  const http = {
    send: (request: HttpRequest): Promise<HttpAnswer> => {
      sent.push(request)
      return Promise.resolve({ type: 'answered', status: world.status, headers: {}, text: '' })
    },
  }
  const store = createMemoryStore()
  const driver = createDriver({ store, http })
  const { id } = await (
    await driver.request('POST', '/workflows', { name: 'Angry people', dialect: 'threadwork' })
  ).json()
  const graph = {
    nodes: [trigger, node('up', 'escalate', { team: 'Tier 2', note: 'Angry', ...config })],
    edges: [{ id: 'go', source: 'start', target: 'up', type: 'direct' }],
  }
  expect(await (await driver.request('PATCH', `/workflows/${id}`, graph)).json()).toMatchObject({ id })
  expect((await driver.request('POST', `/workflows/${id}/publish`, {})).status).toBe(200)
  return { driver, store, sent, world, workflowId: String(id) }
}

/** Lets time pass until something is so: signing takes real time. */
async function until(driver: Driver, isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !isSo(); turn += 1) await driver.clock.advance(20)
}

const statusOf = (store: Store): string | undefined => store.list('runs', null).at(-1)?.run.status

test.each(['headless', 'signalr'] as const)(
  'hands an angry person over to people: asked by the same forms, delivered, said and seen, over %s (G04, G17, G31, G32)',
  async (wire) => {
    const { driver, store, sent } = await createWorld({ contactForm, url: 'https://desk.example/in' })
    const conversationId = await driver.newConversation()
    const text = 'I am very angry'
    if (wire === 'headless') await driver.send(conversationId, text)
    else await driver.request('POST', '/api/chat/messages', { conversationId, text, clientMessageId: 'm' })
    await driver.clock.advance(100)
    const asked = await driver.read(`/api/chat/history?conversationId=${conversationId}`)
    const answer = (values: object, idempotencyKey: string): Promise<Response> =>
      driver.request('POST', '/api/chat/resume-workflow', {
        conversationId,
        workflowId: null,
        stepId: 'up',
        values,
        idempotencyKey,
      })

    const wrong = await answer({ phone: 'none', pin: '98761234' }, 'k1')
    await answer({ phone: '+49 30 1234567', pin: '98761234' }, 'k2')
    await until(driver, () => statusOf(store) === 'completed')

    expect(asked['activeWorkflow']).toMatchObject({
      pendingIntervention: { dataPoints: [{ key: 'phone' }, { key: 'pin' }] },
    })
    expect((await wrong.json()).errors).toEqual({ phone: ['Enter a phone number, like +49 30 1234567.'] })
    expect(await driver.replies(conversationId)).toEqual([taken])
    const { escalations } = (await driver.read('/escalations?status=open')) as {
      escalations: { id: string }[]
    }
    const escalation = {
      team: 'Tier 2',
      note: 'Angry',
      contact: { phone: '+49 30 1234567', pin: '••••••' },
      transcript: [{ from: 'person', text }],
      context: { conversation: { id: conversationId } },
    }
    expect(escalations).toMatchObject([escalation])
    expect(sent).toHaveLength(1)
    expect(JSON.parse(sent[0]?.body ?? '{}')).toMatchObject({
      type: 'conversation.handed-over',
      data: escalation,
    })
    expect(JSON.stringify([sent, escalations])).not.toContain('98761234')
    const facts = (): Promise<object> => driver.read(`/conversations/${conversationId}`)
    expect(await facts()).toMatchObject({ escalated: true, assignee: { to: 'human', name: 'Tier 2' } })
    await driver.request('PATCH', `/escalations/${escalations[0]?.id}`, { status: 'closed' })
    expect(await facts()).toMatchObject({ escalated: false })
    expect((await driver.read('/escalations?status=open'))['escalations']).toEqual([])
    await driver.request('PATCH', `/escalations/${escalations[0]?.id}`, { status: 'open' })
    expect(await facts()).toMatchObject({ escalated: true })
  },
)

test('is one escalation however often its delivery is tried, and says why it was not heard (G04)', async () => {
  const { driver, store, sent, world } = await createWorld({ url: 'https://desk.example/in' })
  world.status = 403
  await driver.send(await driver.newConversation(), 'I am very angry')
  await until(driver, () => statusOf(store) === 'failed')
  const [failed] = store.list('runs', null)

  world.status = 200
  await driver.request('POST', `/runs/${failed?.id}/retry`, {})
  await until(driver, () => statusOf(store) === 'completed')

  expect(failed?.run.error).toContain('desk.example')
  expect(sent).toHaveLength(2)
  expect((await driver.read('/escalations'))['escalations']).toHaveLength(1)
})

test('shows in a test what would be handed over, and hands nothing over (G25)', async () => {
  const { driver, store, sent, workflowId } = await createWorld(
    { url: 'https://desk.example/in', note: 'About {{topic}}' },
    node('start', 'manual'),
  )

  await driver.request('POST', `/workflows/${workflowId}/test`, { input: { topic: 'lamps' } })
  await until(driver, () => statusOf(store) === 'completed')

  expect(store.list('runs', null)[0]?.run.steps.at(-1)?.output).toMatchObject({
    escalationId: null,
    preview: { team: 'Tier 2', note: 'About lamps', contact: {}, transcript: [] },
  })
  expect(sent).toEqual([])
  expect((await driver.read('/escalations'))['escalations']).toEqual([])
})
