import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../virtual-clock.ts'
import { createHub, type Hub } from './create-hub.ts'
import type { HubOptions } from './hub-options.ts'

const handshake = '{"protocol":"json","version":1}\u001e'

describe('negotiation', () => {
  it('gives version 0 one id for all', async () => {
    const { ask } = start()

    const { body } = await ask('POST', '/negotiate')

    expect(body).toMatchObject({ negotiateVersion: 0, connectionId: expect.stringMatching(/^[\w-]{24}$/) })
    expect(body).not.toHaveProperty('connectionToken')
    expect(body).not.toHaveProperty('useStatefulReconnect')
  })

  it.each(['1', '7'])('gives version %s a secret token beside the public id', async (version) => {
    const { ask } = start()

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
    const { ask } = start({ statefulReconnect: false })

    const { body } = await ask('POST', '/negotiate?negotiateVersion=1&useStatefulReconnect=true')

    expect(body).not.toHaveProperty('useStatefulReconnect')
  })

  it('refuses a version that is no number, a GET, and a caller whom nobody knows', async () => {
    const { ask } = start({ identify: (request) => request.headers.get('x-user') })

    const odd = await ask('POST', '/negotiate?negotiateVersion=x', { user: 'ann' })
    const get = await ask('GET', '/negotiate', { user: 'ann' })
    const unknown = await ask('POST', '/negotiate')

    expect(odd.body).toEqual({ error: "The client requested an invalid protocol version 'x'." })
    expect(get.status).toBe(405)
    expect(unknown.status).toBe(401)
  })

  it('forgets who never connects, and takes no more than it can hold', async () => {
    const { ask, clock, hub } = start({ maxConnections: 2 })
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

describe('long polling', () => {
  it('answers the first poll at once and later ones with what there is', async () => {
    const { ask, token, hub } = await negotiated()

    const first = await ask('GET', token)
    await ask('POST', token, { text: handshake })
    const second = await ask('GET', token)
    const third = ask('GET', token)
    hub.all.send('told', 1)

    expect([first.status, first.text]).toEqual([200, ''])
    expect(second.text).toBe('{}\u001e')
    expect((await third).text).toBe('{"type":1,"target":"told","arguments":[1]}\u001e')
  })

  it('answers empty when nothing comes in time, and 204 to the poll that a newer one replaces', async () => {
    const { ask, token, clock } = await negotiated({ pollMs: 500 })
    await ask('GET', token)

    const replaced = ask('GET', token)
    await clock.advance(0)
    const newer = ask('GET', token)
    await clock.advance(501)

    expect((await replaced).status).toBe(204)
    expect(await newer).toMatchObject({ status: 200, text: '' })
  })

  it('needs no pings, since every poll is a sign of life', async () => {
    const { ask, token, hub, clock } = await negotiated({ keepAliveMs: 10, clientTimeoutMs: 30, pollMs: 500 })
    await ask('GET', token)
    await ask('POST', token, { text: handshake })
    await ask('GET', token)

    const poll = ask('GET', token)
    await clock.advance(501)

    expect((await poll).text).toBe('')
    expect(hub.connectionCount).toBe(1)
  })

  it('hands over the goodbye and then ends with 204', async () => {
    const { ask, token, hub } = await negotiated()
    await ask('GET', token)
    await ask('POST', token, { text: handshake })
    await ask('GET', token)

    hub.close({ error: 'Bye.' })

    expect((await ask('GET', token)).text).toContain('"error":"Bye."')
    expect((await ask('GET', token)).status).toBe(204)
    expect((await ask('GET', token)).status).toBe(404)
  })

  it('ends a connection that polls no more', async () => {
    const { ask, token, hub, clock } = await negotiated()
    await ask('GET', token)
    await ask('POST', token, { text: handshake })

    await clock.advance(15_001)

    expect(hub.connectionCount).toBe(0)
    expect((await ask('GET', token)).status).toBe(404)
  })

  it('ends by DELETE, and answers the poll that is open', async () => {
    const { ask, token, hub, clock } = await negotiated()
    await ask('GET', token)
    const open = ask('GET', token)
    await clock.advance(0)

    const ended = await ask('DELETE', token)

    expect(ended.status).toBe(202)
    expect((await open).status).toBe(204)
    expect(hub.connectionCount).toBe(0)
  })

  it('refuses a body without a poll before it', async () => {
    const { ask, token } = await negotiated()

    const early = await ask('POST', token, { text: handshake })

    expect(early.status).toBe(409)
  })

  it('lets a POST wait while an upload waits to be read', async () => {
    let read = () => {}
    const isRead = new Promise<void>((resolve) => (read = resolve))
    const { ask, token, clock } = await negotiated({
      maxQueuedBytes: 10_000,
      methods: {
        async weigh(texts: AsyncIterable<string>) {
          await isRead
          for await (const text of texts) expect(text).toHaveLength(6000)
        },
      },
    })
    await ask('GET', token)
    const call = '{"type":1,"target":"weigh","arguments":[],"streamIds":["1"]}\u001e'
    const item = `{"type":2,"invocationId":"1","item":"${'x'.repeat(6000)}"}\u001e`
    await ask('POST', token, { text: handshake + call })
    const answered: number[] = []
    const first = ask('POST', token, { text: item }).then(() => answered.push(1))
    const second = ask('POST', token, { text: item }).then(() => answered.push(2))

    await clock.advance(10)
    const answeredBefore = [...answered]
    read()
    await Promise.all([first, second])

    expect(answeredBefore).toEqual([])
    expect(answered).toEqual([1, 2])
  })

  it('ends the connection when a body breaks off', async () => {
    const { ask, token, hub } = await negotiated()
    await ask('GET', token)
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(handshake.slice(0, 10)))
      },
      pull: () => Promise.reject(new Error('gone')),
    })
    // Node wants the word for a streamed body, which the types of the web do not know.
    const sent = { method: 'POST', body, duplex: 'half' }

    const torn = await hub.fetch(new Request(`http://host/hubs/chat${token}`, sent))

    expect(torn?.status).toBe(400)
    expect(hub.connectionCount).toBe(0)
  })
})

describe('server-sent events', () => {
  it('streams text, one event for each message', async () => {
    const { ask, token, hub, open } = await negotiated()
    const stream = await open(token)
    await ask('POST', token, { text: handshake })
    hub.all.send('told', 'a\nb')

    hub.close()

    const text = await stream.text()
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    expect(text).toBe(
      ':\n\ndata: {}\u001e\n\ndata: {"type":1,"target":"told","arguments":["a\\nb"]}\u001e\n\ndata: {"type":7}\u001e\n\n',
    )
  })

  it('refuses MessagePack, a second stream, and DELETE', async () => {
    const { ask, token, open } = await negotiated()
    const stream = await open(token)

    const second = await open(token)
    const deleted = await ask('DELETE', token)
    await ask('POST', token, { text: '{"protocol":"messagepack","version":1}\u001e' })

    expect(second.status).toBe(409)
    expect(deleted.status).toBe(400)
    expect(await stream.text()).toContain("The protocol 'messagepack' is binary")
  })

  it('forgets a client that goes away', async () => {
    const { token, open, hub } = await negotiated()
    const stream = await open(token)

    await stream.body?.cancel()

    expect(hub.connectionCount).toBe(0)
  })
})

it('gives a connection to nobody but its user', async () => {
  const { ask, token } = await negotiated({ identify: (request) => request.headers.get('x-user') }, 'ann')

  const other = await ask('GET', token, { user: 'bob' })
  const nobody = await ask('GET', token)
  const owner = await ask('GET', token, { user: 'ann' })

  expect([other.status, nobody.status, owner.status]).toEqual([403, 401, 200])
})

it('names what is wrong with an id', async () => {
  const { ask } = start()

  expect((await ask('GET', '')).status).toBe(400)
  expect((await ask('GET', '?id=x')).status).toBe(404)
  expect((await ask('PUT', '?id=x')).status).toBe(404)
})

function start(options: Partial<HubOptions> = {}) {
  const clock = createVirtualClock()
  const hub = createHub({ clock, methods: {}, ...options })
  return { clock, hub, ask: createAsk(hub) }
}

async function negotiated(options: Partial<HubOptions> = {}, user?: string) {
  const started = start(options)
  const sent = user === undefined ? {} : { user }
  const { body } = await started.ask('POST', '/negotiate?negotiateVersion=1', sent)
  const token = `?id=${String(body['connectionToken'])}`
  const open = async (query: string) => {
    const headers = { accept: 'text/event-stream' }
    const response = await started.hub.fetch(new Request(`http://host/hubs/chat${query}`, { headers }))
    return response ?? Response.error()
  }
  return { ...started, token, open }
}

function createAsk(hub: Hub) {
  return async (
    method: string,
    rest: string,
    sent: { readonly text?: string; readonly user?: string } = {},
  ) => {
    const response = await hub.fetch(
      new Request(`http://host/hubs/chat${rest}`, {
        method,
        headers: sent.user ? { 'x-user': sent.user } : {},
        ...(sent.text === undefined ? {} : { body: sent.text }),
      }),
    )
    const text = (await response?.text()) ?? ''
    const isJson = response?.headers.get('content-type')?.includes('json')
    // What a test asks for is what it asserts.
    const body = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>
    return { status: response?.status, text, body }
  }
}
