import type { Engine } from './engine.ts'
import type { RelayMessage } from './relay-message.ts'

type Listener = (message: RelayMessage) => void

const bodyOf = async (request: Request): Promise<ArrayBuffer | null> =>
  request.method === 'GET' || request.method === 'HEAD' ? null : request.arrayBuffer()

const hasBody = (status: number): boolean => status !== 204 && status !== 304 && status !== 205

type Asked = Extract<RelayMessage, { type: 'request' }>

// Whatever the tab before did of it, to read again changes nothing.
const isReading = ({ method }: Asked): boolean => method === 'GET' || method === 'HEAD'

/**
 * The engine of the tab that leads, used from here. When another tab takes over, it is asked again what nobody has begun to
 * answer and only reads; everything else breaks off.
 */
export const guestEngine = (channel: BroadcastChannel): Engine => {
  const listeners = new Map<string, Listener>()
  const post = (message: RelayMessage): void => channel.postMessage(message)

  channel.addEventListener('message', ({ data }: MessageEvent<RelayMessage>) => {
    if (data.type === 'leading') for (const listener of listeners.values()) listener(data)
    else if (data.type !== 'skip') listeners.get(data.id)?.(data)
  })

  const exchange = (asked: Asked): Promise<Response> =>
    new Promise((resolve, reject) => {
      const { id } = asked
      let stream: ReadableStreamDefaultController<Uint8Array> | null = null
      const finish = (isBroken: boolean): void => {
        listeners.delete(id)
        const broken = new TypeError(
          'The tab that runs the mocked server went away in the middle of the answer.',
        )
        if (!stream) reject(broken)
        else if (isBroken) stream.error(broken)
        else stream.close()
      }
      const begin = (head: Extract<RelayMessage, { type: 'head' }>): void => {
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => void (stream = controller),
          cancel: () => {
            listeners.delete(id)
            post({ type: 'abort', id })
          },
        })
        const headers = head.headers.map(([name, value]): [string, string] => [name, value])
        resolve(new Response(hasBody(head.status) ? body : null, { status: head.status, headers }))
      }
      listeners.set(id, (message) => {
        if (message.type === 'head') begin(message)
        else if (message.type === 'chunk') stream?.enqueue(message.bytes)
        else if (message.type === 'end') finish(message.isBroken)
        else if (message.type === 'leading' && !stream && isReading(asked)) post(asked)
        else if (message.type === 'leading') finish(true)
      })
      post(asked)
    })

  return {
    async fetch(request) {
      const { url, method } = request
      const headers = [...request.headers]
      const body = await bodyOf(request)
      return exchange({ type: 'request', id: crypto.randomUUID(), url, method, headers, body })
    },
    connect(url, peer) {
      const id = crypto.randomUUID()
      const leave = (code: number, reason: string): void => {
        listeners.delete(id)
        peer.close(code, reason)
      }
      listeners.set(id, (message) => {
        if (message.type === 'pushed') void peer.send(message.data)
        else if (message.type === 'closed') leave(message.code, message.reason)
        else if (message.type === 'leading') leave(1001, 'Another tab runs the mocked server now.')
      })
      post({ type: 'connect', id, url })
      return {
        receive: (data) =>
          post({ type: 'frame', id, data: data instanceof Uint8Array ? data.slice().buffer : data }),
        closed: () => {
          listeners.delete(id)
          post({ type: 'disconnect', id })
        },
      }
    },
    skip: async (ms) => post({ type: 'skip', ms }),
  }
}
