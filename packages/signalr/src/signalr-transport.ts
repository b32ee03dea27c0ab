import type { IHubProtocol } from '@microsoft/signalr'
import type {
  Clock,
  CommandType,
  ConversationId,
  Fact,
  QuietConnection,
  ReadResult,
  Transport,
  TransportSink,
} from '@threadwork/core'
import { failureFor } from './failure.ts'
import { openHub, type HubOptions, type WebSocketClass } from './hub.ts'
import { createHubListening } from './hub-listening.ts'
import { createListener, type Listener } from './listener.ts'
import { reconnectPolicy, type ReconnectPolicy } from './reconnect-policy.ts'
import type { FetchLike } from './request.ts'
import { sinkUntil } from './sink-until.ts'
import { createRest, type ReadHistory, type Rest } from './rest.ts'
import { systemClock } from './system-clock.ts'
import { translateHistory } from './translate.ts'

export interface SignalROptions {
  /** The base of the REST calls, such as `/api/chat`. */
  readonly url: string
  /** The hub. Default: `url` with `/hubs/chat` in the place of its closing `/api/chat`. */
  readonly hubUrl?: string
  /** The history's address, or a function that reads it. Default: `{url}/history`. */
  readonly history?: string | ReadHistory
  /** For the REST calls; the hub's negotiation uses the page's own. */
  readonly fetch?: FetchLike
  readonly clock?: Clock
  /** Where there is none in the surroundings, or another one is wanted. */
  readonly WebSocket?: WebSocketClass
  /** SignalR's stateful reconnect, where the hub offers it: short drops then go unnoticed. Default false. */
  readonly stateful?: boolean
  /** Default: JSON. */
  readonly protocol?: IHubProtocol
  /** A bearer token for hub and REST. Leave it out behind a BFF, which keeps tokens off the page. */
  readonly accessToken?: () => string | Promise<string>
  /** Default: full jitter from 1 s, capped at 30 s. */
  readonly policy?: ReconnectPolicy
  /** Milliseconds after which a request counts as lost, and the start of a connection as failed. Default 30,000. */
  readonly requestTimeout?: number
  /** Milliseconds in which the hub has to confirm a subscription, and to give a sign of life on a wake. Default 10,000. */
  readonly joinTimeout?: number
}

const commands: readonly CommandType[] = ['send-message', 'submit-form', 'retry-step', 'cancel-workflow']

/**
 * The transport of a workflow hub: events over SignalR, commands and history over REST. The SignalR client is loaded when
 * the first conversation is opened; each open conversation has a connection of its own.
 */
export function signalr(options: SignalROptions): Transport {
  return {
    capabilities: { name: 'signalr', delivery: 'push', idempotent: commands, commands, stop: 'cancel' },
    open: (conversationId, sink) => {
      const connection = connect(conversationId, sink, options)
      connection.listen(true)
      return connection
    },
    openQuiet: (conversationId, sink) => connect(conversationId, sink, options),
  }
}

/** `/api/chat` → `/hubs/chat`, with whatever stands before it. */
export function hubUrlFor(url: string): string {
  return `${url.replace(/\/+$/, '').replace(/\/api\/chat$/, '')}/hubs/chat`
}

function connect(
  conversationId: ConversationId,
  session: TransportSink,
  options: SignalROptions,
): QuietConnection {
  const clock = options.clock ?? systemClock
  const closing = new AbortController()
  const sink = sinkUntil(closing.signal, session)
  const rest = restFor(conversationId, sink, options)
  const listener = createListener(conversationId, sink)
  const hubListening = createHubListening({
    conversationId,
    clock,
    sink,
    listener,
    policy: options.policy ?? reconnectPolicy({ random: () => clock.random() }),
    joinTimeout: options.joinTimeout ?? 10_000,
    openHub: (handlers, leaving) => openHub(hubOptionsFor(options), handlers, leaving),
    readHistory: () => rest.readHistory(),
  })

  return {
    submit: (command, intentId) => rest.submit(command, intentId),
    read: () => read(rest, listener),
    resume: () => Promise.resolve(false),
    renewLink: () => Promise.resolve({ status: 'failed', failure: failureFor('hub', 'unsupported') }),
    stopListening: () => undefined,
    listen: hubListening.listen,
    wake: hubListening.wake,
    close: () => {
      closing.abort()
      hubListening.listen(false)
      rest.close()
    },
  }
}

function isSnapshot({ type }: Fact): boolean {
  return type === 'workflow-snapshot' || type === 'workflow-snapshots'
}

async function read(rest: Rest, listener: Listener): Promise<ReadResult> {
  const before = listener.deliveries()
  const result = await rest.readHistory()
  if (result.status === 'failed') return result
  const { facts } = translateHistory(result.history)
  // A snapshot that live events have overtaken would end a workflow that began meanwhile.
  const isOvertaken = listener.deliveries() !== before
  return {
    status: 'read',
    facts: isOvertaken ? facts.filter((fact) => !isSnapshot(fact)) : facts,
    isExpired: false,
    problems: [],
  }
}

function restFor(conversationId: ConversationId, sink: TransportSink, options: SignalROptions): Rest {
  const url = options.url.replace(/\/+$/, '')
  return createRest(conversationId, {
    url,
    history: options.history ?? `${url}/history`,
    // A bare `fetch` may not be called as another object's method.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    clock: options.clock ?? systemClock,
    timeout: options.requestTimeout ?? 30_000,
    accessToken: options.accessToken ?? null,
    report: (report) => sink.report(report),
  })
}

function hubOptionsFor(options: SignalROptions): HubOptions {
  return {
    hubUrl: options.hubUrl ?? hubUrlFor(options.url),
    WebSocket: options.WebSocket ?? globalThis.WebSocket ?? null,
    accessToken: options.accessToken ?? null,
    protocol: options.protocol ?? null,
    stateful: options.stateful ?? false,
    clock: options.clock ?? systemClock,
    startTimeout: options.requestTimeout ?? 30_000,
  }
}
