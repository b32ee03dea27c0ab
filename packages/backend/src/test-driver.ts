import type { ServedEvent } from '@threadwork/headless/wire'
import { type Backend, createBackend } from './backend.ts'
import type { BackendConfig } from './config.ts'
import { type VirtualClock, createVirtualClock } from './virtual-clock.ts'

/** What a test reads of a stream that goes on in the background. */
export interface Watched {
  readonly events: readonly ServedEvent[]
  /** The events as short lines: `skill.running Look up order`. */
  readonly lines: readonly string[]
  readonly isOver: boolean
  /** Lets go of it, as a browser does that leaves the page. */
  abandon(): Promise<void>
}

/** A backend in virtual time, driven through its requests. */
export interface Driver {
  readonly backend: Backend
  readonly clock: VirtualClock
  request(
    method: string,
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
  /** The JSON of an answer, out of its envelope. */
  read(path: string, headers?: Readonly<Record<string, string>>): Promise<Record<string, unknown>>
  newConversation(): Promise<string>
  /** Sends a message and watches its stream. */
  send(conversationId: string, text: string): Promise<Watched>
  watch(response: Response): Watched
  /** The agent's texts in the history, oldest first. */
  replies(conversationId: string): Promise<readonly string[]>
}

/** Starts a backend on a clock that stands still; `config` wins over the driver's own choices. */
export function createDriver(config: BackendConfig = {}): Driver {
  const clock = createVirtualClock()
  const backend = createBackend({ clock, ...config })
  const request: Driver['request'] = (method, path, body, headers = {}) =>
    backend.fetch(
      new Request(`http://backend.test${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  const read: Driver['read'] = async (path, headers) => {
    const body = (await (await request('GET', path, undefined, headers)).json()) as Record<string, unknown>
    return (body['result'] ?? body) as Record<string, unknown>
  }
  return {
    backend,
    clock,
    request,
    read,
    watch,
    newConversation: async () => {
      const body = await (await request('POST', '/api/chat/conversations', {})).json()
      return (body.result ?? body).conversation_id
    },
    send: async (id, text) =>
      watch(await request('POST', `/api/chat/conversations/${id}/messages`, { message: text, stream: true })),
    replies: async (id) => {
      const { messages } = await read(`/api/chat/conversations/${id}/messages`)
      return (messages as readonly { source: string; content: string }[])
        .filter((message) => message.source === 'genie')
        .map((message) => message.content)
        .toReversed()
    },
  }
}

function watch(response: Response): Watched {
  const events: ServedEvent[] = []
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader || response.status !== 200) throw new Error(`no stream: ${response.status}`)
  let isOver = false
  const readOn = async (): Promise<void> => {
    let rest = ''
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (rest + part.value).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) events.push(JSON.parse(block.slice(block.indexOf('data: ') + 6)))
    }
    isOver = true
  }
  void readOn()
  return {
    events,
    get lines() {
      return events.map(lineOf)
    },
    get isOver() {
      return isOver
    },
    abandon: () => reader.cancel(),
  }
}

function lineOf(event: ServedEvent): string {
  if ('skill_name' in event) return `${event.type} ${event.skill_name}`
  if ('step_id' in event) return `${event.type} ${event.step_id}`
  return event.type
}
