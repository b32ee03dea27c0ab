import type { TurnEvent } from './store/chat-records.ts'

/** Why every open stream of a run is to end now. */
export interface Interruption {
  readonly reason: string
  readonly retryAfterMs: number
}

/** The events of one run, for those who stream it. */
export interface RunLog {
  readonly runId: string
  readonly conversationId: string
  readonly events: readonly TurnEvent[]
  readonly isEnded: boolean
  /** Since when it waits for a connection, in milliseconds since 1970: nothing more will come on its streams. */
  readonly parkedAt: number | null
  add(event: TurnEvent): void
  end(): void
  park(now: number): void
  interrupt(interruption: Interruption): void
  /** Calls back after each change, and with the interruption when it is one; returns the way to stop. */
  subscribe(listener: (interruption: Interruption | null) => void): () => void
}

/** A log that begins with `events`. */
export function createRunLog(runId: string, conversationId: string, events: readonly TurnEvent[]): RunLog {
  const kept = [...events]
  const listeners = new Set<(interruption: Interruption | null) => void>()
  let isEnded = false
  let parkedAt: number | null = null
  const tell = (interruption: Interruption | null): void => {
    for (const listener of listeners) listener(interruption)
  }
  return {
    runId,
    conversationId,
    events: kept,
    get isEnded() {
      return isEnded
    },
    get parkedAt() {
      return parkedAt
    },
    add: (event) => {
      kept.push(event)
      tell(null)
    },
    end: () => {
      isEnded = true
      tell(null)
    },
    park: (now) => {
      parkedAt = now
      tell(null)
    },
    interrupt: tell,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
