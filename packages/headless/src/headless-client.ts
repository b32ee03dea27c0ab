import type { BackendState, ConversationId, RunId } from '@threadwork/core'
import { RequestError } from './failure.ts'
import { createProfile } from './profile.ts'
import { createRequest, type Fetch, type HeaderSource } from './request.ts'
import { createRest, type Result } from './rest.ts'
import { systemClock } from './system-clock.ts'
import { timeOf } from './translate-link.ts'
import { translateState } from './translate.ts'
import { PAGE_SIZE } from './wire-limits.ts'
import type { WireConversation } from './wire-rest.ts'

/** A conversation as the list tells it. Times are server times in milliseconds. */
export interface ConversationSummary {
  readonly id: ConversationId
  readonly topic: string | null
  readonly state: BackendState | null
  readonly createdAt: number | null
  readonly updatedAt: number | null
}

/** `cursor`: gives the next page; `null` after the last. */
export interface ConversationSummaryPage {
  readonly conversations: readonly ConversationSummary[]
  readonly totalCount: number | null
  readonly cursor: string | null
}

export interface HeadlessClientOptions {
  readonly url: string
  readonly fetch?: Fetch
  readonly headers?: HeaderSource
  /** Renews an ended sign-in; `true` when the read that met it is to be sent once more. */
  readonly refresh?: () => Promise<boolean>
}

export interface PageRequest {
  readonly cursor?: string | null
  readonly limit?: number
}

/** What lies around a conversation. Every call rejects with a `RequestError` that carries the failure. */
export interface HeadlessClient {
  listConversations(page?: PageRequest): Promise<ConversationSummaryPage>
  getConversation(id: ConversationId): Promise<ConversationSummary>
  createConversation(): Promise<ConversationId>
  deleteConversation(id: ConversationId): Promise<void>
  giveFeedback(
    id: ConversationId,
    runId: RunId,
    reaction: 'positive' | 'negative',
    comment?: string,
  ): Promise<void>
  /** Gives the file's id. At most `MAX_FILE_BYTES`. */
  uploadFile(id: ConversationId, file: Blob, name: string): Promise<string>
}

const valueOf = <Value>(result: Result<Value>): Value => {
  if (result.type === 'failed') throw new RequestError(result.failure)
  return result.value
}

const conversationIdOf = (id: string): ConversationId => id as ConversationId // the wire's id becomes ours

const summaryOf = (wire: WireConversation): ConversationSummary => ({
  id: conversationIdOf(wire.conversation_id),
  topic: wire.topic ?? null,
  state: translateState(wire.state),
  createdAt: timeOf(wire.created_at),
  updatedAt: timeOf(wire.updated_at),
})

const TIMEOUT_MS = 30_000

/** A client for what a transport does not do: the list of conversations, feedback, files. */
export const createHeadlessClient = (options: HeadlessClientOptions): HeadlessClient => {
  const request = createRequest({
    url: options.url,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    headers: options.headers ?? {},
    refresh: options.refresh ?? null,
    clock: systemClock,
    timeoutMs: TIMEOUT_MS,
    signal: null,
    profile: createProfile(),
    report: () => {},
  })
  const rest = createRest(request)
  return {
    listConversations: async (page = {}) => {
      const wire = valueOf(await rest.listConversations(page.cursor ?? null, page.limit ?? PAGE_SIZE))
      return {
        conversations: wire.list.map(summaryOf),
        totalCount: wire.total_count ?? null,
        cursor: wire.cursor ?? null,
      }
    },
    getConversation: async (id) => summaryOf(valueOf(await rest.readConversation(id))),
    createConversation: async () => conversationIdOf(valueOf(await rest.createConversation())),
    deleteConversation: async (id) => {
      valueOf(await rest.deleteConversation(id))
    },
    giveFeedback: async (id, runId, reaction, comment) => {
      valueOf(await rest.giveFeedback(id, runId, { reaction, ...(comment ? { comment } : {}) }))
    },
    uploadFile: async (id, file, name) => valueOf(await rest.uploadFile(id, file, name)),
  }
}
