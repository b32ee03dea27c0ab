import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHub, type Hub } from '@threadwork/backend'
import { attachHub, type AttachedHub } from '@threadwork/backend/node'

/** A request to the REST side, as it came. */
export interface Heard {
  readonly method: string
  readonly path: string
  readonly header: string | undefined
  readonly body: unknown
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

type Respond = (heard: Heard) => Answer | Promise<Answer>

/** A chat backend of which a test says every answer; its hub is the real one. */
export interface ChatServer {
  readonly url: string
  /** All requests but the hub's own, in their order. */
  readonly heard: readonly Heard[]
  /** Conversations that were joined, in their order. */
  readonly joined: readonly string[]
  readonly hub: Hub
  /** How `path` under `/api/chat` is answered from now on. */
  answer(path: string, respond: Respond): void
  /** How negotiation is answered from now on: `null` lets the hub do it. */
  negotiate(respond: (() => Promise<Answer | null>) | null): void
  /** Sends a hub event to all who joined the conversation. */
  push(conversationId: string, event: string, ...args: readonly unknown[]): void
  /** Breaks all sockets off without a goodbye. */
  drop(): void
  /** Breaks off every connection, so that a request under way is never answered. */
  breakOff(): Promise<Answer>
  close(): Promise<void>
}

/** `canJoin: false` leaves JoinConversation out of the hub. */
export async function startChatServer({ canJoin = true } = {}): Promise<ChatServer> {
  const heard: Heard[] = []
  const joined: string[] = []
  const answers = new Map<string, Respond>()
  let negotiation: (() => Promise<Answer | null>) | null = null
  const methods: Parameters<typeof createHub>[0]['methods'] = {
    JoinConversation(conversationId: string) {
      joined.push(conversationId)
      this.join(conversationId)
    },
  }
  const hub = createHub({ methods: canJoin ? methods : {} })
  const server = createServer((incoming, outgoing) => {
    void respond(incoming).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(await response.text())
    })
  })
  let attached: AttachedHub = attachHub(server, hub)

  const respond = async (incoming: IncomingMessage): Promise<Response> => {
    const url = new URL(incoming.url ?? '/', 'http://server.test')
    const body = await textOf(incoming)
    const method = incoming.method ?? 'GET'
    if (url.pathname.startsWith(hub.path)) {
      const answer = (await negotiation?.()) ?? null
      if (answer !== null) return responseOf(answer)
      const init = method === 'GET' ? { method } : { method, body }
      return (await hub.fetch(new Request(url, init))) ?? new Response(null, { status: 404 })
    }
    const request = {
      method,
      path: url.pathname.replace('/api/chat/', ''),
      header: incoming.headers['x-threadwork']?.toString(),
      body: body === '' ? null : (JSON.parse(body) as unknown),
    }
    heard.push(request)
    return responseOf((await answers.get(request.path)?.(request)) ?? { status: 404 })
  }

  const { port } = await listen(server)
  return {
    url: `http://127.0.0.1:${port}/api/chat`,
    heard,
    joined,
    hub,
    answer: (path, answer) => answers.set(path, answer),
    negotiate: (answer) => {
      negotiation = answer
    },
    push: (conversationId, event, ...args) => hub.group(conversationId).send(event, ...args),
    drop: () => {
      attached.detach()
      attached = attachHub(server, hub)
    },
    breakOff: () => {
      server.closeAllConnections()
      return new Promise(() => undefined)
    },
    close: async () => {
      hub.close()
      attached.detach()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of incoming.setEncoding('utf8')) text += String(chunk)
  return text
}

function responseOf({ status, body }: Answer): Response {
  return body === undefined ? new Response(null, { status }) : Response.json(body, { status })
}

function listen(server: Server): Promise<AddressInfo> {
  return new Promise((resolve) => {
    // A server that listens on a port of TCP has an address of this kind.
    server.listen(0, '127.0.0.1', () => resolve(server.address() as AddressInfo))
  })
}
