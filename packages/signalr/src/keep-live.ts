import type { Clock, ConversationId, Failure, TransportSink } from '@threadwork/core'
import { failureOfHub } from './failure.ts'
import { isUnknownMethod, type Hub } from './hub.ts'
import type { ReconnectPolicy } from './reconnect-policy.ts'
import type { HistoryRead } from './rest.ts'
import { settleWithin } from './settle-within.ts'
import { createWaker } from './waker.ts'
import type { HeardHistory } from './wire-history.ts'

export interface KeepLiveParts {
  readonly conversationId: ConversationId
  readonly clock: Clock
  readonly policy: ReconnectPolicy
  readonly sink: TransportSink
  /** Ends it all. */
  readonly closing: AbortSignal
  /** Milliseconds in which the hub has to confirm a subscription. */
  readonly joinTimeout: number
  /** Starts one connection. */
  openHub(): Promise<Hub>
  readHistory(): Promise<HistoryRead>
  /** Live events wait from now on. `isNew`: they will be those of another connection. */
  hold(isNew: boolean): void
  /** The history is read: it goes first, then what waited. */
  release(history: HeardHistory): void
}

/**
 * Keeps one conversation connected until `closing` is aborted: a start, a drop and a failed history are all followed by
 * another try after a wait. Every way back to `reconnected` leads through the history. Returns how to wake it: a wait ends
 * at once; when live, the hub is asked for a sign of life and the history is read again.
 */
export function keepLive(parts: KeepLiveParts): () => void {
  const { closing, sink } = parts
  const waker = createWaker(parts.clock)
  let attempt = 0

  const waitToRetry = async (failure: Failure, until?: Promise<unknown>): Promise<void> => {
    if (closing.aborted) return
    const retryIn = isFinal(failure) ? null : Math.max(parts.policy(attempt), failure.retryAfter ?? 0)
    attempt += 1
    sink.changeLink({ type: 'reconnecting', attempt, retryIn, failure })
    await waker.wait(retryIn, until)
    if (!closing.aborted) sink.changeLink({ type: 'reconnecting', attempt, retryIn: null, failure })
  }

  const catchUp = async (hub: Hub): Promise<void> => {
    const ended = hub.closed.then(() => null)
    for (;;) {
      const read = await Promise.race([parts.readHistory(), ended])
      if (read === null || hub.isOver() || closing.aborted) return
      if (read.status === 'read') {
        parts.release(read.history)
        attempt = 0
        sink.changeLink({ type: 'reconnected' })
        return
      }
      await waitToRetry(read.failure, ended)
      if (hub.isOver() || closing.aborted) return
    }
  }

  const live = async (hub: Hub): Promise<void> => {
    for (;;) {
      await joinHub(hub, parts)
      await catchUp(hub)
      if (hub.isOver() || closing.aborted) return
      await waker.wait(null, hub.closed)
      if (hub.isOver() || closing.aborted) return
      parts.hold(false)
    }
  }

  const tryOnce = async (): Promise<Failure> => {
    parts.hold(true)
    try {
      const hub = await parts.openHub()
      await live(hub).finally(() => hub.stop())
      return failureOfHub(await hub.closed)
    } catch (error) {
      return failureOfHub(error)
    }
  }

  const run = async (): Promise<void> => {
    while (!closing.aborted) await waitToRetry(await tryOnce())
  }
  closing.addEventListener('abort', () => waker.wake())
  void run()
  return () => waker.wake()
}

async function joinHub(hub: Hub, { clock, conversationId, joinTimeout, sink }: KeepLiveParts): Promise<void> {
  try {
    await settleWithin(joinTimeout, clock, hub.join(conversationId))
  } catch (error) {
    if (!isUnknownMethod(error)) throw error
    const detail = 'The hub has no JoinConversation, so it has to know by itself which conversation to send.'
    sink.report({ type: 'problem', name: 'JoinConversation', detail, bytes: null })
  }
}

/** A conversation that is gone does not come back by asking: only a wake asks again. */
function isFinal(failure: Failure): boolean {
  return failure.reason === 'not-found' || failure.reason === 'gone'
}
