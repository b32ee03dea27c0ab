import type { Collection, Records } from './records.ts'
import { type Shelf, createShelf } from './shelf.ts'
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
  /** Calls back after each change, or after the transaction that holds it; returns the way to stop. */
  onChange(listener: () => void): () => void
}

/** Keeps everything in memory, for tests and for the browser. `state` is where it begins. */
export function createMemoryStore(state?: StoreState): MemoryStore {
  const shelves = new Map<Collection, Shelf<AnyRecord>>()
  const listeners = new Set<() => void>()
  let undos: (() => void)[] | null = null
  const changed = (undo?: () => void): void => {
    if (undos && undo) undos.push(undo)
    else listeners.forEach((listener) => listener())
  }
  const shelfOf = (collection: Collection): Shelf<AnyRecord> => {
    const shelf = shelves.get(collection) ?? createShelf<AnyRecord>()
    shelves.set(collection, shelf)
    return shelf
  }
  const importState = (from: StoreState): void => {
    if (from.version !== 1) {
      throw new Error(
        `The saved state has version ${String(from.version)}; this backend reads version 1. Start anew.`,
      )
    }
    shelves.clear()
    for (const name of collections)
      structuredClone(from.records[name] ?? []).forEach((record) => shelfOf(name).put(record))
  }
  if (state) importState(state)
  return {
    // The shelf of a collection holds that collection's records only: `put` is the one way in.
    get: <Name extends Collection>(name: Name, id: string) =>
      (shelfOf(name).get(id) as Records[Name] | undefined) ?? null,
    list: <Name extends Collection>(name: Name, parent: string | null) =>
      (parent === null ? shelfOf(name).all() : shelfOf(name).ofParent(parent)) as readonly Records[Name][],
    listLabelled: <Name extends Collection>(name: Name, label: string) =>
      shelfOf(name).ofLabel(label) as readonly Records[Name][],
    count: (name, parent) => shelfOf(name).count(parent),
    put: (name, record) => changed(shelfOf(name).put(record)),
    remove: (name, id) => changed(shelfOf(name).remove(id)),
    removeOlder: (name, at) => {
      const shelf = shelfOf(name)
      const old = shelf.all().filter((record) => record.at < at)
      const taken = old.map((record) => shelf.remove(record.id))
      if (taken.length > 0) changed(() => taken.toReversed().forEach((undo) => undo()))
    },
    transaction: (work) => {
      if (undos) return work()
      const made: (() => void)[] = []
      undos = made
      try {
        return work()
      } catch (error) {
        made.toReversed().forEach((undo) => undo())
        made.length = 0
        throw error
      } finally {
        undos = null
        if (made.length > 0) changed()
      }
    },
    close: () => listeners.clear(),
    importState: (from) => {
      importState(from)
      changed()
    },
    exportState: () => ({
      version: 1,
      records: structuredClone(Object.fromEntries(collections.map((name) => [name, shelfOf(name).all()]))),
    }),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
