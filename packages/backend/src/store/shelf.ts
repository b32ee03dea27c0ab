import type { RecordBase } from './record-base.ts'

/** The records of one collection in memory, found by id, by parent and by label, in the order in which they were added. */
export interface Shelf<Entry extends RecordBase> {
  get(id: string): Entry | undefined
  /** Adds a record, or replaces the one of the same id in its place; gives the way to take that back. */
  put(record: Entry): () => void
  /** Takes a record away; gives the way to take that back. */
  remove(id: string): () => void
  all(): readonly Entry[]
  ofParent(parent: string): readonly Entry[]
  ofLabel(label: string): readonly Entry[]
  count(parent: string): number
}

/** `position`: its number among all records ever added. */
interface Place<Entry> {
  readonly position: number
  readonly record: Entry
}

/** An empty shelf. */
export function createShelf<Entry extends RecordBase>(): Shelf<Entry> {
  const places = new Map<string, Place<Entry>>()
  const parents = createIndex()
  const labels = createIndex()
  let positions = 0
  const set = (record: Entry, position: number): void => {
    places.set(record.id, { position, record })
    parents.add(record.parent, record.id)
    if (record.label !== undefined) labels.add(record.label, record.id)
  }
  const take = (id: string): Place<Entry> | undefined => {
    const place = places.get(id)
    if (!place) return undefined
    parents.remove(place.record.parent, id)
    if (place.record.label !== undefined) labels.remove(place.record.label, id)
    return place
  }
  const inOrder = (ids: Iterable<string>): readonly Entry[] =>
    [...ids]
      .flatMap((id) => places.get(id) ?? [])
      .toSorted((a, b) => a.position - b.position)
      .map((place) => place.record)
  return {
    get: (id) => places.get(id)?.record,
    put: (record) => {
      const before = take(record.id)
      set(record, before?.position ?? positions++)
      return () => {
        take(record.id)
        if (before) set(before.record, before.position)
        else places.delete(record.id)
      }
    },
    remove: (id) => {
      const before = take(id)
      places.delete(id)
      return () => {
        if (before) set(before.record, before.position)
      }
    },
    all: () => inOrder(places.keys()),
    ofParent: (parent) => inOrder(parents.get(parent)),
    ofLabel: (label) => inOrder(labels.get(label)),
    count: (parent) => parents.get(parent).size,
  }
}

interface Index {
  get(word: string): ReadonlySet<string>
  add(word: string, id: string): void
  remove(word: string, id: string): void
}

function createIndex(): Index {
  const sets = new Map<string, Set<string>>()
  return {
    get: (word) => sets.get(word) ?? new Set(),
    add: (word, id) => {
      const ids = sets.get(word) ?? new Set()
      sets.set(word, ids.add(id))
    },
    remove: (word, id) => {
      const ids = sets.get(word)
      ids?.delete(id)
      // Labels come and go: an empty set for each would stay for good.
      if (ids?.size === 0) sets.delete(word)
    },
  }
}
