import type { Command, ConversationId, Failure, IntentId, Outcome } from '@threadwork/core'
import { commandRequest } from './command-request.ts'
import { failureFor } from './failure.ts'
import { settleWithin } from './settle-within.ts'
import { sendRequest, type RequestOptions } from './request.ts'
import { decodeHistory, type HeardHistory } from './wire-history.ts'

/** Reads a conversation's history by other means; resolves to the wire's `{messages, activeWorkflow}`. */
export type ReadHistory = (conversationId: string, signal: AbortSignal) => Promise<unknown>

export interface RestOptions extends RequestOptions {
  /** The base of the paths, such as `/api/chat`. */
  readonly url: string
  /** The history's address, or a function that reads it. */
  readonly history: string | ReadHistory
}

export type HistoryRead =
  | { readonly status: 'read'; readonly history: HeardHistory }
  | { readonly status: 'failed'; readonly failure: Failure }

/** The chat's REST side for one conversation. It never rejects, and sends nothing twice. */
export interface Rest {
  submit(command: Command, intentId: IntentId): Promise<Outcome>
  readHistory(): Promise<HistoryRead>
  /** Aborts what is under way and refuses what comes later. */
  close(): void
}

export function createRest(conversationId: ConversationId, options: RestOptions): Rest {
  const closing = new AbortController()
  return {
    submit: async (command, intentId) => {
      const request = commandRequest(command, conversationId, intentId)
      if (request === null) return { status: 'failed', failure: failureFor(command.type, 'unsupported') }
      const url = `${options.url}/${request.path}`
      const ask = { asked: command.type, method: 'POST', url, body: request.body } as const
      const answer = await sendRequest(ask, options, closing.signal)
      return answer.status === 'ok' ? { status: 'accepted', runId: null } : answer
    },
    readHistory: () =>
      typeof options.history === 'string'
        ? fetchHistory(options.history, conversationId, options, closing.signal)
        : callHistory(options.history, conversationId, options, closing.signal),
    close: () => closing.abort(),
  }
}

async function fetchHistory(
  address: string,
  conversationId: ConversationId,
  options: RestOptions,
  closing: AbortSignal,
): Promise<HistoryRead> {
  const separator = address.includes('?') ? '&' : '?'
  const url = `${address}${separator}conversationId=${encodeURIComponent(conversationId)}`
  const answer = await sendRequest({ asked: 'history', method: 'GET', url }, options, closing)
  return answer.status === 'ok' ? readOf(answer.body, answer.requestId) : answer
}

async function callHistory(
  read: ReadHistory,
  conversationId: ConversationId,
  options: RestOptions,
  closing: AbortSignal,
): Promise<HistoryRead> {
  try {
    const body = await settleWithin(options.timeout, options.clock, read(conversationId, closing))
    return readOf(body, null)
  } catch {
    return { status: 'failed', failure: failureFor('history', 'unreachable') }
  }
}

function readOf(body: unknown, requestId: string | null): HistoryRead {
  const history = decodeHistory(body)
  return history === null
    ? { status: 'failed', failure: failureFor('history', 'protocol-error', requestId) }
    : { status: 'read', history }
}
