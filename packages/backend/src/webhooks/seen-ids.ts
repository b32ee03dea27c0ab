/** The ids of webhooks that were taken, so that none is taken twice. */
export interface SeenIds {
  /**
   * Keeps an id until `until` (milliseconds since 1970), in one act with looking: `true` for whoever comes first,
   * `false` for everybody after. `endpoint` parts the senders’ ids.
   * A host that starts something for a webhook does it in here, in one transaction: then neither is kept without the other.
   */
  take(endpoint: string, id: string, until: number): boolean
}

/** In memory, for one process. `now`: milliseconds since 1970. */
export function createMemorySeenIds(now: () => number): SeenIds {
  const seen = new Map<string, number>()
  return {
    take: (endpoint, id, until) => {
      const key = JSON.stringify([endpoint, id])
      // What came first goes first, so the old ones stand in front.
      for (const [old, end] of seen) {
        if (end > now()) break
        seen.delete(old)
      }
      if ((seen.get(key) ?? 0) > now()) return false
      seen.set(key, until)
      return true
    },
  }
}
