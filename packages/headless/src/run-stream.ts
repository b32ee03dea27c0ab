import type {
  Command,
  ConversationId,
  Failure,
  IntentId,
  Outcome,
  RunId,
  TransportSink,
} from '@threadwork/core'
import { createFailure } from './failure.ts'
import type { LearningProfile } from './profile.ts'
import { isEventStream, type Request } from './request.ts'
import type { StreamSlot } from './stream-slot.ts'
import { isRecord, readId, unwrap } from './wire-read.ts'
import type { WireSendMessage } from './wire-rest.ts'

export interface RunStreamOptions {
  readonly conversationId: ConversationId
  readonly request: Request
  readonly profile: LearningProfile
  readonly slot: StreamSlot
  readonly sink: TransportSink
}

export type SentMessage = Extract<Command, { readonly type: 'send-message' }>

// The wire has room for one file.
const bodyOf = ({ text, attachments = [] }: SentMessage): WireSendMessage => {
  const [file] = attachments
  return { message: text, ...(file ? { file_id: file.fileId } : {}), stream: true }
}

/** The two requests that a stream answers. */
export interface RunStreams {
  /** Sends a message once; accepted as soon as its stream is open. */
  readonly send: (message: SentMessage, intentId: IntentId) => Promise<Outcome>
  /** Opens a run's stream again behind an event; `false` where the server cannot. */
  readonly resume: (runId: RunId, lastEventId: string | null) => Promise<boolean>
  /** Ends the open stream, and keeps those that are on their way from being listened to. */
  readonly stop: () => void
}

const wrongType = (response: Response): Failure => {
  const type = response.headers.get('Content-Type')?.split(';')[0] ?? 'no content type'
  return createFailure('protocol-error', {
    message:
      `The server answered with ${type} where an event stream belongs, so the reply cannot be read and the ` +
      'message may not have arrived. Look at the conversation before you send it again, and check that the ' +
      'address leads to the Headless API.',
    requestId: response.headers.get('X-Request-Id'),
  })
}

const runIdIn = (body: unknown): RunId | null => {
  const record = unwrap(body)
  return isRecord(record) ? (readId(record['genie_run_id']) as RunId | null) : null // the wire's id becomes ours
}

/** Opens the streams of one conversation's runs in a slot. */
export const createRunStreams = (options: RunStreamOptions): RunStreams => {
  const { request, profile, slot, sink } = options
  const path = `/conversations/${encodeURIComponent(options.conversationId)}`
  let stops = 0

  // A server that does not stream has the message all the same, when it names the run: the session reads the rest.
  const acceptUnstreamed = (response: Response, body: unknown, intentId: IntentId): Outcome => {
    const runId = runIdIn(body)
    const failure = wrongType(response)
    sink.report({ type: 'problem', name: 'wrong-content-type', detail: failure.message, bytes: null })
    if (runId === null) return { status: 'failed', failure }
    sink.changeLink({ type: 'opened', intentId, runId })
    sink.changeLink({ type: 'ended', reason: 'eof', retryAfter: null, failure: null })
    return { status: 'accepted', runId }
  }

  const send = async (message: SentMessage, intentId: IntentId): Promise<Outcome> => {
    const controller = new AbortController()
    const stopsBefore = stops
    const answer = await request({
      method: 'POST',
      path: `${path}/messages`,
      body: bodyOf(message),
      isRead: false,
      accept: 'stream',
      signal: controller.signal,
    })
    if (answer.type === 'failed') return { status: 'failed', failure: answer.failure }
    const { response } = answer
    if (!isEventStream(response) || !response.body) return acceptUnstreamed(response, answer.body, intentId)
    slot.open({ body: response.body, controller, intentId, runId: null, lastEventId: null })
    if (stops !== stopsBefore) slot.stop()
    return { status: 'accepted', runId: null }
  }

  const resume = async (runId: RunId, lastEventId: string | null): Promise<boolean> => {
    if (profile.get().canResumeRun === false) return false
    const controller = new AbortController()
    const stopsBefore = stops
    const answer = await request({
      method: 'GET',
      path: `${path}/genie-runs/${encodeURIComponent(runId)}`,
      headers: lastEventId === null ? {} : { 'Last-Event-ID': lastEventId },
      isRead: true,
      accept: 'stream',
      signal: controller.signal,
    })
    if (answer.type === 'failed') {
      if ([404, 405, 501].includes(answer.status)) profile.learn({ type: 'run-resumed', exists: false })
      return false
    }
    const { body } = answer.response
    if (!isEventStream(answer.response) || !body || stops !== stopsBefore) {
      controller.abort()
      return false
    }
    profile.learn({ type: 'run-resumed', exists: true })
    slot.open({ body, controller, intentId: null, runId, lastEventId })
    return true
  }

  const stop = (): void => {
    stops += 1
    slot.stop()
  }
  return { send, resume, stop }
}
