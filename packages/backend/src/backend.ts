import type { Hono } from 'hono'
import { createAgent } from './agent/agent.ts'
import type { Wait } from './agent/perform-skill.ts'
import { withStories } from './agent/perform-stories.ts'
import { createApp } from './app.ts'
import { assembleAutomation } from './assemble-automation.ts'
import { systemClock, systemRandom } from './clock.ts'
import { userFromHeader } from './claimed-user.ts'
import type { BackendConfig } from './config.ts'
import type { BackendContext } from './context.ts'
import { hubMethods, groupOf } from './hub-methods.ts'
import { type Hub, createHub } from './hub/create-hub.ts'
import { createIds } from './ids.ts'
import { profiles } from './profile.ts'
import type { RunLog } from './run-log.ts'
import type { RouteEnv } from './routes/route.ts'
import { createMemoryStore } from './store/memory-store.ts'
import { createTimers } from './timers.ts'
import { tellRun } from './chat/tell-run.ts'
import { restoreTurns } from './chat/restore-turns.ts'

/** A running backend, in a browser or on Node. */
export interface Backend {
  /** Answers a request: the routes, and the hub's negotiation, server-sent events and long polling. The same as `app.fetch`. */
  readonly fetch: (request: Request) => Promise<Response>
  readonly app: Hono<RouteEnv>
  readonly hub: Hub
  /** Refuses new work and ends every stream with `system.stream_interrupted`; runs are kept for the next start. */
  drain(): void
  /** Drains, stops every timer and closes the store. */
  close(): void
}

const dayMs = 86_400_000
const sweepMs = 60_000

/** Starts a backend, and takes up the turns that its store still holds. */
export function createBackend(config: BackendConfig = {}): Backend {
  const clock = config.clock ?? systemClock
  const store = config.store ?? createMemoryStore()
  const reportDefect = config.reportDefect ?? ((error: unknown): void => console.error(error))
  const authenticate = config.authenticate ?? userFromHeader
  const timers = createTimers(clock, reportDefect)
  const pace = config.pace ?? 1
  const publicUrl = config.publicUrl ?? 'http://127.0.0.1:4310'
  const pingMs = config.pingMs ?? 30_000
  const random = config.random ?? systemRandom
  const makeId = createIds(random)
  const logs = new Map<string, RunLog>()
  const closing = new AbortController()
  const wait: Wait = (ms, signal) =>
    new Promise((resolve) => {
      timers.after(ms * pace, resolve)
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
  const assembled = assembleAutomation(config, {
    store,
    clock,
    random,
    makeId,
    reportDefect,
    perform: (performers) => withStories(performers, { store, logs, wait, now: () => clock.now() }),
  })
  const { automation, scheduler } = assembled
  const context: BackendContext = {
    profile: profiles[config.profile ?? 'documented'],
    store,
    clock,
    makeId,
    pingMs,
    idleMs: config.idleMs ?? 2 * pingMs,
    retentionMs: config.retentionMs ?? dayMs,
    linkMs: () => config.faults?.linkMs?.() ?? config.linkMs ?? 300_000,
    publicUrl: typeof publicUrl === 'string' ? () => publicUrl : publicUrl,
    pace,
    faults: config.faults ?? {},
    automation,
    listening: assembled.listening,
    model: assembled.model,
    maskOf: (teamId) => assembled.vault.mask(teamId),
    logs,
    broadcast: (conversationId, name, body) => hub.group(groupOf(conversationId)).send(name, body),
    after: (ms, callback) => timers.after(ms, callback),
    reportDefect,
    closing: closing.signal,
    get agent() {
      return agent
    },
  }
  const agent = createAgent(context)
  automation.runner.onKeep((told) => tellRun(context, told))
  const hub = createHub({
    methods: hubMethods(context),
    identify: async (request) => (await authenticate(request))?.userId ?? null,
    onError: reportDefect,
  })
  let isDraining = false
  const app = createApp(context, { authenticate, isDraining: () => isDraining, hub, workflows: assembled })
  const sweep = (): void => {
    store.removeOlder('events', clock.now() - context.retentionMs)
    // Who repeats a start does so within minutes; a webhook's signature is good for five.
    store.removeOlder('startKeys', clock.now() - 7 * dayMs)
    timers.after(sweepMs, sweep)
  }
  sweep()
  automation.runner.resume()
  restoreTurns(context)
  scheduler.wake()
  assembled.errorRates.resume()
  const drain = (): void => {
    isDraining = true
    for (const log of context.logs.values()) log.interrupt({ reason: 'server_shutdown', retryAfterMs: 1000 })
    hub.close({ allowReconnect: true })
  }
  return {
    app,
    hub,
    fetch: async (request) => app.fetch(request),
    drain,
    close: () => {
      if (!isDraining) drain()
      closing.abort()
      timers.stop()
      scheduler.stop()
      assembled.errorRates.close()
      automation.runner.close()
      store.close()
    },
  }
}
