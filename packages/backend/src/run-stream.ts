import type { ServedEvent } from '@threadwork/headless/wire'
import type { BackendClock } from './clock.ts'
import type { Interruption, RunLog } from './run-log.ts'

export interface RunStreamOptions {
  readonly log: RunLog
  /** How many of the log's events the reader already has. */
  readonly from: number
  readonly clock: BackendClock
  readonly pingMs: number
  readonly idleMs: number
}

const encoder = new TextEncoder()

/** One event as it travels: its JSON in a single data line, so that no value can end the event. */
export function encodeEvent(event: ServedEvent): Uint8Array {
  const id = event.event_id ? `id: ${event.event_id}\n` : ''
  return encoder.encode(`event: ${event.type}\n${id}data: ${JSON.stringify(event)}\n\n`)
}

/**
 * A run as server-sent events, from `from` to its end. It reads the log at the reader's own pace: a slow
 * reader holds a position, not a queue. Letting go of it does not touch the run.
 */
export function openRunStream({
  log,
  from,
  clock,
  pingMs,
  idleMs,
}: RunStreamOptions): ReadableStream<Uint8Array> {
  const openedAt = clock.now()
  let position = from
  /** Why this stream ends, and how many events come before. */
  let cut: (Interruption & { readonly at: number }) | null = null
  let wake: ((goesOn: boolean) => void) | null = null
  let cancelTimer: (() => void) | null = null
  let nextPingAt = openedAt + pingMs

  const stir = (goesOn: boolean): void => {
    cancelTimer?.()
    cancelTimer = null
    const waiting = wake
    wake = null
    waiting?.(goesOn)
  }
  const unsubscribe = log.subscribe((interruption) => {
    if (interruption) cut ??= { ...interruption, at: log.events.length }
    stir(true)
  })
  const idleAt = (): number => (log.parkedAt === null ? Infinity : Math.max(log.parkedAt, openedAt) + idleMs)
  /** Waits until something may be said; `false` when the reader has left meanwhile. */
  const rest = (): Promise<boolean> =>
    new Promise((resolve) => {
      wake = resolve
      const due = Math.min(nextPingAt, idleAt())
      cancelTimer = clock.after(Math.max(0, due - clock.now()), () => stir(true))
    })
  const envelope = { conversation_id: log.conversationId, genie_run_id: log.runId }
  const interrupted = ({ reason, retryAfterMs }: Interruption): ServedEvent => ({
    type: 'system.stream_interrupted',
    ...envelope,
    last_seq_num: log.events.at(-1)?.seq_num ?? 0,
    reason,
    retry_after_ms: retryAfterMs,
  })
  const ping = (now: number): ServedEvent => {
    nextPingAt = now + pingMs
    return { type: 'system.ping', ...envelope, timestamp: new Date(now).toISOString() }
  }
  /** The next event and whether it is the last; `null` when there is nothing to say yet. */
  const next = (): { readonly event: ServedEvent | null; readonly isLast: boolean } | null => {
    if (cut && position >= cut.at) return { event: interrupted(cut), isLast: true }
    const event = log.events[position]
    if (event) {
      position += 1
      nextPingAt = clock.now() + pingMs
      return { event, isLast: false }
    }
    if (log.isEnded) return { event: null, isLast: true }
    const now = clock.now()
    if (now >= idleAt())
      return { event: interrupted({ reason: 'idle_timeout', retryAfterMs: 1000 }), isLast: true }
    return now >= nextPingAt ? { event: ping(now), isLast: false } : null
  }
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        for (;;) {
          const found = next()
          if (found?.event) controller.enqueue(encodeEvent(found.event))
          if (found?.isLast) {
            unsubscribe()
            controller.close()
          }
          if (found) return
          if (!(await rest())) return
        }
      },
      cancel: () => {
        unsubscribe()
        stir(false)
      },
    },
    { highWaterMark: 0 },
  )
}
