import { describe, expect, it } from 'vitest'
import { jsonHandshake, negotiate, startHub } from '../fixtures/hub-requests.ts'
import { createHub } from './create-hub.ts'

describe('negotiation', () => {
  it('gives version 0 one id for all', async () => {
    const { ask } = startHub()

    const { body } = await ask('POST', '/negotiate')

    expect(body).toMatchObject({ negotiateVersion: 0, connectionId: expect.stringMatching(/^[\w-]{24}$/) })
    expect(body).not.toHaveProperty('connectionToken')
    expect(body).not.toHaveProperty('useStatefulReconnect')
  })

  it.each(['1', '7'])('gives version %s a secret token beside the public id', async (version) => {
    const { ask } = startHub()

    const { body } = await ask('POST', `/negotiate?negotiateVersion=${version}&useStatefulReconnect=true`)

    expect(body).toMatchObject({
      negotiateVersion: 1,
      useStatefulReconnect: true,
      availableTransports: [
        { transport: 'WebSockets', transferFormats: ['Text', 'Binary'] },
        { transport: 'ServerSentEvents', transferFormats: ['Text'] },
        { transport: 'LongPolling', transferFormats: ['Text', 'Binary'] },
      ],
    })
    expect(body['connectionToken']).not.toBe(body['connectionId'])
  })

  it('promises no stateful reconnect that it would not keep', async () => {
    const { ask } = startHub({ statefulReconnect: false })

    const { body } = await ask('POST', '/negotiate?negotiateVersion=1&useStatefulReconnect=true')

    expect(body).not.toHaveProperty('useStatefulReconnect')
  })

  it('refuses a version that is no number, a GET, and a caller whom nobody knows', async () => {
    const { ask } = startHub({ identify: (request) => request.headers.get('x-user') })

    const odd = await ask('POST', '/negotiate?negotiateVersion=x', { user: 'ann' })
    const get = await ask('GET', '/negotiate', { user: 'ann' })
    const unknown = await ask('POST', '/negotiate')

    expect(odd.body).toEqual({ error: "The client requested an invalid protocol version 'x'." })
    expect(get.status).toBe(405)
    expect(unknown.status).toBe(401)
  })

  it('forgets who never connects, and takes no more than it can hold', async () => {
    const { ask, clock, hub } = startHub({ maxConnections: 2 })
    await ask('POST', '/negotiate')
    await ask('POST', '/negotiate')

    const third = await ask('POST', '/negotiate')
    await clock.advance(15_001)
    const later = await ask('POST', '/negotiate')

    expect(third.status).toBe(503)
    expect(later.status).toBe(200)
    expect(hub.connectionCount).toBe(1)
  })
})

it('leaves other addresses to others', async () => {
  const hub = createHub({ methods: {}, path: '/live' })

  const answers = await Promise.all(
    ['/', '/live/x', '/lives', '/hubs/chat'].map((path) => hub.fetch(new Request(`http://host${path}`))),
  )

  expect(answers).toEqual([null, null, null, null])
})

describe('server-sent events', () => {
  it('streams text, one event for each message', async () => {
    const { ask, token, hub, open } = await negotiate()
    const stream = await open(token)
    await ask('POST', token, { text: jsonHandshake })
    hub.all.send('told', 'a\nb')

    hub.close()

    const text = await stream.text()
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    expect(text).toBe(
      ':\n\ndata: {}\u001e\n\ndata: {"type":1,"target":"told","arguments":["a\\nb"]}\u001e\n\ndata: {"type":7}\u001e\n\n',
    )
  })

  it('refuses MessagePack, a second stream, and DELETE', async () => {
    const { ask, token, open } = await negotiate()
    const stream = await open(token)

    const second = await open(token)
    const deleted = await ask('DELETE', token)
    await ask('POST', token, { text: '{"protocol":"messagepack","version":1}\u001e' })

    expect(second.status).toBe(409)
    expect(deleted.status).toBe(400)
    expect(await stream.text()).toContain("The protocol 'messagepack' is binary")
  })

  it('forgets a client that goes away', async () => {
    const { token, open, hub } = await negotiate()
    const stream = await open(token)

    await stream.body?.cancel()

    expect(hub.connectionCount).toBe(0)
  })
})

it('gives a connection to nobody but its user', async () => {
  const { ask, token } = await negotiate({ identify: (request) => request.headers.get('x-user') }, 'ann')

  const other = await ask('GET', token, { user: 'bob' })
  const nobody = await ask('GET', token)
  const owner = await ask('GET', token, { user: 'ann' })

  expect([other.status, nobody.status, owner.status]).toEqual([403, 401, 200])
})

it('names what is wrong with an id', async () => {
  const { ask } = startHub()

  expect((await ask('GET', '')).status).toBe(400)
  expect((await ask('GET', '?id=x')).status).toBe(404)
  expect((await ask('PUT', '?id=x')).status).toBe(404)
})
