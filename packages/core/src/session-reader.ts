import type { Fact } from './facts.ts'
import type { Ledger } from './ledger.ts'
import type { Outlook } from './outlook.ts'
import type { Failure, ReadResult, TransportConnection } from './transport.ts'

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

const readWith = async (connection: TransportConnection, outlook: Outlook): Promise<ReadResult> => {
  try {
    return await connection.read(outlook)
  } catch (cause) {
    return { status: 'failed', failure: defectOf(cause) }
  }
}

/** Reads the conversation, one read at a time; who asks meanwhile shares the answer. `true`: the read was complete. */
export const createReader = (port: ReaderPort): (() => Promise<boolean>) => {
  let reading: Promise<boolean> | null = null

  const read = async (): Promise<boolean> => {
    const connection = port.connection()
    if (!connection) return false
    const result = await readWith(connection, port.outlook())
    reading = null
    if (port.connection() === null) return false
    if (result.status === 'failed') port.fail(result.failure)
    else port.take(result)
    return result.status === 'read' && result.problems.length === 0
  }

  return () => {
    if (port.connection() === null) return Promise.resolve(false)
    reading ??= read()
    return reading
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
