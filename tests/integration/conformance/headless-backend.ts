import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ConversationEvent, Fact } from '@threadwork/core'
import { headless } from '@threadwork/headless'
import type { ConformanceSubject } from '@threadwork/testing'
import { wireOfEvent } from './wire-of-event.ts'

const states = {
  idle: 'idle',
  'ai-running': 'ai_running',
  'skill-running': 'skill_processing',
  'awaiting-approval': 'awaiting_approval',
} as const

export const only = <Type extends Fact['type']>(facts: readonly Fact[], type: Type) =>
  facts.filter((fact): fact is Extract<Fact, { readonly type: Type }> => fact.type === type)

const iso = (at: number): string => new Date(at).toISOString()

export const conversation = (kept: readonly Fact[]) => {
  const newest = only(kept, 'backend-state').at(-1)
  return {
    conversation_id: 'conformance',
    // A word that nobody knows: this backend has said nothing of its state yet.
    state: newest === undefined ? 'unsaid' : states[newest.state],
    updated_at: newest?.at == null ? undefined : iso(newest.at),
  }
}

export const messages = (kept: readonly Fact[]) => {
  const list = only(kept, 'history-message').map(({ message }) => ({
    message_id: message.messageId,
    source: message.role === 'user' ? 'user' : 'genie',
    content: message.text,
    created_at: iso(message.at),
  }))
  const newestFirst = [...new Map(list.map((each) => [each.message_id, each])).values()].reverse()
  return { messages: newestFirst, total_count: newestFirst.length }
}

export const linkOf = (kept: readonly Fact[], attempt: string) => {
  const read = only(kept, 'connection').findLast(({ connection }) => connection.attemptId === attempt)
  return { status: (read?.connection.status ?? 'auth-required').replace('-', '_') }
}

const json = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/** A small Headless API over a real socket, whose every word a test says. */
export const createHeadlessSubject = async (): Promise<ConformanceSubject> => {
  const kept: Fact[] = []
  const streams = new Set<ServerResponse>()
  let commands = 0

  const openStream = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(': open\n\n')
    streams.add(response)
    response.once('close', () => streams.delete(response))
  }

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const attempt = /\/runtime_connection\/([^/]+)\/link$/u.exec(pathname)?.[1]
    if (attempt !== undefined) return json(response, linkOf(kept, decodeURIComponent(attempt)))
    if (request.method === 'POST') {
      commands += 1
      return openStream(response)
    }
    if (pathname.endsWith('/messages')) return json(response, messages(kept))
    if (pathname.endsWith('/events'))
      return json(response, { events: only(kept, 'event').map(({ event }) => wireOfEvent(event)) })
    if (pathname.endsWith('/conversations/conformance')) return json(response, conversation(kept))
    response.writeHead(404).end()
  }

  const server = createServer((request, response) => {
    request.resume()
    request.once('end', () => answer(request, response))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string

  return {
    transport: headless({ url: `http://127.0.0.1:${port}` }),
    say: (events: readonly ConversationEvent[]) => {
      const text = events.map((event) => `data: ${JSON.stringify(wireOfEvent(event))}\n\n`).join('')
      for (const stream of streams) stream.write(text)
    },
    keep: (facts) => void kept.push(...facts),
    cut: () => {
      for (const stream of streams) stream.destroy()
    },
    commandCount: () => commands,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}
