import { expect, test } from 'vitest'
import { createDriver } from '../fixtures/driver.ts'

const ask = 'How many refunds did we make in the last 30 days?'
const query = (run: string, skill: string): string =>
  new URLSearchParams({ run_id: run, skill_name: skill }).toString()

test('tells what a completed skill made, and nothing before it is done', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const stream = await driver.send(id, ask)
  await driver.clock.advance(500)
  const run = String(stream.events[0]?.genie_run_id)
  const read = (): Promise<Response> =>
    Promise.resolve(
      driver.request('GET', `/api/chat/conversations/${id}/skill-output?${query(run, 'Report refunds')}`),
    )

  const early = await read()
  await driver.clock.advance(10_000)
  const late = await read()

  expect(early.status).toBe(404)
  const { output } = (await late.json()) as { readonly output: readonly object[] }
  expect(output).toHaveLength(30)
  expect(output[0]).toHaveProperty('day')
})

test('tells nothing to whom the conversation does not belong, of another skill, or without names', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const stream = await driver.send(id, ask)
  await driver.clock.advance(10_000)
  const run = String(stream.events[0]?.genie_run_id)
  const path = `/api/chat/conversations/${id}/skill-output`

  const other = await driver.request('GET', `${path}?${query(run, 'Create refund')}`)
  const nameless = await driver.request('GET', path)
  const elsewhere = await driver.request(
    'GET',
    `/api/chat/conversations/conv-of-somebody/skill-output?${query(run, 'Report refunds')}`,
  )

  expect([other.status, nameless.status, elsewhere.status]).toEqual([404, 400, 404])
})
