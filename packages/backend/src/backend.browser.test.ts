import { expect, test } from 'vitest'
import { createDriver } from './fixtures/driver.ts'

test('runs in a browser as it does on Node', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()

  const stream = await driver.send(id, 'Where is order A-1042?')
  await driver.clock.advance(10_000)
  const negotiated = await driver.request('POST', '/hubs/chat/negotiate?negotiateVersion=1')

  expect(stream.lines).toEqual([
    'processing.started',
    'skill.running Look up order',
    'skill.completed Look up order',
    'agent.message',
    'processing.finished',
  ])
  expect(stream.isOver).toBe(true)
  expect(await negotiated.json()).toMatchObject({ negotiateVersion: 1 })
})
