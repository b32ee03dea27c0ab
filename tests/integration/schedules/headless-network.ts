import type { Clock, Command, ConversationEvent, FailureReason, Timer } from '@threadwork/core'
import { headless } from '@threadwork/headless'
import { wireOfEvent } from '../conformance/wire-of-event.ts'
import type { Chance } from './draw-conversation.ts'
import type { FaultyTransport, Weather } from './faulty-transport.ts'
import { createNetwork, piecesOf, type Network } from './network.ts'
import type { StoryBackend } from './story-backend.ts'
import { watchedTransport } from './watched-transport.ts'

const encoder = new TextEncoder()
const words = {
  idle: 'idle',
  'ai-running': 'ai_running',
  'skill-running': 'skill_processing',
  'awaiting-approval': 'awaiting_approval',
} as const
const statusOf: Partial<Record<FailureReason, number>> = { conflict: 409, gone: 410, 'server-error': 500 }
const ends = ['eof', 'error', 'idle', 'interrupted'] as const

/** How one server says things: drawn once for each conversation. */
interface Manners {
  readonly isWrapped: boolean
  readonly hasIdLine: boolean
  readonly newline: '\n' | '\r\n' | '\r'
  readonly eventPage: number
  readonly messagePage: number
  /** Events of any kind that no client knows, and pings, stand between. */
  readonly isChatty: boolean
}

const drawManners = (chance: Chance): Manners => ({
  isWrapped: chance.happens(0.5),
  hasIdLine: chance.happens(0.5),
  newline: chance.pick(['\n', '\n', '\r\n', '\r']),
  eventPage: chance.pick([2, 7, 100]),
  messagePage: chance.pick([2, 3, 50]),
  isChatty: chance.happens(0.5),
})

const dateOf = (at: number): string => new Date(at).toISOString()

interface OpenStream {
  readonly end: (how: (typeof ends)[number]) => void
}

/** The live streams of one client, cut into bytes. */
const createStreams = (backend: StoryBackend, network: Network, manners: Manners) => {
  const { clock, chance, bad } = network
  const open = new Set<OpenStream>()

  const blockOf = (wire: Readonly<Record<string, unknown>>): string => {
    const eventId = wire['event_id']
    const id = manners.hasIdLine && typeof eventId === 'string' ? `id: ${eventId}\n` : ''
    return `${id}event: ${String(wire['type'])}\ndata: ${JSON.stringify(wire)}\n\n`.replaceAll(
      '\n',
      manners.newline,
    )
  }

  const stream = (
    runId: string,
    known: readonly ConversationEvent[],
    signal: AbortSignal | null,
  ): Response => {
    const timers = new Set<Timer>()
    let isMute = false
    let isOver = false
    let last = clock.now()
    let controller = null as ReadableStreamDefaultController<Uint8Array> | null
    const leave = (): void => {
      isOver = true
      hush()
      open.delete(self)
      for (const timer of timers) timer.cancel()
    }
    const push = (bytes: Uint8Array): void => {
      if (!isOver && bytes.length > 0) controller?.enqueue(bytes)
    }
    const end = (how: (typeof ends)[number]): void => {
      if (isOver) return
      if (how === 'idle') {
        isMute = true
        return
      }
      if (how === 'interrupted')
        push(
          encoder.encode(
            blockOf({ type: 'system.stream_interrupted', retry_after_ms: chance.between(100, 3000) }),
          ),
        )
      leave()
      if (how === 'error') controller?.error(new TypeError('terminated'))
      else controller?.close()
    }
    const self: OpenStream = { end }
    const say = (text: string, event: ConversationEvent): void => {
      const bytes = encoder.encode(text)
      // At any byte, the first and the last included.
      if (bad(0.05)) {
        push(bytes.subarray(0, chance.between(0, bytes.length)))
        return end(chance.pick(ends))
      }
      for (const piece of piecesOf(bytes, chance)) push(piece)
      if (event.type === 'connection-required') end('interrupted')
      else if (event.type === 'turn-ended' && chance.happens(0.7)) end('eof')
    }
    const deliver = (event: ConversationEvent, delay: number): void => {
      // In order, unless the network turns two of them round.
      last = bad(0.05) ? clock.now() + delay : Math.max(last, clock.now() + delay)
      const timer = clock.after(last - clock.now(), () => {
        timers.delete(timer)
        if (isMute || isOver) return
        const block = blockOf({ ...wireOfEvent(event), conversation_id: 'c1' })
        const noise =
          manners.isChatty && chance.happens(0.2) ? blockOf({ type: 'system.ping' }) + ': beat\n\n' : ''
        say(noise + (bad(0.05) ? block + block : block), event)
      })
      timers.add(timer)
    }
    const hush = backend.listen(runId, (event) => {
      isMute ||= bad(0.02)
      if (isMute || bad(0.03)) return
      deliver(event, chance.between(0, 120))
    })
    open.add(self)
    const body = new ReadableStream<Uint8Array>({
      start: (own) => {
        controller = own
      },
      cancel: leave,
    })
    signal?.addEventListener('abort', () => {
      if (isOver) return
      leave()
      controller?.error(new DOMException('The request was aborted.', 'AbortError'))
    })
    for (const event of known) deliver(event, 10)
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
  }

  return { stream, drop: () => [...open].forEach(({ end }) => end(chance.pick(ends))) }
}

type Fields = Readonly<Record<string, unknown>>

const commandOf = (path: string, body: Fields): Command | null => {
  const call = /\/skill_approval\/([^/]+)$/u.exec(path)?.[1]
  // The backend of a test reads its own client's words.
  if (call !== undefined) return { type: 'decide', callId: call } as Command
  if (path.endsWith('/messages')) return { type: 'send-message', text: String(body['message']) }
  if (path.endsWith('/resume-workflow'))
    return {
      type: 'submit-form',
      workflowId: body['workflowId'],
      stepId: body['stepId'],
      values: {},
    } as Command
  return null
}

/** The real adapter of the Headless API over a network of this process, with everything that a network does. */
export const headlessOverNetwork = (
  backend: StoryBackend,
  clock: Clock,
  chance: Chance,
  weather: Weather,
): FaultyTransport => {
  const network = createNetwork(clock, chance, weather)
  const manners = drawManners(chance)
  const streams = createStreams(backend, network, manners)
  const { bad, travel, answer } = network
  const wrap = (body: object): object => (manners.isWrapped ? { result: body } : body)

  const readMessages = (query: URLSearchParams, lag: number): Response => {
    // A cursor goes on in the list that its first page was taken from.
    const [from = 0, asOf = clock.now() - lag] = (query.get('cursor') ?? '')
      .split('@')
      .filter(Boolean)
      .map(Number)
    const all = backend.history(clock.now() - asOf)
    const page = all.slice(from, from + manners.messagePage)
    const messages = page.map(({ messageId, role, text, at }) => ({
      message_id: messageId,
      source: role === 'user' ? 'user' : 'genie',
      content: text,
      created_at: dateOf(at),
    }))
    const next = from + page.length
    return answer(
      200,
      wrap({ messages, total_count: all.length, cursor: next < all.length ? `${next}@${asOf}` : null }),
    )
  }
  const readEvents = (query: URLSearchParams, lag: number): Response => {
    const since = query.get('since_created_at')
    const all = backend.eventsSince(since === null ? null : Date.parse(since), lag)
    const page = all.slice(0, Math.min(Number(query.get('limit') ?? 100), 1000))
    const last = page.length < all.length ? page.at(-1)?.at : null
    const next = last == null ? {} : { next_since_created_at: dateOf(last) }
    return answer(
      200,
      wrap({ events: page.map((event) => ({ ...wireOfEvent(event), conversation_id: 'c1' })), ...next }),
    )
  }
  const read = async (
    url: URL,
    signal: AbortSignal | null,
    lastEventId: string | null,
  ): Promise<Response> => {
    const lag = bad(0.3) ? chance.between(0, 2000) : 0
    await travel(bad(0.05) ? 9000 : 200, signal)
    if (bad(0.08)) return answer(chance.pick([500, 502, 503]), {})
    const run = /\/genie-runs\/([^/]+)$/u.exec(url.pathname)?.[1]
    const attempt = /\/runtime_connection\/([^/]+)\/link$/u.exec(url.pathname)?.[1]
    if (run !== undefined) {
      if (!weather.canResume || backend.openRun() !== run) return answer(404, {})
      const told = backend.runEvents(run)
      const from = told.findIndex(({ eventId }) => eventId === lastEventId)
      return streams.stream(run, told.slice(Math.max(0, from + 1 - chance.between(0, 2))), signal)
    }
    await travel(bad(0.1) ? 2000 : 50, signal)
    if (attempt !== undefined)
      return answer(200, { status: backend.isParked(attempt) ? 'auth_required' : 'authorized' })
    if (url.pathname.endsWith('/messages')) return readMessages(url.searchParams, lag)
    if (url.pathname.endsWith('/events')) return readEvents(url.searchParams, lag)
    const state = backend.state(lag)
    if (state.type !== 'backend-state') return answer(500, {})
    const updated_at = dateOf(state.at ?? 0)
    return answer(200, wrap({ conversation_id: 'c1', state: words[state.state], updated_at }))
  }
  const taken = new Map<string, FailureReason | null>()
  const take = (command: Command, key: unknown): FailureReason | null => {
    if (typeof key !== 'string' || command.type === 'decide') return backend.take(command)
    const known = taken.get(key)
    if (known === null) return known
    const refused = backend.take(command)
    taken.set(key, refused)
    return refused
  }
  const write = async (path: string, body: Fields, signal: AbortSignal | null): Promise<Response> => {
    await travel(150, signal)
    if (bad(0.08)) throw new TypeError('fetch failed')
    const command = commandOf(path, body)
    if (command === null) return answer(404, {})
    const refused = take(command, body['idempotencyKey'])
    const runId = backend.openRun()
    await travel(150, signal)
    if (bad(0.12)) throw new TypeError('fetch failed')
    if (refused !== null) return answer(statusOf[refused] ?? 500, {})
    if (command.type !== 'send-message') return answer(200, {})
    return runId === null ? answer(500, {}) : streams.stream(runId, backend.runEvents(runId), signal)
  }

  const transport = headless({
    url: 'http://chat.test/api',
    clock,
    eventPageSize: manners.eventPage,
    fetch: (input, init) => {
      const url = new URL(input)
      const signal = init.signal ?? null
      const isRead = init.method !== 'POST' || url.pathname.endsWith('/link')
      if (isRead) return read(url, signal, new Headers(init.headers).get('Last-Event-ID'))
      // What the adapter posts is JSON text.
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Fields) : {}
      return write(url.pathname, body, signal)
    },
  })
  return watchedTransport(transport, clock, streams.drop)
}
