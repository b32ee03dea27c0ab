import type { Json, JsonObject } from '@threadwork/engine'
import type { BackendClock } from '../clock.ts'
import type { ContactRecord } from '../store/run-records.ts'
import type { Store } from '../store/store.ts'

/** What a team remembers of people, across their conversations. */
export interface Contacts {
  /** Empty for somebody of whom nothing is remembered. */
  memory(teamId: string, userId: string): JsonObject
  list(teamId: string): readonly ContactRecord[]
  /** Merges into what is remembered; `null` takes a key away. */
  remember(teamId: string, userId: string, memory: JsonObject): JsonObject
}

export function createContacts({
  store,
  clock,
}: {
  readonly store: Store
  readonly clock: BackendClock
}): Contacts {
  const memory = (teamId: string, userId: string): JsonObject =>
    store.get('contacts', contactId(teamId, userId))?.memory ?? {}
  return {
    memory,
    list: (teamId) => store.list('contacts', teamId),
    remember: (teamId, userId, added) => {
      const merged = mergeMemory(memory(teamId, userId), added)
      const id = contactId(teamId, userId)
      const at = store.get('contacts', id)?.at ?? clock.now()
      store.put('contacts', { id, parent: teamId, at, userId, memory: merged })
      return merged
    },
  }
}

/** The id of a contact: unlike for unlike pairs, whatever signs the two have. */
export const contactId = (teamId: string, userId: string): string => JSON.stringify([teamId, userId])

/** A memory with what is added to it, key by key; `null` takes a key away. Own keys alone are read. */
export function mergeMemory(memory: JsonObject, added: JsonObject): JsonObject {
  const merged = new Map<string, Json>([...Object.entries(memory), ...Object.entries(added)])
  const kept = [...merged].filter(([key, value]) => value !== null && key !== '__proto__')
  return Object.fromEntries(kept)
}
