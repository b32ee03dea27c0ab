import type { Clock, IntentId, RunId, TransportSink } from '@threadwork/core'
import { readLiveStream, type StreamEnd } from './live-stream.ts'
import type { LearningProfile } from './profile.ts'

export interface StreamSlotOptions {
  readonly clock: Clock
  readonly idleMs: number
  readonly maxEventBytes: number
  readonly profile: LearningProfile
  readonly sink: TransportSink
}

/** A stream that was opened, and whose it is. */
export interface OpenedStream {
  readonly body: ReadableStream<Uint8Array>
  readonly controller: AbortController
  /** The message whose own stream it is. */
  readonly intentId: IntentId | null
  readonly runId: RunId | null
  readonly lastEventId: string | null
}

/** Room for one stream: opening the next ends the one before, and each end is told once. */
export interface StreamSlot {
  open(stream: OpenedStream): void
  /** Ends the open stream, if there is one, and tells it as `aborted`. */
  stop(): void
}

interface Occupant {
  readonly controller: AbortController
  isHeard: boolean
}

export const createStreamSlot = (options: StreamSlotOptions): StreamSlot => {
  const { sink } = options
  let current: Occupant | null = null

  const leave = (occupant: Occupant, end: StreamEnd): void => {
    if (!occupant.isHeard) return
    occupant.isHeard = false
    if (current === occupant) current = null
    sink.changeLink({ type: 'ended', ...end })
  }
  const stop = (): void => {
    const occupant = current
    if (!occupant) return
    leave(occupant, { reason: 'aborted', retryAfter: null, failure: null })
    occupant.controller.abort()
  }
  const open = (stream: OpenedStream): void => {
    stop()
    const { intentId, runId } = stream
    const occupant: Occupant = { controller: stream.controller, isHeard: true }
    current = occupant
    sink.changeLink({ type: 'opened', intentId, runId })
    const reading = readLiveStream({
      ...options,
      ...stream,
      sink: {
        receive: (facts) => {
          if (occupant.isHeard) sink.receive(facts)
        },
        report: (report) => sink.report(report),
      },
      onRun: (named) => {
        if (occupant.isHeard && intentId !== null)
          sink.changeLink({ type: 'run-named', intentId, runId: named })
      },
    })
    void reading.then((end) => leave(occupant, end))
  }
  return { open, stop }
}
