import { createBackend, type HubPeer } from '@threadwork/backend'
import { getResponse, type HttpHandler } from 'msw'
import { expect, test } from 'vitest'
import type { Engine } from './engine.ts'
import { createHandlers } from './handlers.ts'

const backend = createBackend({ pace: 0, publicUrl: 'http://app.example' })
const engine: Engine = {
  fetch: async (request) => backend.fetch(request),
  connect: (_url: string, peer: HubPeer) => backend.hub.connect(peer),
  skip: async () => {},
}

const answerTo = (request: Request): Promise<Response | undefined> =>
  // The socket's handler takes no requests.
  getResponse(
    createHandlers(engine, 'http://app.example').filter(
      (handler): handler is HttpHandler => 'info' in handler,
    ),
    request,
  )

test('hands every address of the wires to the backend, whatever the method', async () => {
  const created = await answerTo(
    new Request('http://app.example/api/chat/conversations', { method: 'POST', body: '{}' }),
  )
  const prefixed = await answerTo(new Request('http://app.example/api/v1/genies/demo/chat/conversations'))
  const negotiated = await answerTo(
    new Request('http://app.example/hubs/chat/negotiate?negotiateVersion=1', { method: 'POST' }),
  )

  expect(created?.status).toBeLessThan(300)
  expect(prefixed?.status).toBe(200)
  expect(await negotiated?.json()).toMatchObject({ negotiateVersion: 1 })
})

test('hands the workflow API of its own origin to the backend, and no other server’s', async () => {
  const made = await answerTo(
    new Request('http://app.example/api/workflows', { method: 'POST', body: '{"name":"Order help"}' }),
  )
  const listed = await answerTo(new Request('http://app.example/api/runs?status=failed'))
  const hooked = await answerTo(new Request('http://app.example/api/hooks/none', { method: 'POST' }))

  expect(await made?.json()).toMatchObject({ name: 'Order help', status: 'draft' })
  expect(await listed?.json()).toMatchObject({ runs: [] })
  expect(hooked?.status).toBe(404)
  expect(await answerTo(new Request('http://crm.example/api/leads', { method: 'POST' }))).toBe(undefined)
})

test('leaves to the network what is not the backend’s', async () => {
  expect(await answerTo(new Request('http://app.example/assets/index.js'))).toBe(undefined)
  expect(await answerTo(new Request('http://app.example/c/conv_1'))).toBe(undefined)
})

test('answers what fetches a page of the backend, and leaves a navigation to the app’s own document', async () => {
  const address = 'http://app.example/dev/connect/attempt_1?token=x'

  const fetched = await answerTo(new Request(address))
  const navigated = await answerTo(new Request(address, { headers: { Accept: 'text/html,*/*' } }))

  expect(fetched?.status).toBe(403)
  expect(await fetched?.text()).toContain('This link is not valid')
  expect(navigated?.headers.get('x-msw-intention')).toBe('passthrough')
})
