import type { Collection, Records } from './records.ts'
import type { Store } from './store.ts'

/** Keeps a record, and only the newest `limit` of its parent: a tenth more at times, so that not every write has to look. */
export function keepNewest<Name extends Collection>(
  store: Store,
  collection: Name,
  record: Records[Name],
  limit: number,
): void {
  store.put(collection, record)
  const kept = store.count(collection, record.parent)
  if (kept <= limit + Math.floor(limit / 10)) return
  for (const { id } of store.list(collection, record.parent).slice(0, kept - limit))
    store.remove(collection, id)
}
