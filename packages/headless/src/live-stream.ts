import type { Clock, Failure, RunId, StreamEndReason, Timer, TransportSink } from '@threadwork/core'
import { ThreadworkError } from '@threadwork/core'
import type { Fact } from '@threadwork/core'
import { readEventStream, type StreamEvent } from './event-stream.ts'
import { createFailure, failureOfNetwork } from './failure.ts'
import type { LearningProfile } from './profile.ts'
import { translateEvent, type Translation } from './translate.ts'
import { decodeEvent } from './wire-decode-event.ts'
import { isRecord, unwrap } from './wire-read.ts'

/** How an open stream came to its end. */
export interface StreamEnd {
  readonly reason: StreamEndReason
  /** Milliseconds, from `system.stream_interrupted`. */
  readonly retryAfter: number | null
  readonly failure: Failure | null
}

export interface LiveStreamOptions {
  readonly body: ReadableStream<Uint8Array>
  /** Ends the stream: the caller aborts it. */
  readonly controller: AbortController
  readonly clock: Clock
  readonly idleMs: number
  readonly maxEventBytes: number
  readonly lastEventId: string | null
  readonly profile: LearningProfile
  readonly sink: Pick<TransportSink, 'receive' | 'report'>
  /** Called once, with the first run that an event names, before that event's facts are received. */
  readonly onRun: (runId: RunId) => void
}

/** A stream that stays open behind the end of its turn holds a connection for nothing; late events come sooner. */
const LINGER_MS = 2_000

interface Reading {
  runId: RunId | null
  isFinished: boolean
  hasConnectionPaused: boolean
  lastEventId: string
  malformed: number
  end: StreamEnd | null
}

const endOf = (reason: StreamEndReason, details: Partial<StreamEnd> = {}): StreamEnd => ({
  reason,
  retryAfter: null,
  failure: null,
  ...details,
})

const parseEvent = (event: StreamEvent, reading: Reading, options: LiveStreamOptions): Translation | null => {
  let data: unknown
  try {
    data = JSON.parse(event.data)
  } catch {
    return skip(event, 'the data is not JSON', reading, options)
  }
  const inData = unwrap(data)
  const hasType = isRecord(inData) && typeof inData['type'] === 'string'
  options.profile.learn({ type: 'event-named', inLine: event.type !== 'message', inData: hasType })
  const decoded = decodeEvent(event.type, data)
  // An id line belongs to its own block; the stream's last id stays behind blocks that have none.
  const ownId = event.lastEventId === reading.lastEventId ? null : event.lastEventId || null
  reading.lastEventId = event.lastEventId
  if (decoded.type === 'unknown' && decoded.problem) skip(event, decoded.problem, reading, options)
  const { report } = options.sink
  const known = decoded.type === 'unknown' ? 'ignored' : 'event'
  const type = decoded.type === 'system.ping' ? 'ping' : known
  const name = decoded.type === 'unknown' ? decoded.name : decoded.type
  const detail = decoded.seq_num ? `seq ${decoded.seq_num}` : ''
  const said = translateEvent(decoded.event_id || !ownId ? decoded : { ...decoded, event_id: ownId })
  const heard = { payload: data, facts: factsOf(said) }
  if (said.type !== 'interrupted') report({ type, name, detail, bytes: event.data.length, heard })
  return said
}

const factsOf = (said: Translation): readonly Fact[] =>
  said.type === 'fact' ? [{ type: 'event', event: said.event }] : []

const skip = (event: StreamEvent, problem: string, reading: Reading, options: LiveStreamOptions): null => {
  reading.malformed += 1
  const detail = `${problem}; ${reading.malformed} on this stream`
  options.sink.report({ type: 'malformed', name: event.type, detail, bytes: event.data.length })
  return null
}

const followConnection = (
  event: Extract<Translation, { type: 'fact' }>['event'],
  reading: Reading,
  profile: LearningProfile,
): void => {
  if (event.type === 'connection-required') reading.hasConnectionPaused = true
  else if (reading.hasConnectionPaused && event.type !== 'unknown' && event.runId === reading.runId)
    profile.learn({ type: 'after-connection', resumes: true })
}

const take = (translation: Translation, reading: Reading, options: LiveStreamOptions): Fact | null => {
  const { report } = options.sink
  if (translation.type === 'ping') return null
  if (translation.type === 'interrupted') {
    const { retryAfter, reason } = translation
    report({ type: 'interrupted', name: 'system.stream_interrupted', detail: reason ?? '', bytes: null })
    if (reading.hasConnectionPaused) options.profile.learn({ type: 'after-connection', resumes: false })
    reading.end = endOf('interrupted', { retryAfter })
    return null
  }
  const { event, problems } = translation
  for (const detail of problems) report({ type: 'problem', name: event.type, detail, bytes: null })
  if (event.type === 'turn-started') reading.isFinished = false
  if (event.type === 'turn-ended') reading.isFinished = true
  if (reading.runId === null && event.runId !== null) {
    reading.runId = event.runId
    options.onRun(event.runId)
  }
  followConnection(event, reading, options.profile)
  return { type: 'event', event }
}

const failedEnd = (error: unknown): StreamEnd => {
  const isTooLarge = error instanceof ThreadworkError && error.code === 'event-too-large'
  const failure = isTooLarge
    ? createFailure('protocol-error', { message: error.message })
    : failureOfNetwork(error, true)
  return endOf('error', { failure })
}

/** Reads an open stream to its end and hands the facts of each network chunk on at once. Never rejects. */
export const readLiveStream = async (options: LiveStreamOptions): Promise<StreamEnd> => {
  const { body, controller, clock, sink, idleMs, maxEventBytes } = options
  const lastEventId = options.lastEventId ?? ''
  const reading: Reading = {
    runId: null,
    isFinished: false,
    hasConnectionPaused: false,
    lastEventId,
    malformed: 0,
    end: null,
  }
  const stop = (reason: StreamEndReason) => (): void => {
    reading.end ??= endOf(reason)
    controller.abort()
  }
  let idle: Timer = clock.after(idleMs, stop('idle'))
  let linger: Timer | null = null
  try {
    const stream = readEventStream(body, { maxEventBytes, lastEventId, signal: controller.signal })
    for await (const events of stream.chunks()) {
      idle.cancel()
      idle = clock.after(idleMs, stop('idle'))
      const facts = events
        .map((event) => parseEvent(event, reading, options))
        .flatMap((translation) => (translation && take(translation, reading, options)) ?? [])
      if (facts.length > 0) sink.receive(facts)
      if (reading.end) break
      if (!reading.isFinished) linger?.cancel()
      linger = reading.isFinished ? (linger ?? clock.after(LINGER_MS, stop('finished'))) : null
    }
  } catch (error) {
    if (!controller.signal.aborted) reading.end ??= failedEnd(error)
  } finally {
    idle.cancel()
    linger?.cancel()
  }
  if (reading.isFinished) return endOf('finished')
  return reading.end ?? endOf(controller.signal.aborted ? 'aborted' : 'eof')
}
