import type { AttemptId, AuthLink, Fact } from '@threadwork/core'

/** Keeps the newest link that each attempt's events brought, for servers that give no fresh ones. */
export interface LinkMemory {
  /** When an address was first told of, in server milliseconds. */
  readonly firstTold: (url: string, at: number | null) => number | null
  readonly remember: (facts: readonly Fact[]) => void
  readonly get: (attemptId: AttemptId) => AuthLink | null
}

export const createLinkMemory = (): LinkMemory => {
  const links = new Map<AttemptId, AuthLink>()
  const told = new Map<string, number>()
  return {
    firstTold: (url, at) => {
      const known = told.get(url) ?? at
      if (known !== null) told.set(url, known)
      return known
    },
    remember: (facts) => {
      for (const fact of facts) {
        if (fact.type !== 'event' || fact.event.type !== 'connection-required') continue
        if (fact.event.link) links.set(fact.event.attemptId, fact.event.link)
      }
    },
    get: (attemptId) => links.get(attemptId) ?? null,
  }
}
