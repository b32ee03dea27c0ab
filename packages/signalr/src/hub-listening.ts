import type { Clock, ConversationId, TransportSink } from '@threadwork/core'
import type { Hub, HubHandlers } from './hub.ts'
import { createInbox } from './inbox.ts'
import { keepLive } from './keep-live.ts'
import type { HubCall, Listener } from './listener.ts'
import type { ReconnectPolicy } from './reconnect-policy.ts'
import type { HistoryRead } from './rest.ts'
import { sinkUntil } from './sink-until.ts'

export interface HubListeningParts {
  readonly conversationId: ConversationId
  readonly clock: Clock
  readonly sink: TransportSink
  readonly listener: Listener
  readonly policy: ReconnectPolicy
  readonly joinTimeout: number
  /** Starts one connection; `leaving` ends it. */
  openHub(handlers: HubHandlers, leaving: AbortSignal): Promise<Hub>
  readHistory(): Promise<HistoryRead>
}

/** One conversation's way to the hub, which can be let go and taken up again. */
export interface HubListening {
  readonly listen: (isListening: boolean) => void
  /** Cuts a wait short; while nobody listens there is none. */
  readonly wake: () => void
}

interface Listening {
  readonly wake: () => void
  readonly end: () => void
}

/** The most live events that are kept while the history is read. */
const bufferLimit = 10_000

function start(parts: HubListeningParts): Listening {
  const { listener } = parts
  const leaving = new AbortController()
  const inbox = createInbox<HubCall>({
    limit: bufferLimit,
    deliver: listener.deliver,
    drop: listener.drop,
  })
  const wake = keepLive({
    ...parts,
    closing: leaving.signal,
    sink: sinkUntil(leaving.signal, parts.sink),
    openHub: () =>
      parts.openHub(
        { hear: (name, args) => inbox.push({ name, args }), hearUnknown: listener.hearUnknown },
        leaving.signal,
      ),
    readHistory: () => parts.readHistory(),
    hold: (isNew) => {
      inbox.hold()
      if (isNew) inbox.beginConnection()
    },
    release: (history) => inbox.release(() => listener.deliverHistory(history)),
  })
  const end = (): void => {
    inbox.close()
    leaving.abort()
  }
  return { wake, end }
}

/** Nobody listens at first. What a connection that was let go still hears reaches nobody. */
export function createHubListening(parts: HubListeningParts): HubListening {
  let current: Listening | null = null
  return {
    listen: (isListening) => {
      if (isListening) current ??= start(parts)
      else {
        current?.end()
        current = null
      }
    },
    wake: () => current?.wake(),
  }
}
