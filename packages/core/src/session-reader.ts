import type { Fact } from './facts.ts'
import type { MessageId } from './ids.ts'
import type { Ledger } from './ledger.ts'
import { newestOf, type Outlook } from './outlook.ts'
import type { Failure, ReadRequest, ReadResult, TransportConnection } from './transport.ts'

/** What the reader needs of the session. */
export interface ReaderPort {
  readonly connection: () => TransportConnection | null
  readonly outlook: () => Outlook
  readonly take: (result: Extract<ReadResult, { status: 'read' }>) => void
  readonly fail: (failure: Failure) => void
}

/** A failure that no transport should produce: it rejected where it promised data. */
export const defectOf = (cause: unknown): Failure => ({
  reason: 'unknown-outcome',
  message: `The transport failed in a way it should not (${cause instanceof Error ? cause.message : String(cause)}).`,
  requestId: null,
  retryAfter: null,
  fieldErrors: {},
})

const readWith = async (connection: TransportConnection, request: ReadRequest): Promise<ReadResult> => {
  try {
    return await connection.read(request)
  } catch (cause) {
    return { status: 'failed', failure: defectOf(cause) }
  }
}

/** Up to where the last complete read knew everything. */
type Frontier = Pick<ReadRequest, 'eventsSince' | 'knownMessageId'>

// A stream may tell of a turn while another, or the end of one, has gone by unseen before it.
const requestFrom = (frontier: Frontier, outlook: Outlook): ReadRequest => {
  const { eventsSince: since } = outlook
  const from = frontier.eventsSince
  const eventsSince = from === null || since === null ? null : Math.min(from, since)
  return { attempts: outlook.attempts, eventsSince, knownMessageId: frontier.knownMessageId }
}

const newestEvent = (facts: readonly Fact[]): number | null => {
  let newest: number | null = null
  for (const fact of facts) {
    const at = fact.type === 'event' && fact.event.type !== 'unknown' ? fact.event.at : null
    if (at !== null && (newest === null || at > newest)) newest = at
  }
  return newest
}

const newestMessage = (facts: readonly Fact[]): MessageId | null =>
  newestOf(facts.flatMap((fact) => (fact.type === 'history-message' ? [fact.message] : [])))?.messageId ??
  null

// What the read itself brought, not what is known: a stream is ahead of an old copy that answers a read, and what lies
// between the two would never be read again.
const frontierBehind = (facts: readonly Fact[], known: Frontier): Frontier => ({
  eventsSince: newestEvent(facts) ?? known.eventsSince,
  knownMessageId: newestMessage(facts) ?? known.knownMessageId,
})

/** Says, when it is done, whether the read was complete. */
export interface Reader {
  /** Reads; who asks while a read is under way shares its answer. */
  read(): Promise<boolean>
  /** Reads after now: an answer that is on its way already may be older than what is looked for. */
  readAnew(): Promise<boolean>
}

/** Reads the conversation, one read at a time. */
export const createReader = (port: ReaderPort): Reader => {
  let reading: Promise<boolean> | null = null
  let frontier: Frontier = { eventsSince: null, knownMessageId: null }

  const read = async (): Promise<boolean> => {
    const connection = port.connection()
    if (!connection) return false
    const result = await readWith(connection, requestFrom(frontier, port.outlook()))
    const isComplete = result.status === 'read' && result.problems.length === 0
    reading = null
    if (port.connection() === null) return false
    if (result.status === 'failed') port.fail(result.failure)
    else port.take(result)
    if (isComplete) frontier = frontierBehind(result.facts, frontier)
    return isComplete
  }
  const start = (): Promise<boolean> => {
    if (port.connection() === null) return Promise.resolve(false)
    reading ??= read()
    return reading
  }
  return {
    read: start,
    async readAnew() {
      if (reading) await reading
      return start()
    },
  }
}

const eventTimes = (facts: readonly Fact[]): readonly number[] =>
  facts.flatMap((fact) => (fact.type === 'event' && fact.event.at !== null ? [fact.event.at] : []))

/** Where the backend's events begin, when it said that older ones are gone: the edge that the thread shows. */
export const expiryOf = (
  result: Extract<ReadResult, { status: 'read' }>,
  ledger: Ledger,
): readonly Fact[] => {
  if (!result.isExpired) return []
  const first = Math.min(...eventTimes(result.facts))
  return [{ type: 'events-expired', before: Number.isFinite(first) ? first : ledger.newestAt + 1 }]
}
