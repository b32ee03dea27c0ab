import type { Fact } from '@threadwork/core'
import { named } from '@threadwork/testing'
import { describe, expect, test } from 'vitest'
import { tabsWorld, type TabsWorld } from './tabs-world.ts'

const reply = (id: string): Fact => ({
  type: 'history-message',
  message: {
    messageId: named.message(id),
    role: 'agent',
    text: id,
    runId: null,
    at: 1_767_268_800_000 + Number(id.slice(1)),
    intentId: null,
    revision: 0,
  },
})

const listening = async (world: TabsWorld) => {
  const tabs = ['a', 'b', 'c'].map(world.open)
  await world.pass(500)
  const [a, b, c] = tabs
  if (!a || !b || !c) throw new Error('three were opened')
  world.server.say(reply('m1'))
  await world.pass(100)
  return { a, b, c, tabs }
}

const running = (status: 'running' | 'completed'): Fact => ({
  type: 'workflow-snapshot',
  snapshot: {
    workflowId: named.workflow('w1'),
    name: 'Onboard',
    status,
    currentStep: null,
    steps: [],
    form: null,
    seq: null,
    at: null,
  },
})

describe('tabs over a push transport', () => {
  test('share one connection, and all hear', async () => {
    const world = tabsWorld({ delivery: 'push' })

    const { tabs } = await listening(world)

    expect(world.server.openStreams()).toEqual(['a'])
    expect(tabs.map(({ timeline }) => timeline())).toEqual([['msg m1'], ['msg m1'], ['msg m1']])
    expect(tabs.map(({ session }) => session.getState().link)).toEqual(['live', 'live', 'live'])
    expect(tabs.map(({ session }) => session.getState().history)).toEqual(['ready', 'ready', 'ready'])
  })

  test('connect each without it: the control', async () => {
    const world = tabsWorld({ delivery: 'push', isAlone: true })

    await listening(world)

    expect(world.server.openStreams()).toEqual(['a', 'b', 'c'])
  })

  const ends = [
    ['closed', 'close'],
    ['crashed', 'crash'],
    ['frozen', 'freeze'],
    ['hanging', 'hang'],
  ] as const
  test.each(ends)('go on within three seconds when the leader is %s', async (_name, end) => {
    const world = tabsWorld({ delivery: 'push' })
    const { a, b, c } = await listening(world)
    const before = world.clock.now()

    a[end]()
    world.server.say(reply('m2'))
    await world.pass(3000)
    const reopened = world.server.openedAt() - before
    world.server.say(reply('m3'))
    await world.pass(100)

    expect(reopened).toBeGreaterThan(0)
    expect(reopened).toBeLessThan(3000)
    expect(world.server.openStreams()).toHaveLength(1)
    expect([b, c].map(({ timeline }) => timeline())).toEqual(
      Array.from({ length: 2 }, () => ['msg m1', 'msg m2', 'msg m3']),
    )
    expect([b, c].map(({ session }) => session.getState().link)).toEqual(['live', 'live'])
  })

  test.each(['freeze', 'hang'] as const)('take one back that comes to after a %s', async (end) => {
    const world = tabsWorld({ delivery: 'push' })
    const { a, tabs } = await listening(world)
    a[end]()
    await world.pass(4000)
    world.server.say(reply('m2'))
    const leader = world.server.openStreams()

    a.goOn()
    await world.pass(2000)
    world.server.say(reply('m3'))
    await world.pass(100)

    expect(leader).toHaveLength(1)
    expect(world.server.openStreams()).toEqual(leader)
    for (const { timeline } of tabs) expect(timeline()).toEqual(['msg m1', 'msg m2', 'msg m3'])
    for (const { session } of tabs) expect(session.getState().link).toBe('live')
  })

  test('drop a snapshot that live facts have overtaken', async () => {
    const world = tabsWorld({ delivery: 'push' })
    const { b } = await listening(world)
    // The server answers each read with what it knew before the workflow ended.
    world.server.answerReads(() => [running('running')])

    b.session.wake()
    await world.pass(2)
    for (let count = 2; count < 20; count += 1) {
      world.server.say(reply(`m${count}`))
      await world.clock.advanceAsync(3)
    }
    await world.pass(100)

    expect(b.session.getState().items.some(({ kind }) => kind === 'workflow')).toBe(false)
  })

  test('take nothing that a leader of before says late: a hub numbers nothing', async () => {
    const world = tabsWorld({ delivery: 'push' })
    const { b } = await listening(world)
    const [channel = ''] = world.browser.channels()

    const word = { type: 'facts', term: 0, n: 1, facts: [reply('m9')] }
    world.browser.postAs(channel, { v: 1, from: 'x', word })
    await world.pass(100)

    expect(b.timeline()).toEqual(['msg m1'])
  })

  test('read again when one of them did not hear everything', async () => {
    let isLossy = false
    const world = tabsWorld({ delivery: 'push', isLost: () => isLossy })
    const { tabs } = await listening(world)

    isLossy = true
    world.server.say(reply('m2'))
    await world.pass(50)
    isLossy = false
    world.server.say(reply('m3'))
    await world.pass(500)

    for (const { timeline } of tabs) expect(timeline()).toEqual(['msg m1', 'msg m2', 'msg m3'])
    for (const { session } of tabs) expect(session.getState().link).toBe('live')
    expect(world.server.opened()).toBe(1)
  })
})
