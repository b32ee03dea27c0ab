import type { HubPeer } from '@threadwork/backend'
import { http, passthrough, ws, type AnyHandler } from 'msw'
import type { Engine } from './engine.ts'

const chatPaths = [
  '*/api/chat',
  '*/api/chat/*',
  '*/api/v1/*',
  '*/hubs/chat',
  '*/hubs/chat/*',
  '*/dev/connect/*',
]

// A page is the app's own document, which then shows it: see showServerPage.
const isNavigation = (request: Request): boolean =>
  request.method === 'GET' && (request.headers.get('Accept') ?? '').includes('text/html')

/**
 * MSW handlers that hand every request and every socket to the engine: they know no route themselves. The workflow API is
 * answered at `origin` alone, because workflows call addresses of others, which may begin with `/api` as well.
 */
export const createHandlers = (engine: Engine, origin: string): readonly AnyHandler[] => {
  const requests = [...chatPaths, `${origin}/api/*`].map((path) =>
    http.all(path, ({ request }) => (isNavigation(request) ? passthrough() : engine.fetch(request))),
  )
  const hub = ws.link('*/hubs/chat*')
  const sockets = hub.addEventListener('connection', ({ client }) => {
    const peer: HubPeer = {
      send: (data) => client.send(data),
      // MSW defers what is sent but not the close: closing now would overtake the last frame.
      close: (code, reason) => void setTimeout(() => client.close(code, reason)),
    }
    const socket = engine.connect(String(client.url), peer)
    client.addEventListener('message', ({ data }) => {
      if (typeof data === 'string' || data instanceof ArrayBuffer || data instanceof Uint8Array)
        socket.receive(data)
      else void (data as Blob).arrayBuffer().then((bytes) => socket.receive(bytes)) // the one other form of a frame
    })
    client.addEventListener('close', () => socket.closed())
  })
  return [...requests, sockets]
}
