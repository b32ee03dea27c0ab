import { createSession } from '@threadwork/core'
import { acrossTabs } from '@threadwork/tabs'
import { memoryStorage, virtualClock } from '@threadwork/testing'
import { expect, test } from 'vitest'
import { simulatedBrowser } from './simulated-browser.ts'
import { simulatedServer } from './simulated-server.ts'

/** Tabs of one browser, each with a conversation of its own, on one clock. */
const browserOf = (count: number, streams?: number) => {
  const clock = virtualClock({ now: 1000, seed: 7 })
  const browser = simulatedBrowser({ clock })
  const tabs = Array.from({ length: count }, (_each, index) => {
    const server = simulatedServer(clock)
    const tab = browser.openTab(`t${index}`)
    const transport = acrossTabs(server.transportFor(tab), {
      ports: tab.ports,
      ...(streams === undefined ? {} : { streams }),
    })
    const session = createSession({
      transport,
      conversationId: `c${index}`,
      clock: tab.ports.clock,
      storage: memoryStorage(),
    })
    session.open()
    return { tab, server, session }
  })
  const open = (): number => tabs.reduce((sum, { server }) => sum + server.openStreams().length, 0)
  return { clock, tabs, open }
}

const texts = ({ items }: { readonly items: readonly object[] }): readonly unknown[] =>
  items.map((item) => ('text' in item ? item.text : 'card'))

test('keeps four streams for all tabs, and the others read until one is free', async () => {
  const { clock, tabs, open } = browserOf(7)
  await clock.advanceAsync(200)
  for (const { session, server } of tabs) {
    session.send('hello')
    await clock.advanceAsync(50)
    server.emit('r1/1@1 processing.started id=1')
  }
  await clock.advanceAsync(3000)
  const full = open()

  for (const { server } of tabs) server.emit('r1/2@2 agent.message m1 hi id=2')
  await clock.advanceAsync(10_000)
  const seen = tabs.map(({ session }) => texts(session.getState()))
  const closing = tabs.find(({ server }) => server.openStreams().length > 0)
  closing?.tab.close()
  await clock.advanceAsync(10_000)

  expect(full).toBe(4)
  expect(seen).toEqual(Array.from({ length: 7 }, () => ['hello', 'hi']))
  expect(open()).toBe(4)
})

test('gives the stream to whoever sends, and the one that lost it goes on by reading', async () => {
  const { clock, tabs } = browserOf(2, 1)
  await clock.advanceAsync(200)
  const [first, second] = tabs
  first?.session.send('one')
  await clock.advanceAsync(50)
  first?.server.emit('r1/1@1 processing.started id=1')

  second?.session.send('two')
  await clock.advanceAsync(100)
  const streams = tabs.map(({ server }) => server.openStreams().length)
  first?.server.emit('r1/2@2 agent.message m1 hi id=2')
  first?.server.endTurn('r1/3@3 processing.finished id=3')
  await clock.advanceAsync(10_000)

  expect(streams).toEqual([0, 1])
  expect(first && texts(first.session.getState())).toEqual(['one', 'hi'])
  expect(first?.session.getState().phase).toBe('idle')
})
