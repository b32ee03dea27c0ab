import { expect, it } from 'vitest'
import { jsonHandshake, negotiate } from '../fixtures/hub-requests.ts'

it('answers the first poll at once and later ones with what there is', async () => {
  const { ask, token, hub } = await negotiate()

  const first = await ask('GET', token)
  await ask('POST', token, { text: jsonHandshake })
  const second = await ask('GET', token)
  const third = ask('GET', token)
  hub.all.send('told', 1)

  expect([first.status, first.text]).toEqual([200, ''])
  expect(second.text).toBe('{}\u001e')
  expect((await third).text).toBe('{"type":1,"target":"told","arguments":[1]}\u001e')
})

it('answers empty when nothing comes in time, and 204 to the poll that a newer one replaces', async () => {
  const { ask, token, clock } = await negotiate({ pollMs: 500 })
  await ask('GET', token)

  const replaced = ask('GET', token)
  await clock.advance(0)
  const newer = ask('GET', token)
  await clock.advance(501)

  expect((await replaced).status).toBe(204)
  expect(await newer).toMatchObject({ status: 200, text: '' })
})

it('needs no pings, since every poll is a sign of life', async () => {
  const { ask, token, hub, clock } = await negotiate({ keepAliveMs: 10, clientTimeoutMs: 30, pollMs: 500 })
  await ask('GET', token)
  await ask('POST', token, { text: jsonHandshake })
  await ask('GET', token)

  const poll = ask('GET', token)
  await clock.advance(501)

  expect((await poll).text).toBe('')
  expect(hub.connectionCount).toBe(1)
})

it('hands over the goodbye and then ends with 204', async () => {
  const { ask, token, hub } = await negotiate()
  await ask('GET', token)
  await ask('POST', token, { text: jsonHandshake })
  await ask('GET', token)

  hub.close({ error: 'Bye.' })

  expect((await ask('GET', token)).text).toContain('"error":"Bye."')
  expect((await ask('GET', token)).status).toBe(204)
  expect((await ask('GET', token)).status).toBe(404)
})

it('ends a connection that polls no more', async () => {
  const { ask, token, hub, clock } = await negotiate()
  await ask('GET', token)
  await ask('POST', token, { text: jsonHandshake })

  await clock.advance(15_001)

  expect(hub.connectionCount).toBe(0)
  expect((await ask('GET', token)).status).toBe(404)
})

it('ends by DELETE, and answers the poll that is open', async () => {
  const { ask, token, hub, clock } = await negotiate()
  await ask('GET', token)
  const open = ask('GET', token)
  await clock.advance(0)

  const ended = await ask('DELETE', token)

  expect(ended.status).toBe(202)
  expect((await open).status).toBe(204)
  expect(hub.connectionCount).toBe(0)
})

it('refuses a body without a poll before it', async () => {
  const { ask, token } = await negotiate()

  const early = await ask('POST', token, { text: jsonHandshake })

  expect(early.status).toBe(409)
})

it('lets a POST wait while an upload waits to be read', async () => {
  let read = () => {}
  const isRead = new Promise<void>((resolve) => (read = resolve))
  const { ask, token, clock } = await negotiate({
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
  await ask('POST', token, { text: jsonHandshake + call })
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
  const { ask, token, hub } = await negotiate()
  await ask('GET', token)
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(jsonHandshake.slice(0, 10)))
    },
    pull: () => Promise.reject(new Error('gone')),
  })
  // Node wants the word for a streamed body, which the types of the web do not know.
  const sent = { method: 'POST', body, duplex: 'half' }

  const torn = await hub.fetch(new Request(`http://host/hubs/chat${token}`, sent))

  expect(torn?.status).toBe(400)
  expect(hub.connectionCount).toBe(0)
})
