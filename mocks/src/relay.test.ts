import type { HubPeer, HubSocket } from '@threadwork/backend'
import { afterEach, expect, test } from 'vitest'
import type { Engine } from './engine.ts'
import { guestEngine } from './relay-guest.ts'
import { hostEngine } from './relay-host.ts'

const channels: BroadcastChannel[] = []
let count = 0

/** Two ends of one channel, as two tabs have them. */
const twoTabs = (): readonly [BroadcastChannel, BroadcastChannel] => {
  count += 1
  const name = `relay-${process.pid}-${count}`
  const ends = [new BroadcastChannel(name), new BroadcastChannel(name)] as const
  channels.push(...ends)
  return ends
}

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close()
})

interface Fixture {
  readonly guest: Engine
  readonly takeOver: (next?: Partial<Engine>) => void
}

const relay = async (engine: Partial<Engine>): Promise<Fixture> => {
  const [host, tab] = twoTabs()
  const none: Engine = {
    fetch: () => Promise.reject(new Error('Nothing was to be asked.')),
    connect: () => {
      throw new Error('Nothing was to be connected.')
    },
    skip: () => {
      throw new Error('No time was to pass.')
    },
  }
  const whole = { ...none, ...engine }
  const guest = guestEngine(tab)
  const isHeard = new Promise((resolve) => tab.addEventListener('message', resolve, { once: true }))
  hostEngine(host, whole)
  await isHeard
  return { guest, takeOver: (next = {}) => hostEngine(host, { ...whole, ...next }) }
}

const address = 'http://app.example/api/chat/conversations'

test('carries a request to the tab that leads, and its answer back, whole', async () => {
  const asked: unknown[] = []
  const { guest } = await relay({
    fetch: async (request) => {
      asked.push([request.method, request.url, request.headers.get('X-Threadwork'), await request.text()])
      return Response.json({ id: 'c1' }, { status: 201, headers: { 'X-Request-Id': 'r1' } })
    },
  })

  const answer = await guest.fetch(
    new Request(address, { method: 'POST', headers: { 'X-Threadwork': '1' }, body: '{"é":1}' }),
  )

  expect(asked).toEqual([['POST', address, '1', '{"é":1}']])
  expect([answer.status, answer.headers.get('X-Request-Id')]).toEqual([201, 'r1'])
  expect(await answer.json()).toEqual({ id: 'c1' })
})

test('carries an answer that has no body', async () => {
  const { guest } = await relay({ fetch: async () => new Response(null, { status: 204 }) })

  const answer = await guest.fetch(new Request(address, { method: 'DELETE' }))

  expect([answer.status, await answer.text()]).toEqual([204, ''])
})

test('carries a stream event by event, and tells the other side when the reader leaves', async () => {
  const source: { controller?: ReadableStreamDefaultController<Uint8Array> } = {}
  let leave = (): void => undefined
  const left = new Promise<void>((resolve) => (leave = resolve))
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => void (source.controller = controller),
    cancel: () => leave(),
  })
  const { guest } = await relay({ fetch: async () => new Response(stream) })

  const reader = (await guest.fetch(new Request(address))).body?.getReader()
  source.controller?.enqueue(new TextEncoder().encode('data: 1\n\n'))
  const first = await reader?.read()
  await reader?.cancel()
  await left

  expect(new TextDecoder().decode(first?.value)).toBe('data: 1\n\n')
})

test('breaks an answer off when the server does, before it began or in its middle', async () => {
  const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('gone')) })
  const early = await relay({ fetch: () => Promise.reject(new Error('gone')) })
  const late = await relay({ fetch: async () => new Response(broken) })

  await expect(early.guest.fetch(new Request(address))).rejects.toThrow(/went away/)
  await expect(late.guest.fetch(new Request(address)).then((answer) => answer.text())).rejects.toThrow(
    /went away/,
  )
})

test('breaks off what its predecessor was asked when another tab leads', async () => {
  let begin = (): void => undefined
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const { guest, takeOver } = await relay({
    fetch: () => {
      begin()
      return new Promise(() => undefined)
    },
  })

  const answer = guest.fetch(new Request(address, { method: 'POST' }))
  await begun
  takeOver()

  await expect(answer).rejects.toThrow(/went away/)
})

test('asks the tab that leads now what only reads, when nobody had begun to answer', async () => {
  let begin = (): void => undefined
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const { guest, takeOver } = await relay({
    fetch: () => {
      begin()
      return new Promise(() => undefined)
    },
  })

  const answer = guest.fetch(new Request(address))
  await begun
  takeOver({ fetch: async () => Response.json(['c1']) })

  expect(await (await answer).json()).toEqual(['c1'])
})

interface Line {
  readonly engine: Partial<Engine>
  readonly received: (string | ArrayBuffer | Uint8Array)[]
  readonly peer: Promise<HubPeer>
  readonly closed: Promise<void>
}

/** A hub that notes what reaches it. */
const openLine = (): Line => {
  const received: (string | ArrayBuffer | Uint8Array)[] = []
  let connected = (_peer: HubPeer): void => undefined
  let close = (): void => undefined
  const peer = new Promise<HubPeer>((resolve) => (connected = resolve))
  const closed = new Promise<void>((resolve) => (close = resolve))
  const connect = (_url: string, from: HubPeer): HubSocket => {
    connected(from)
    return { receive: (data) => void received.push(data), closed: () => close() }
  }
  return { engine: { connect }, received, peer, closed }
}

/** A client's end that notes what it hears. */
const openEar = () => {
  const heard: unknown[] = []
  let wake = (): void => undefined
  const peer: HubPeer = {
    send: (data) => {
      heard.push(data)
      wake()
    },
    close: (code, reason) => {
      heard.push([code, reason])
      wake()
    },
  }
  const hears = async (length: number): Promise<readonly unknown[]> => {
    while (heard.length < length) await new Promise<void>((resolve) => (wake = resolve))
    return heard
  }
  return { peer, hears }
}

test('carries a socket both ways, text and bytes, to its end', async () => {
  const line = openLine()
  const { guest } = await relay(line.engine)
  const ear = openEar()

  const socket = guest.connect('ws://app.example/hubs/chat?id=1', ear.peer)
  const far = await line.peer
  socket.receive('{"type":6}')
  socket.receive(new Uint8Array([9, 1, 2, 9]).subarray(1, 3))
  await far.send('hello')
  await ear.hears(1)
  socket.closed()
  await line.closed

  expect(line.received[0]).toBe('{"type":6}')
  expect(new Uint8Array(line.received[1] as ArrayBuffer)).toEqual(new Uint8Array([1, 2]))
  expect(await ear.hears(1)).toEqual(['hello'])
})

test('closes a socket when the hub does, and when another tab leads', async () => {
  const line = openLine()
  const { guest, takeOver } = await relay(line.engine)
  const ears = [openEar(), openEar()] as const

  guest.connect('ws://app.example/hubs/chat?id=1', ears[0].peer)
  const far = await line.peer
  far.close(1011, 'enough')
  const first = await ears[0].hears(1)
  guest.connect('ws://app.example/hubs/chat?id=2', ears[1].peer)
  takeOver()
  const second = await ears[1].hears(1)

  expect(first).toEqual([[1011, 'enough']])
  expect(second).toEqual([[1001, expect.stringContaining('Another tab')]])
})

test('lets time pass on the server of the tab that leads', async () => {
  let hear = (_ms: number): void => undefined
  const heard = new Promise<number>((resolve) => (hear = resolve))
  const { guest } = await relay({ skip: async (ms) => hear(ms) })

  await guest.skip(3_600_000)

  expect(await heard).toBe(3_600_000)
})
