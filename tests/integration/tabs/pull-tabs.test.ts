import { parseSseEvent } from '@threadwork/testing'
import { describe, expect, test } from 'vitest'
import { tabsWorld, type TabsWorld } from './tabs-world.ts'

/** Three tabs, of which the first has sent a message; its turn is under way. */
const inTurn = async (world: TabsWorld) => {
  const tabs = ['a', 'b', 'c'].map(world.open)
  await world.pass(200)
  const [a, b, c] = tabs
  if (!a || !b || !c) throw new Error('three were opened')
  a.session.send('hello')
  await world.pass(100)
  world.server.emit('r1/1@1 processing.started id=1')
  world.server.emit('r1/2@2 skill.running Lookup id=2')
  await world.pass(200)
  return { a, b, c, tabs }
}
const finish = async ({ server, pass }: TabsWorld): Promise<void> => {
  server.emit('r1/3@3 skill.completed Lookup id=3')
  server.emit('r1/4@4 agent.message m1 hi id=4')
  server.endTurn('r1/5@5 processing.finished id=5')
  await pass(1000)
}
const whole = ['user u1', 'Lookup#1@r1 completed', 'msg m1']
const half = ['user u1', 'Lookup#1@r1 running']
// Only the history knows what the server calls a message, and its sender reads that at the end.
const halfSent = [expect.stringMatching(/^user .+ \(pending\)$/u), ...half.slice(1)]

describe('tabs over a pull transport', () => {
  test('share the stream of the tab that sent, and all show the turn as it goes', async () => {
    const world = tabsWorld()

    const { tabs } = await inTurn(world)
    const live = tabs.map(({ timeline }) => timeline())
    const streams = world.server.openStreams()
    await finish(world)

    expect(live).toEqual([halfSent, half, half])
    expect(streams).toEqual(['a'])
    expect(tabs.map(({ timeline }) => timeline())).toEqual([whole, whole, whole])
    expect(tabs.map(({ session }) => session.getState().link)).toEqual(['live', 'live', 'live'])
    expect(world.server.opened()).toBe(1)
  })

  test('open a stream each without it: the control', async () => {
    const world = tabsWorld({ isAlone: true })

    await inTurn(world)
    await world.pass(10_000)

    // Only the sender hears at once; the others have to look for a turn, and then each has a stream.
    expect(world.server.opened()).toBeLessThan(3)
    const later = world.open('d')
    const last = world.open('e')
    await world.pass(3000)
    expect(world.server.openStreams().length).toBeGreaterThan(1)
    expect([later, last].map(({ timeline }) => timeline())).toEqual([half, half])
  })

  test('let one that opens in the middle of a turn hear the rest', async () => {
    const world = tabsWorld()
    await inTurn(world)

    const late = world.open('d')
    await world.pass(100)
    const seen = late.timeline()
    await finish(world)

    expect(seen).toEqual(half)
    expect(late.timeline()).toEqual(whole)
    expect(world.server.opened()).toBe(1)
  })

  // The browser tells of all but one that hangs.
  const ends = [
    ['closed', 'close', 500],
    ['crashed', 'crash', 500],
    ['frozen', 'freeze', 500],
    ['hanging', 'hang', 2600],
  ] as const
  test.each(ends)('go on within three seconds when the leader is %s', async (_name, end, reopensWithin) => {
    const world = tabsWorld()
    const { a, b, c } = await inTurn(world)
    const before = world.clock.now()

    a[end]()
    world.server.emit('r1/3@3 skill.completed Lookup id=3')
    await world.pass(reopensWithin)
    const reopened = world.server.openedAt() - before
    const streams = world.server.openStreams()
    world.server.emit('r1/4@4 agent.message m1 hi id=4')
    world.server.endTurn('r1/5@5 processing.finished id=5')
    await world.pass(1000)

    expect(reopened).toBeGreaterThan(0)
    expect(reopened).toBeLessThan(reopensWithin)
    expect(streams).toHaveLength(1)
    expect([b.timeline(), c.timeline()]).toEqual([whole, whole])
  })

  test.each(['freeze', 'hang'] as const)('take one back that comes to after a %s', async (end) => {
    const world = tabsWorld()
    const { a, tabs } = await inTurn(world)
    a[end]()
    await world.pass(4000)
    const leader = world.server.openStreams()

    a.goOn()
    await world.pass(1000)
    const isBelieved = a.session.inspect().recovery.isStreamOpen
    await world.pass(6000)
    const streams = world.server.openStreams()
    await finish(world)

    expect(leader).toHaveLength(1)
    expect(isBelieved).toBe(true)
    expect(streams).toEqual(leader)
    expect(tabs.map(({ timeline }) => timeline())).toEqual([whole, whole, whole])
    expect(tabs.map(({ session }) => session.getState().link)).toEqual(['live', 'live', 'live'])
  })

  test('leave a leader alone that only nobody looks at', async () => {
    const world = tabsWorld()
    const { a } = await inTurn(world)

    a.hide()
    await world.pass(20_000)

    expect(world.server.openStreams()).toEqual(['a'])
    expect(world.server.opened()).toBe(1)
  })

  test('open one stream when the line of all of them broke', async () => {
    const world = tabsWorld()
    const { tabs } = await inTurn(world)

    for (const { session } of tabs) session.setOffline()
    await world.pass(500)
    for (const { session } of tabs) session.wake()
    await world.pass(2000)
    await finish(world)

    expect(world.server.opened()).toBeLessThanOrEqual(2)
    expect(tabs.map(({ timeline }) => timeline())).toEqual([whole, whole, whole])
  })

  test('stop in one tab, and go on in the others', async () => {
    const world = tabsWorld()
    const { a, b, c } = await inTurn(world)

    a.session.stop()
    await world.pass(2000)
    const streams = world.server.openStreams()
    await finish(world)

    expect(streams).toHaveLength(1)
    expect(streams).not.toContain('a')
    expect([a, b, c].map(({ timeline }) => timeline())).toEqual([halfSent, whole, whole])
    expect(a.session.getState().isStopped).toBe(true)
  })

  test('believe nothing that a page of another version says', async () => {
    const world = tabsWorld()
    const { b, tabs } = await inTurn(world)
    const [channel = ''] = world.browser.channels()

    for (const message of [null, 7, 'ask', {}, { v: 2, from: 'x', word: { type: 'bye', term: 99 } }])
      world.browser.postAs(channel, message)
    for (const word of [
      { type: 'bye' },
      { type: 'facts', term: 9, n: 1, facts: [{}] },
      { type: 'x', term: 9 },
    ])
      world.browser.postAs(channel, { v: 1, from: 'x', word })
    await world.pass(3000)
    const seen = b.timeline()
    await finish(world)

    expect(seen).toEqual(half)
    expect(tabs.map(({ timeline }) => timeline())).toEqual([whole, whole, whole])
    expect(world.server.opened()).toBe(1)
  })

  test('take what a leader of before says late, for a fact is a fact', async () => {
    const world = tabsWorld()
    const { b } = await inTurn(world)
    const [channel = ''] = world.browser.channels()
    const late = parseSseEvent('r1/3@3 skill.completed Lookup id=3')

    if (late?.type === 'heard')
      world.browser.postAs(channel, {
        v: 1,
        from: 'x',
        word: { type: 'facts', term: 0, n: 1, facts: [late.fact] },
      })
    await world.pass(100)

    expect(b.timeline()).toEqual(['user u1', 'Lookup#1@r1 completed'])
    expect(world.server.openStreams()).toEqual(['a'])
  })

  test('take the lead from one that hangs when a new tab asks and hears nothing', async () => {
    const world = tabsWorld()
    const { a, b, c } = await inTurn(world)
    b.close()
    c.close()

    a.hang()
    const late = world.open('d')
    await world.pass(3000)

    expect(late.timeline()).toEqual(half)
    expect(world.server.openStreams()).toEqual(['d'])
  })

  test('read again when one of them did not hear everything', async () => {
    let isLossy = false
    const world = tabsWorld({ isLost: () => isLossy })
    const { b, c } = await inTurn(world)

    isLossy = true
    world.server.emit('r1/3@3 skill.completed Lookup id=3')
    await world.pass(50)
    isLossy = false
    world.server.emit('r1/4@4 agent.message m1 hi id=4')
    await world.pass(200)

    expect([b.timeline(), c.timeline()]).toEqual([whole, whole])
    expect(world.server.opened()).toBe(1)
  })

  test('end with one stream after two of them sent in the same moment', async () => {
    const world = tabsWorld()
    const tabs = ['a', 'b', 'c'].map(world.open)
    await world.pass(200)

    tabs[0]?.session.send('one')
    tabs[1]?.session.send('two')
    await world.pass(100)
    world.server.emit('r1/1@1 processing.started id=1')
    await world.pass(3000)
    const streams = world.server.openStreams()
    world.server.endTurn('r1/2@2 processing.finished id=2')
    await world.pass(1000)

    expect(streams).toHaveLength(1)
    for (const { timeline } of tabs) expect(timeline().toSorted()).toEqual(['user u1', 'user u2'])
  })
})
