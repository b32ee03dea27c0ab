import type { Collection, Records } from './records.ts'
import { type Store, collections } from './store.ts'

type AnyRecord = Records[Collection]

/** A whole store as JSON, for example for IndexedDB. */
export interface StoreState {
  readonly version: 1
  readonly records: Readonly<Partial<Record<Collection, readonly AnyRecord[]>>>
}

export interface MemoryStore extends Store {
  /** A copy of everything; later changes do not reach it. */
  exportState(): StoreState
  /** Replaces everything. A state of another version is refused with an error that says so. */
  importState(state: StoreState): void
  /** Calls back after each change; returns the way to stop. */
  onChange(listener: () => void): () => void
}

interface Shelf {
  readonly byId: Map<string, AnyRecord>
  readonly byParent: Map<string, Set<string>>
}

/** Keeps everything in memory, for tests and for the browser. `state` is where it begins. */
export function createMemoryStore(state?: StoreState): MemoryStore {
  const shelves = new Map<Collection, Shelf>()
  const listeners = new Set<() => void>()
  const changed = (): void => listeners.forEach((listener) => listener())
  const shelfOf = (collection: Collection): Shelf => {
    const shelf = shelves.get(collection) ?? { byId: new Map(), byParent: new Map() }
    shelves.set(collection, shelf)
    return shelf
  }
  const place = (collection: Collection, record: AnyRecord): void => {
    const { byId, byParent } = shelfOf(collection)
    byId.set(record.id, record)
    const siblings = byParent.get(record.parent) ?? new Set()
    byParent.set(record.parent, siblings.add(record.id))
  }
  const take = (collection: Collection, id: string): void => {
    const { byId, byParent } = shelfOf(collection)
    const record = byId.get(id)
    if (!record) return
    byId.delete(id)
    byParent.get(record.parent)?.delete(id)
  }
  const recordsOf = (collection: Collection, parent: string | null): readonly AnyRecord[] => {
    const { byId, byParent } = shelfOf(collection)
    if (parent === null) return [...byId.values()]
    return [...(byParent.get(parent) ?? [])].flatMap((id) => byId.get(id) ?? [])
  }
  const importState = (from: StoreState): void => {
    if (from.version !== 1) {
      throw new Error(
        `The saved state has version ${String(from.version)}; this backend reads version 1. Start anew.`,
      )
    }
    shelves.clear()
    for (const name of collections)
      structuredClone(from.records[name] ?? []).forEach((record) => place(name, record))
  }
  if (state) importState(state)
  return {
    // The shelf of a collection holds that collection's records only: `put` is the one way in.
    get: <Name extends Collection>(name: Name, id: string) =>
      (shelfOf(name).byId.get(id) as Records[Name] | undefined) ?? null,
    list: <Name extends Collection>(name: Name, parent: string | null) =>
      recordsOf(name, parent) as readonly Records[Name][],
    put: (name, record) => {
      place(name, record)
      changed()
    },
    remove: (name, id) => {
      take(name, id)
      changed()
    },
    removeOlder: (name, at) => {
      const old = recordsOf(name, null).filter((record) => record.at < at)
      old.forEach((record) => take(name, record.id))
      if (old.length > 0) changed()
    },
    transaction: (work) => work(),
    close: () => listeners.clear(),
    importState: (from) => {
      importState(from)
      changed()
    },
    exportState: () => ({
      version: 1,
      records: structuredClone(Object.fromEntries(collections.map((name) => [name, recordsOf(name, null)]))),
    }),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
