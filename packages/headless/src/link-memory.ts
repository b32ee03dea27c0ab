import type { AttemptId, AuthLink, Fact } from '@threadwork/core'

/** Keeps the newest link that each attempt's events brought, for servers that give no fresh ones. */
export interface LinkMemory {
  readonly remember: (facts: readonly Fact[]) => void
  readonly get: (attemptId: AttemptId) => AuthLink | null
}

export const createLinkMemory = (): LinkMemory => {
  const links = new Map<AttemptId, AuthLink>()
  return {
    remember: (facts) => {
      for (const fact of facts) {
        if (fact.type !== 'event' || fact.event.type !== 'connection-required') continue
        if (fact.event.link) links.set(fact.event.attemptId, fact.event.link)
      }
    },
    get: (attemptId) => links.get(attemptId) ?? null,
  }
}
