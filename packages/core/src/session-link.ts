import type { AuthLink } from './events.ts'
import type { Fact } from './facts.ts'
import type { AttemptId } from './ids.ts'
import { defectOf } from './session-reader.ts'
import type { Failure, ReadResult, TransportConnection } from './transport.ts'

/** What a renewal needs of the session. */
export interface LinkPort {
  readonly connection: () => TransportConnection | null
  readonly take: (facts: readonly Fact[]) => void
  readonly fail: (failure: Failure) => void
}

const linkIn = (result: ReadResult, attemptId: AttemptId): AuthLink | null => {
  const facts = result.status === 'read' ? result.facts : []
  const read = facts.find((fact) => fact.type === 'connection' && fact.connection.attemptId === attemptId)
  return read?.type === 'connection' ? read.connection.link : null
}

/** Fetches fresh links: the one that came for an attempt, or `null`. It never rejects. */
export const createLinkRenewal =
  (port: LinkPort) =>
  async (attemptId: AttemptId): Promise<AuthLink | null> => {
    const result = await port
      .connection()
      ?.renewLink(attemptId)
      .catch((cause: unknown) => ({ status: 'failed', failure: defectOf(cause) }) as const)
    if (!result || port.connection() === null) return null
    if (result.status === 'failed') port.fail(result.failure)
    else port.take(result.facts)
    return linkIn(result, attemptId)
  }
