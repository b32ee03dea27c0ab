import type { Failure } from '@threadwork/core'
import { createFailure } from './failure.ts'
import { readEvents, type EventPaging, type EventsRead } from './read-events.ts'
import type { Answer, Call, Request } from './request.ts'
import {
  decodeConversation,
  decodeConversationPage,
  decodeEventPage,
  decodeLink,
  decodeMessagePage,
} from './wire-decode-rest.ts'
import { PAGE_SIZE } from './wire-limits.ts'
import { isRecord, readId, unwrap } from './wire-read.ts'
import type {
  WireConversation,
  WireConversationPage,
  WireFeedback,
  WireLink,
  WireMessage,
  WireMessagePage,
  WireResolution,
} from './wire-rest.ts'

/** What a call brought, or why it did not. `status`: of the answer, 0 without one. */
export type Result<Value> =
  | { readonly type: 'value'; readonly value: Value }
  | { readonly type: 'failed'; readonly status: number; readonly failure: Failure }

/** The pages of a history, newest first; `failure`: why it ended early, with what came until then. */
export interface MessagesRead {
  readonly messages: readonly WireMessage[]
  readonly failure: Failure | null
}

/** A decision about one call. The headers are ours: a server that does not know them leaves them unread. */
export interface SentDecision {
  readonly scope: 'skill' | 'business'
  readonly callId: string
  readonly body: WireResolution
  readonly headers: Readonly<Record<string, string>>
}

export interface LinkAnswer {
  readonly link: WireLink
  readonly answeredAt: number | null
}

/** How a file goes to the server. */
export type UploadWay = Pick<Call, 'fetch' | 'signal' | 'timeoutMs'>

/** Every call of the Headless API but the stream of a message, each sent once. None rejects. */
export interface Rest {
  listConversations(cursor: string | null, limit: number): Promise<Result<WireConversationPage>>
  createConversation(): Promise<Result<string>>
  readConversation(id: string): Promise<Result<WireConversation>>
  deleteConversation(id: string): Promise<Result<null>>
  /** Newest first, page by page, up to the page that holds `knownId`. */
  readMessages(id: string, knownId: string | null): Promise<MessagesRead>
  /** Oldest first from a time on (ISO 8601, inclusive), each event once. */
  readEvents(id: string, since: string | null): Promise<EventsRead>
  /** An attempt's link, and the server's time as it answered (milliseconds; `null` where it did not say). */
  readLink(attemptId: string): Promise<Result<LinkAnswer>>
  rejectConnection(attemptId: string): Promise<Result<null>>
  decide(id: string, decision: SentDecision): Promise<Result<null>>
  giveFeedback(id: string, runId: string, body: WireFeedback): Promise<Result<null>>
  /** Gives the file's id, for a message that carries it. `way`: what differs from other calls. */
  uploadFile(id: string, file: Blob, name: string, way?: UploadWay): Promise<Result<string>>
  /** The workflow calls of this wire: `resume-workflow`, `retry-step`, `cancel-workflow`. */
  callWorkflow(name: string, body: object): Promise<Result<null>>
}

const segment = encodeURIComponent

const resultOf = <Value>(answer: Answer, decode: (body: unknown) => Value | null): Result<Value> => {
  if (answer.type === 'failed') return answer
  const value = decode(answer.body)
  if (value !== null) return { type: 'value', value }
  const requestId = answer.response.headers.get('X-Request-Id')
  const failure = createFailure('protocol-error', { requestId })
  return { type: 'failed', status: answer.response.status, failure }
}

const nothingOf = (answer: Answer): Result<null> =>
  answer.type === 'failed' ? answer : { type: 'value', value: null }

const dateOf = (answer: Answer): number | null => {
  const date = answer.type === 'answered' ? Date.parse(answer.response.headers.get('Date') ?? '') : NaN
  return Number.isFinite(date) ? date : null
}

const idAt =
  (...keys: readonly string[]) =>
  (body: unknown): string | null => {
    const record = unwrap(body)
    if (!isRecord(record)) return null
    return keys.map((key) => readId(record[key])).find((id) => id !== null) ?? null
  }

const readMessages = async (
  readPage: (cursor: string | null) => Promise<Result<WireMessagePage>>,
  knownId: string | null,
): Promise<MessagesRead> => {
  const messages: WireMessage[] = []
  const cursors = new Set<string>()
  for (let cursor: string | null = null; ;) {
    const page = await readPage(cursor)
    if (page.type === 'failed') return { messages, failure: page.failure }
    messages.push(...page.value.messages)
    cursor = page.value.cursor ?? null
    // A cursor that comes again would lead round in a circle.
    const isEnd = cursor === null || cursors.has(cursor) || page.value.messages.length === 0
    if (isEnd || page.value.messages.some((message) => message.message_id === knownId))
      return { messages, failure: null }
    if (cursor !== null) cursors.add(cursor)
  }
}

/** The calls of one server over `request`. */
export const createRest = (request: Request, paging: EventPaging = {}): Rest => {
  const get = (path: string, query: Readonly<Record<string, string | number | null>> = {}) =>
    request({ method: 'GET', path, query, isRead: true, accept: 'json' })
  const post = (path: string, body: object) =>
    request({ method: 'POST', path, body, isRead: false, accept: 'json' })

  return {
    listConversations: async (cursor, limit) =>
      resultOf(await get('/conversations', { limit, cursor }), decodeConversationPage),
    createConversation: async () => resultOf(await post('/conversations', {}), idAt('conversation_id', 'id')),
    readConversation: async (id) => resultOf(await get(`/conversations/${segment(id)}`), decodeConversation),
    deleteConversation: async (id) =>
      nothingOf(
        await request({
          method: 'DELETE',
          path: `/conversations/${segment(id)}`,
          isRead: false,
          accept: 'json',
        }),
      ),
    readMessages: (id, knownId) =>
      readMessages(async (cursor) => {
        const answer = await get(`/conversations/${segment(id)}/messages`, { limit: PAGE_SIZE, cursor })
        return resultOf(answer, decodeMessagePage)
      }, knownId),
    readEvents: (id, since) =>
      readEvents(
        async (from, limit) => {
          const query = { conversation_id: id, since_created_at: from, limit }
          const page = resultOf(await get('/conversations/events', query), decodeEventPage)
          return page.type === 'value' ? page.value : page.failure
        },
        since,
        paging,
      ),
    readLink: async (attemptId) => {
      const path = `/runtime_connection/${segment(attemptId)}/link`
      // A POST that only asks: it may be sent again.
      const answer = await request({ method: 'POST', path, body: {}, isRead: true, accept: 'json' })
      return resultOf(answer, (body) => ({ link: decodeLink(body), answeredAt: dateOf(answer) }))
    },
    rejectConnection: async (attemptId) =>
      nothingOf(await post(`/runtime_connection/${segment(attemptId)}/reject`, {})),
    decide: async (id, { scope, callId, body, headers }) => {
      const path = `/conversations/${segment(id)}/${scope}_approval/${segment(callId)}`
      return nothingOf(await request({ method: 'POST', path, body, headers, isRead: false, accept: 'json' }))
    },
    giveFeedback: async (id, runId, body) =>
      nothingOf(await post(`/conversations/${segment(id)}/genie-runs/${segment(runId)}/feedback`, body)),
    uploadFile: async (id, file, name, way = {}) => {
      const body = new FormData()
      body.append('file', file, name)
      const path = `/conversations/${segment(id)}/upload`
      // A file that no message names does no harm.
      const call = { method: 'POST', path, body, isRead: false, isHarmless: true, accept: 'json' } as const
      return resultOf(await request({ ...call, ...way }), idAt('file_id', 'id'))
    },
    callWorkflow: async (name, body) => nothingOf(await post(`/${name}`, body)),
  }
}
