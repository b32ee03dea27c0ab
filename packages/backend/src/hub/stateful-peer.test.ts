import { expect, it } from 'vitest'
import { createVirtualClock } from '../virtual-clock.ts'
import { createHub } from './create-hub.ts'
import type { HubData } from './protocol.ts'

it('lets a newer socket take over and closes the older one', async () => {
  const { hub, token } = await negotiated()
  const first = createPeer()
  const older = hub.connect(first, { connectionToken: token })
  older.receive('{"protocol":"json","version":2}\u001e')
  hub.all.send('told', 1)
  const second = createPeer()

  const newer = hub.connect(second, { connectionToken: token })
  older.receive('{"type":7}\u001e')
  older.closed()
  newer.receive('{"type":9,"sequenceId":1}\u001e')
  hub.all.send('told', 2)

  expect(first.closedWith).toBe(1000)
  expect(first.records()).toEqual([{}, { type: 1, target: 'told', arguments: [1] }])
  expect(second.records()).toEqual([
    { type: 9, sequenceId: 1 },
    { type: 1, target: 'told', arguments: [1] },
    { type: 1, target: 'told', arguments: [2] },
  ])
})

it('forgets the half of a message that a broken socket leaves', async () => {
  const { hub, token, taken, clock } = await negotiated()
  const older = hub.connect(createPeer(), { connectionToken: token })
  older.receive('{"protocol":"json","version":2}\u001e')
  older.receive('{"type":1,"target":"take","argu')
  older.closed()

  const newer = hub.connect(createPeer(), { connectionToken: token })
  newer.receive('{"type":9,"sequenceId":1}\u001e')
  newer.receive('{"type":1,"target":"take","arguments":["whole"]}\u001e')
  await clock.advance(0)

  expect(taken).toEqual(['whole'])
})

it('acknowledges what it received, once for many', async () => {
  const { hub, token, clock } = await negotiated()
  const peer = createPeer()
  const socket = hub.connect(peer, { connectionToken: token })
  socket.receive('{"protocol":"json","version":2}\u001e')

  for (const text of 'abc') socket.receive(`{"type":1,"target":"take","arguments":["${text}"]}\u001e`)
  await clock.advance(1000)

  expect(peer.records()).toEqual([{}, { type: 8, sequenceId: 3 }])
})

it('ends when the client does not come back in time', async () => {
  const { hub, token, clock } = await negotiated()
  const socket = hub.connect(createPeer(), { connectionToken: token })
  socket.receive('{"protocol":"json","version":2}\u001e')

  socket.closed()
  await clock.advance(14_000)
  const countWhileAwaited = hub.connectionCount
  await clock.advance(2_000)
  const late = createPeer()
  hub.connect(late, { connectionToken: token })

  expect(countWhileAwaited).toBe(1)
  expect(hub.connectionCount).toBe(0)
  expect(late.closedWith).toBe(1008)
})

it('ends at once when the client says goodbye', async () => {
  const { hub, token } = await negotiated()
  const peer = createPeer()
  const socket = hub.connect(peer, { connectionToken: token })
  socket.receive('{"protocol":"json","version":2}\u001e')

  socket.receive('{"type":7}\u001e')

  expect(hub.connectionCount).toBe(0)
  expect(peer.closedWith).toBe(1000)
})

it('is closed by a Sequence that leaves messages out', async () => {
  const { hub, token } = await negotiated()
  hub.connect(createPeer(), { connectionToken: token }).receive('{"protocol":"json","version":2}\u001e')
  const peer = createPeer()

  hub.connect(peer, { connectionToken: token }).receive('{"type":9,"sequenceId":5}\u001e')

  expect(peer.records().at(-1)).toMatchObject({ type: 7, error: expect.stringContaining('lost') })
})

it('keeps no more for an absent client than it may', async () => {
  const { hub, token } = await negotiated()
  const socket = hub.connect(createPeer(), { connectionToken: token })
  socket.receive('{"protocol":"json","version":2}\u001e')
  socket.closed()

  for (let index = 0; index < 20; index += 1) hub.all.send('told', 'x'.repeat(1000))

  expect(hub.connectionCount).toBe(0)
})

async function negotiated() {
  const clock = createVirtualClock()
  const taken: string[] = []
  const hub = createHub({
    clock,
    maxQueuedBytes: 10_000,
    methods: { take: (text: string) => void taken.push(text) },
  })
  const response = await hub.fetch(
    new Request('http://host/hubs/chat/negotiate?negotiateVersion=1&useStatefulReconnect=true', {
      method: 'POST',
    }),
  )
  const negotiation: { readonly connectionToken: string } = await response?.json()
  return { hub, clock, taken, token: negotiation.connectionToken }
}

function createPeer() {
  const sent: HubData[] = []
  return {
    closedWith: undefined as number | undefined,
    records: () =>
      sent
        .join('')
        .split('\u001e')
        .slice(0, -1)
        .map((record): unknown => JSON.parse(record)),
    send(data: HubData) {
      sent.push(data)
    },
    close(code?: number) {
      this.closedWith = code
    },
  }
}
