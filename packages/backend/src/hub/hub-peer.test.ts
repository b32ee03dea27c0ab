import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../virtual-clock.ts'
import { createHub } from './create-hub.ts'
import type { HubMethods } from './context.ts'
import type { HubOptions } from './hub-options.ts'
import type { HubData } from './protocol.ts'

const handshake = '{"protocol":"json","version":1}\u001e'

describe('the handshake', () => {
  it.each([
    ['{"protocol":"xml","version":1}', "The protocol 'xml' is not supported."],
    ['{"protocol":"json","version":3}', "The server does not support version 3 of the 'json' protocol."],
    ['{"version":1}', "The protocol 'undefined' is not supported."],
    ['[]', 'A message is not a JSON object.'],
    ['{"protocol":', 'A message is not valid JSON in UTF-8.'],
  ])('refuses %s with a reason', async (record, reason) => {
    const { peer, socket } = await connect()

    socket.receive(`${record}\u001e`)

    expect(peer.records()).toEqual([{ error: expect.stringContaining(reason) }])
    expect(peer.closedWith).toBe(1000)
  })

  it.each([1, 2])('accepts version %i, whatever the pieces', async (version) => {
    const { peer, socket } = await connect()

    for (const letter of `{"protocol":"json","version":${version}}\u001e`) socket.receive(letter)

    expect(peer.records()).toEqual([{}])
  })

  it('must come in time', async () => {
    const { peer, clock } = await connect({ handshakeMs: 500 })

    await clock.advance(501)

    expect(peer.records()).toEqual([{ error: 'The handshake did not come in time.' }])
    expect(peer.closedWith).toBe(1000)
  })
})

it('outlives the time that the handshake had', async () => {
  const { peer, socket, clock } = await connect({ handshakeMs: 500, clientTimeoutMs: 5000 })

  socket.receive(handshake)
  await clock.advance(4000)

  expect(peer.closedWith).toBeUndefined()
})

describe('a connection', () => {
  it.each([
    ['not JSON', 'A message is not valid JSON in UTF-8.'],
    ['{"target":"x"}', 'A message has no numeric type.'],
    ['{"type":1,"arguments":[]}', 'A message of type 1 has no "target"'],
    ['{"type":1,"target":"x","arguments":{}}', 'A message of type 1 has a "arguments" that is not a list.'],
    ['{"type":4,"target":"x","arguments":[]}', 'A message of type 4 has no "invocationId"'],
    ['{"type":8,"sequenceId":"1"}', 'A message of type 8 has no whole "sequenceId".'],
    [`{"type":6,"pad":"${'x'.repeat(3000)}"}`, 'A message is larger than 2000 bytes.'],
  ])('is closed with a reason by %.60s', async (record, reason) => {
    const { hub, peer, socket } = await connect({ maxMessageBytes: 2000 })
    socket.receive(handshake)

    socket.receive(`${record}\u001e`)

    expect(peer.records().slice(1)).toEqual([{ type: 7, error: expect.stringContaining(reason) }])
    expect(peer.closedWith).toBe(1000)
    expect(hub.connectionCount).toBe(0)
  })

  it('ignores types of messages that it does not know', async () => {
    const { peer, socket } = await connect()

    socket.receive(`${handshake}{"type":99}\u001enot JSON\u001e`)

    expect(peer.records()).toEqual([{}, { type: 7, error: 'A message is not valid JSON in UTF-8.' }])
  })

  it('is pinged, and closed when it is silent', async () => {
    const { peer, clock, socket } = await connect({ keepAliveMs: 100, clientTimeoutMs: 250 })
    socket.receive(handshake)

    await clock.advance(200)
    socket.receive('{"type":6}\u001e')
    await clock.advance(240)
    const closedWhileHeard = peer.closedWith
    await clock.advance(20)

    expect(closedWhileHeard).toBeUndefined()
    expect(peer.records().slice(1, 5)).toEqual(Array.from({ length: 4 }, () => ({ type: 6 })))
    expect(peer.records().at(-1)).toEqual({
      type: 7,
      error: 'The client was silent for too long.',
      allowReconnect: true,
    })
  })

  it('is broken off when it reads too slowly', async () => {
    const { hub, peer, socket } = await connect({ maxQueuedBytes: 10_000 })
    socket.receive(handshake)
    peer.isStuck = true

    for (let index = 0; index < 12; index += 1) hub.all.send('told', 'x'.repeat(1000))

    expect(peer.closedWith).toBe(1008)
    expect(hub.connectionCount).toBe(0)
  })

  it('slows a stream down to what it reads', async () => {
    let made = 0
    const { peer, socket, clock } = await connect({
      maxQueuedBytes: 10_000,
      methods: {
        async *flood() {
          for (; made < 1000; made += 1) yield 'x'.repeat(1000)
        },
      },
    })
    socket.receive(handshake)
    peer.isStuck = true

    socket.receive('{"type":4,"invocationId":"1","target":"flood","arguments":[]}\u001e')
    await clock.advance(0)
    const madeWhileStuck = made
    peer.unstick()
    await clock.advance(0)

    expect(madeWhileStuck).toBeLessThan(10)
    expect(made).toBe(1000)
    expect(peer.closedWith).toBeUndefined()
  })

  it('is asked to pause while an upload waits, and is not taken for silent meanwhile', async () => {
    let read = () => {}
    const isRead = new Promise<void>((resolve) => (read = resolve))
    const { peer, socket, clock } = await connect({
      maxQueuedBytes: 10_000,
      clientTimeoutMs: 100,
      methods: {
        async weigh(texts: AsyncIterable<string>) {
          await isRead
          for await (const text of texts) expect(text).toHaveLength(1000)
        },
      },
    })
    socket.receive(`${handshake}{"type":1,"target":"weigh","arguments":[],"streamIds":["1"]}\u001e`)

    for (let index = 0; index < 7; index += 1) {
      socket.receive(`{"type":2,"invocationId":"1","item":"${'x'.repeat(1000)}"}\u001e`)
    }
    await clock.advance(1000)
    const [isPausedBefore, closedBefore] = [peer.isPaused, peer.closedWith]
    read()
    await clock.advance(0)

    expect([isPausedBefore, closedBefore]).toEqual([true, undefined])
    expect(peer.isPaused).toBe(false)
  })

  it('keeps the order of its invocations', async () => {
    const order: string[] = []
    const { peer, socket, clock } = await connect({
      methods: {
        async slow() {
          await new Promise((resolve) => setTimeout(resolve, 5))
          order.push('slow')
        },
        fast: () => void order.push('fast'),
      },
    })

    socket.receive(`${handshake}{"type":1,"target":"slow","arguments":[]}\u001e`)
    socket.receive('{"type":1,"invocationId":"1","target":"fast","arguments":[]}\u001e')
    await expect.poll(() => order.length, { timeout: 10_000 }).toBe(2)
    await clock.advance(0)

    expect(order).toEqual(['slow', 'fast'])
    expect(peer.records()).toEqual([{}, { type: 3, invocationId: '1' }])
  })

  it('is closed when it reuses an invocation id that is still in use', async () => {
    const { peer, socket } = await connect({ methods: { wait: () => new Promise(() => {}) } })
    const invocation = '{"type":1,"invocationId":"1","target":"wait","arguments":[]}\u001e'

    socket.receive(`${handshake}${invocation}${invocation}`)

    expect(peer.records()[1]).toEqual({ type: 7, error: "The invocation id '1' is in use." })
  })

  it('answers with a generic error when the result cannot be written', async () => {
    const { peer, socket, clock } = await connect({ methods: { big: () => 10n } })

    socket.receive(`${handshake}{"type":1,"invocationId":"1","target":"big","arguments":[]}\u001e`)
    await clock.advance(0)

    expect(peer.records()[1]).toEqual({
      type: 3,
      invocationId: '1',
      error: "An unexpected error occurred invoking 'big' on the server.",
    })
  })

  it('admits nobody whom the greeting refuses', async () => {
    const invoked: string[] = []
    const { peer, socket, clock } = await connect({
      onConnected: () => Promise.reject(new Error('no')),
      methods: { x: () => void invoked.push('x') },
    })

    socket.receive(`${handshake}{"type":1,"target":"x","arguments":[]}\u001e`)
    await clock.advance(0)

    expect(peer.records()[1]).toEqual({ type: 7, error: 'The server could not admit the connection.' })
    expect(invoked).toEqual([])
  })

  it('hears nothing from a socket that is closed', async () => {
    const invoked: string[] = []
    const { socket, clock } = await connect({ methods: { x: () => void invoked.push('x') } })
    socket.receive(handshake)

    socket.closed()
    socket.receive('{"type":1,"target":"x","arguments":[]}\u001e')
    await clock.advance(0)

    expect(invoked).toEqual([])
  })
})

interface Setting extends Partial<HubOptions> {
  readonly methods?: HubMethods
}

async function connect(setting: Setting = {}) {
  const clock = createVirtualClock()
  const hub = createHub({ clock, methods: {}, ...setting })
  const peer = createPeer()
  return { clock, hub, peer, socket: hub.connect(peer) }
}

function createPeer() {
  const sent: HubData[] = []
  let waiting: (() => void)[] = []
  return {
    isStuck: false,
    isPaused: false,
    closedWith: undefined as number | undefined,
    records: () =>
      sent
        .join('')
        .split('\u001e')
        .slice(0, -1)
        .map((record): unknown => JSON.parse(record)),
    unstick() {
      this.isStuck = false
      for (const resolve of waiting) resolve()
      waiting = []
    },
    send(data: HubData): Promise<void> | void {
      sent.push(data)
      if (this.isStuck) return new Promise((resolve) => waiting.push(resolve))
    },
    close(code?: number) {
      this.closedWith = code
    },
    pause() {
      this.isPaused = true
    },
    resume() {
      this.isPaused = false
    },
  }
}
