import type { AttemptId, AuthLink, Fact, Failure, ReadRequest, ReadResult } from '@threadwork/core'
import type { LearningProfile } from './profile.ts'
import type { EventsRead } from './read-events.ts'
import type { MessagesRead, Rest, Result } from './rest.ts'
import { timeOf, translateLink } from './translate-link.ts'
import { translateConversation, translateEvent, translateHistory } from './translate.ts'
import { orderHistory } from './wire-decode-rest.ts'
import type { WireEvent, WireEventName } from './wire-event.ts'
import { EVENT_RETENTION_MS } from './wire-limits.ts'
import type { WireConversation, WireMessage } from './wire-rest.ts'

/** What a recovery read leans on. */
export interface RecoveryReader {
  readonly rest: Rest
  readonly profile: LearningProfile
  /** The link that an attempt's own event brought, for servers without a link endpoint. */
  readonly knownLink: (attemptId: AttemptId) => AuthLink | null
  /** When the server first told of an address on this connection: a poll that repeats it is then no news. */
  readonly firstTold: (url: string, at: number | null) => number | null
}

const factsOfEvents = (events: readonly WireEvent[]): readonly Fact[] =>
  events.flatMap((event): readonly Fact[] => {
    const translation = translateEvent(event)
    return translation.type === 'fact' ? [{ type: 'event', event: translation.event }] : []
  })

// History and events stand in stores of their own, whose clocks differ a little.
const SKEW_MS = 60_000

const isServed = (name: string): name is WireEventName => name !== 'unknown'

/**
 * Whether the server has let go of events that this read would have brought: an agent's message is older than the
 * oldest event, or the time asked for lies further back than events are kept. Server times only.
 */
const isExpired = (
  request: ReadRequest,
  events: readonly WireEvent[],
  messages: readonly WireMessage[],
  conversation: WireConversation | null,
): boolean => {
  const newest = messages.reduce(
    (latest, message) => Math.max(latest, timeOf(message.created_at) ?? 0),
    timeOf(conversation?.updated_at) ?? 0,
  )
  if (request.eventsSince !== null) return newest - request.eventsSince > EVENT_RETENTION_MS
  const oldestEvent = events.reduce(
    (oldest, event) => Math.min(oldest, timeOf(event.created_at) ?? oldest),
    Infinity,
  )
  return messages.some(
    (message) =>
      message.source === 'genie' && (timeOf(message.created_at) ?? Infinity) < oldestEvent - SKEW_MS,
  )
}

type LinkRead = { readonly facts: readonly Fact[]; readonly failure: Failure | null }

/** Reads an attempt's link; where the server has no such endpoint, says what its event said. */
export const readLink = async (reader: RecoveryReader, attemptId: AttemptId): Promise<LinkRead> => {
  const { rest, profile, knownLink } = reader
  const fallBack = (): LinkRead => {
    const link = knownLink(attemptId)
    const connection = { attemptId, status: 'auth-required', link } as const
    return { facts: link ? [{ type: 'connection', connection }] : [], failure: null }
  }
  if (profile.get().hasLinkEndpoint === false) return fallBack()
  const read = await rest.readLink(attemptId)
  if (read.type === 'value') {
    profile.learn({ type: 'link-endpoint', exists: true })
    const { link, answeredAt } = read.value
    const toldAt = link.auth_link ? reader.firstTold(link.auth_link.url, answeredAt) : null
    return { facts: [translateLink(attemptId, link, toldAt)], failure: null }
  }
  if (read.status !== 404 && read.status !== 405) return { facts: [], failure: read.failure }
  profile.learn({ type: 'link-endpoint', exists: false })
  return fallBack()
}

const failuresOf = (
  conversation: Result<WireConversation>,
  messages: MessagesRead,
  events: EventsRead,
): readonly Failure[] =>
  [conversation.type === 'failed' ? conversation.failure : null, messages.failure, events.failure].filter(
    (failure) => failure !== null,
  )

/**
 * One recovery fetch: state, history, events and links at once. It fails when neither the conversation nor its
 * history can be read and the conversation is gone, or when nothing at all can; else what came is told.
 */
export const readConversationFacts = async (
  reader: RecoveryReader,
  id: string,
  request: ReadRequest,
): Promise<ReadResult> => {
  const { rest, profile } = reader
  const since = request.eventsSince === null ? null : new Date(request.eventsSince).toISOString()
  const [conversation, messages, events, links] = await Promise.all([
    rest.readConversation(id),
    rest.readMessages(id, request.knownMessageId),
    rest.readEvents(id, since),
    Promise.all(request.attempts.map((attempt) => readLink(reader, attempt))),
  ])
  const failures = failuresOf(conversation, messages, events)
  const isGone = conversation.type === 'failed' && conversation.status === 404 && messages.failure !== null
  const [first] = failures
  if (first && (isGone || failures.length === 3)) return { status: 'failed', failure: first }

  const known = conversation.type === 'value' ? conversation.value : null
  if (known?.state) profile.learn({ type: 'state', state: known.state })
  profile.learn({ type: 'persisted', names: events.events.map((event) => event.type).filter(isServed) })
  return {
    status: 'read',
    facts: [
      ...translateHistory(orderHistory(messages.messages)),
      ...factsOfEvents(events.events),
      ...links.flatMap((link) => link.facts),
      ...(known ? translateConversation(known) : []),
    ],
    isExpired: events.failure === null && isExpired(request, events.events, messages.messages, known),
    problems: [...failures, ...links.flatMap((link) => link.failure ?? [])],
  }
}
