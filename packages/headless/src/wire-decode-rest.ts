import { decodeAuthLink, decodeEvent } from './wire-decode-event.ts'
import type {
  WireAttachment,
  WireBodyForm,
  WireConversation,
  WireConversationPage,
  WireEventPage,
  WireLink,
  WireMessage,
  WireMessagePage,
  WireProblem,
  WireState,
} from './wire-rest.ts'
import { isRecord, isWrapped, readId, readList, readNumber, readText, readTextOf } from './wire-read.ts'
import { readTime, unwrap, type JsonRecord } from './wire-read.ts'

const STATES: readonly WireState[] = ['idle', 'ai_running', 'skill_processing', 'awaiting_approval']

const bodyOf = (value: unknown): JsonRecord => {
  const body = unwrap(value)
  return isRecord(body) ? body : {}
}

// Seen under three names, and as the bare list.
const listOf = (value: unknown, ...keys: readonly string[]): readonly unknown[] => {
  const body = unwrap(value)
  if (Array.isArray(body)) return body
  const key = isRecord(body) ? keys.find((name) => Array.isArray(body[name])) : undefined
  return isRecord(body) && key !== undefined ? readList(body[key]) : []
}

const cursorOf = (body: JsonRecord): string | null => readId(body['cursor']) ?? readId(body['next_cursor'])

/** Which envelope a body came in. */
export const bodyFormOf = (value: unknown): WireBodyForm => (isWrapped(value) ? 'result' : 'bare')

/** Decodes a conversation; `null` when it does not say its id. Total. */
export const decodeConversation = (value: unknown): WireConversation | null => {
  const body = bodyOf(value)
  const id = readId(body['conversation_id']) ?? readId(body['id'])
  if (id === null) return null
  const last = body['last_event']
  return {
    conversation_id: id,
    topic: readText(body['topic']) ?? readText(body['title']),
    state: STATES.find((state) => state === body['state']) ?? null,
    last_event: isRecord(last) ? readText(last['type']) : readText(last),
    created_at: readTime(body['created_at']),
    updated_at: readTime(body['updated_at']),
  }
}

/** Decodes a page of conversations. Total: rows without an id are left out. */
export const decodeConversationPage = (value: unknown): WireConversationPage => {
  const body = bodyOf(value)
  return {
    list: listOf(value, 'list', 'conversations').flatMap((row) => decodeConversation(row) ?? []),
    total_count: readNumber(body['total_count']),
    cursor: cursorOf(body),
  }
}

const decodeMessage = (value: unknown): WireMessage | null => {
  if (!isRecord(value)) return null
  const id = readId(value['message_id']) ?? readId(value['id'])
  if (id === null) return null
  return {
    message_id: id,
    source: value['source'] === 'user' || value['role'] === 'user' ? 'user' : 'genie',
    content: readTextOf(value['content']) ?? readTextOf(value['message']) ?? '',
    genie_run_id: readId(value['genie_run_id']),
    created_at: readTime(value['created_at']),
    revision: readNumber(value['revision']),
    client_message_id: readId(value['client_message_id']),
    ...attachmentsOf(value),
    ...offerOf(value),
  }
}

const decodeAttachment = (value: unknown): WireAttachment | null => {
  if (!isRecord(value)) return null
  const id = readId(value['file_id']) ?? readId(value['id'])
  if (id === null) return null
  return {
    file_id: id,
    name: readText(value['name']) ?? readText(value['file_name']),
    media_type: readText(value['media_type']) ?? readText(value['content_type']),
    size: readNumber(value['size']),
  }
}

// Left out where the server says nothing: that is not the same as “no files”.
const attachmentsOf = (message: JsonRecord): Pick<WireMessage, 'attachments'> => {
  const told = message['attachments']
  return Array.isArray(told) ? { attachments: told.flatMap((row) => decodeAttachment(row) ?? []) } : {}
}

// Likewise.
const offerOf = (message: JsonRecord): Pick<WireMessage, 'actions' | 'judged_by'> => {
  const judge = readText(message['judged_by'])
  return {
    ...(Array.isArray(message['actions']) ? { actions: message['actions'] } : {}),
    ...(judge === null ? {} : { judged_by: judge }),
  }
}

/** Decodes a page of messages, newest first as it came. Total: rows without an id are left out. */
export const decodeMessagePage = (value: unknown): WireMessagePage => {
  const body = bodyOf(value)
  return {
    messages: listOf(value, 'messages', 'list').flatMap((row) => decodeMessage(row) ?? []),
    total_count: readNumber(body['total_count']),
    cursor: cursorOf(body),
  }
}

/** Turns messages that came newest first round to a history: oldest first, each once, its newest copy. */
export const orderHistory = (messages: readonly WireMessage[]): readonly WireMessage[] => {
  const byId = new Map<string, WireMessage>()
  for (const message of messages) if (!byId.has(message.message_id)) byId.set(message.message_id, message)
  return [...byId.values()].toReversed()
}

/** Decodes message pages, the newest page first, to one history: oldest first, each message once. Total. */
export const decodeHistory = (pages: readonly unknown[]): readonly WireMessage[] =>
  orderHistory(pages.flatMap((page) => decodeMessagePage(page).messages))

/** Decodes a page of events, oldest first as it came. Total. */
export const decodeEventPage = (value: unknown): WireEventPage => ({
  events: listOf(value, 'events', 'list').map((row) => decodeEvent(null, row)),
  next_since_created_at: readTime(bodyOf(value)['next_since_created_at']),
})

const LINK_STATUS: Readonly<Record<string, WireLink['status']>> = {
  authorized: 'authorized',
  failed: 'failed',
  auth_failed: 'failed',
  rejected: 'skipped',
  skipped: 'skipped',
}

/** Decodes the state of a connection attempt; a word that is not known counts as `auth_required`. Total. */
export const decodeLink = (value: unknown): WireLink => {
  const body = bodyOf(value)
  const status = readText(body['status']) ?? ''
  return {
    status: (Object.hasOwn(LINK_STATUS, status) ? LINK_STATUS[status] : undefined) ?? 'auth_required',
    auth_link: decodeAuthLink(body['auth_link']),
  }
}

const decodeFieldErrors = (value: unknown): Readonly<Record<string, readonly string[]>> => {
  if (!isRecord(value)) return {}
  const rows = Object.entries(value).map(([key, texts]): [string, readonly string[]] => [
    key,
    (Array.isArray(texts) ? texts : [texts]).flatMap((text) => readTextOf(text) ?? []),
  ])
  return Object.fromEntries(rows.filter(([, texts]) => texts.length > 0))
}

/** Decodes the body of an answer of 400 or more, problem+json included. Total. */
export const decodeProblem = (value: unknown): WireProblem => {
  const body = bodyOf(value)
  const error = body['error']
  const code = readId(body['error_code']) ?? readId(body['code'])
  return {
    error_code: code ?? (isRecord(error) ? (readId(error['code']) ?? readId(error['error_code'])) : null),
    message: readTextOf(body),
    errors: decodeFieldErrors(body['errors']),
  }
}
