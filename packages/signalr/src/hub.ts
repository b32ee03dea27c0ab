import type { HubConnection, IHubProtocol, ILogger } from '@microsoft/signalr'
import type { Clock } from '@threadwork/core'
import { settleWithin } from './settle-within.ts'
import { hubEventNames, type HubEventName } from './wire.ts'

/** A WebSocket class: the page's own, Node's, or that of `ws`. */
export type WebSocketClass = new (url: string, protocols?: string | string[]) => object

export interface HubOptions {
  readonly hubUrl: string
  readonly WebSocket: WebSocketClass | null
  readonly accessToken: (() => string | Promise<string>) | null
  readonly protocol: IHubProtocol | null
  readonly stateful: boolean
  readonly clock: Clock
  /** Milliseconds in which negotiation and handshake have to be done. */
  readonly startTimeout: number
}

export interface HubHandlers {
  hear(name: HubEventName, args: readonly unknown[]): void
  /** A hub event that this version does not know; the client library tells its name in lower case and no more. */
  hearUnknown(name: string): void
}

/** One connection to the hub, from its start to its end; it never mends itself, a new one takes its place. */
export interface Hub {
  /** Resolves when the connection is over, with the error where there was one. Never rejects. */
  readonly closed: Promise<Error | undefined>
  isOver(): boolean
  /** Subscribes to the conversation's events; resolves when the hub has confirmed it. */
  join(conversationId: string): Promise<void>
  /** Ends the connection, also while it starts. */
  stop(): void
}

/** Loads the SignalR client when first called, and starts one connection; rejects when it cannot be started. */
export async function openHub(
  options: HubOptions,
  handlers: HubHandlers,
  closing: AbortSignal,
): Promise<Hub> {
  const stopping = new AbortController()
  const connection = await buildConnection(options, quietAfter(stopping.signal, handlers))
  closing.throwIfAborted()
  let isOver = false
  const closed = new Promise<Error | undefined>((resolve) => {
    connection.onclose((error) => {
      isOver = true
      resolve(error)
    })
  })
  const stop = (): void => {
    closing.removeEventListener('abort', stop)
    stopping.abort()
    connection.stop().catch(() => undefined)
  }
  closing.addEventListener('abort', stop)
  try {
    await settleWithin(options.startTimeout, options.clock, connection.start())
  } catch (error) {
    stop()
    throw error
  }
  return {
    closed,
    isOver: () => isOver,
    join: (conversationId) => connection.invoke('JoinConversation', conversationId),
    stop,
  }
}

/** A stopped connection may still hand over what is on its way; its successor's history has that. */
function quietAfter(stopped: AbortSignal, handlers: HubHandlers): HubHandlers {
  return {
    hear: (name, args) => {
      if (!stopped.aborted) handlers.hear(name, args)
    },
    hearUnknown: (name) => {
      if (!stopped.aborted) handlers.hearUnknown(name)
    },
  }
}

async function buildConnection(options: HubOptions, handlers: HubHandlers): Promise<HubConnection> {
  const { HubConnectionBuilder } = await import('@microsoft/signalr')
  const { accessToken, WebSocket, protocol } = options
  const builder = new HubConnectionBuilder()
    .configureLogging(unknownEventLogger(handlers))
    .withUrl(options.hubUrl, {
      headers: { 'X-Threadwork': '1' },
      ...(WebSocket === null ? {} : { WebSocket }),
      ...(accessToken === null ? {} : { accessTokenFactory: accessToken }),
    })
  // No withAutomaticReconnect: it cannot be woken in the middle of a wait, and it never retries a first start.
  if (protocol !== null) builder.withHubProtocol(protocol)
  if (options.stateful) builder.withStatefulReconnect()
  const connection = builder.build()
  for (const name of hubEventNames)
    connection.on(name, (...args: readonly unknown[]) => handlers.hear(name, args))
  return connection
}

const unknownMethod = /^No client method with the name '(.*)' found\.$/s

/** The client tells of an unhandled event only in its log; every other line is dropped, for it may name a token. */
function unknownEventLogger(handlers: HubHandlers): ILogger {
  return {
    log: (_level, message) => {
      const name = unknownMethod.exec(message)?.[1]
      if (name !== undefined) handlers.hearUnknown(name.slice(0, 100))
    },
  }
}

/** Whether a hub said that it has no such method, in the words of ASP.NET Core, of its Azure service or of our own backend. */
export function isUnknownMethod(error: unknown): boolean {
  return (
    error instanceof Error && /unknown hub method|method does not exist|has no method/i.test(error.message)
  )
}
