import type { HubSocket } from '@threadwork/backend'
import type { Engine } from './engine.ts'
import type { RelayMessage } from './relay-message.ts'

type Post = (message: RelayMessage) => void
type Asked = Extract<RelayMessage, { type: 'request' }>

const pump = async (response: Response, id: string, post: Post, signal: AbortSignal): Promise<void> => {
  post({ type: 'head', id, status: response.status, headers: [...response.headers] })
  const reader = response.body?.getReader()
  signal.addEventListener('abort', () => void reader?.cancel().catch(() => {}))
  for (;;) {
    const chunk = await reader?.read()
    if (!chunk || chunk.done) return post({ type: 'end', id, isBroken: false })
    post({ type: 'chunk', id, bytes: chunk.value })
  }
}

const answer = async (engine: Engine, asked: Asked, post: Post, signal: AbortSignal): Promise<void> => {
  const { id, url, method, body } = asked
  const headers = asked.headers.map(([name, value]): [string, string] => [name, value])
  try {
    await pump(await engine.fetch(new Request(url, { method, headers, body })), id, post, signal)
  } catch {
    post({ type: 'end', id, isBroken: true })
  }
}

/** Lets the tabs that follow use this tab's engine, from now on. */
export const hostEngine = (channel: BroadcastChannel, engine: Engine): void => {
  const aborts = new Map<string, AbortController>()
  const sockets = new Map<string, HubSocket>()
  const post: Post = (message) => channel.postMessage(message)

  const connect = (id: string, url: string): void => {
    const close = (code = 1000, reason = ''): void => post({ type: 'closed', id, code, reason })
    sockets.set(id, engine.connect(url, { send: (data) => post({ type: 'pushed', id, data }), close }))
  }

  const handle = (message: RelayMessage): void => {
    switch (message.type) {
      case 'request': {
        const abort = new AbortController()
        aborts.set(message.id, abort)
        void answer(engine, message, post, abort.signal).finally(() => aborts.delete(message.id))
        return
      }
      case 'abort':
        return aborts.get(message.id)?.abort()
      case 'connect':
        return connect(message.id, message.url)
      case 'frame':
        return sockets.get(message.id)?.receive(message.data)
      case 'disconnect':
        sockets.get(message.id)?.closed()
        sockets.delete(message.id)
        return
      case 'skip':
        return void engine.skip(message.ms)
      default:
        // The rest is what this tab says itself.
        return
    }
  }

  channel.addEventListener('message', ({ data }: MessageEvent<RelayMessage>) => handle(data))
  post({ type: 'leading' })
}
