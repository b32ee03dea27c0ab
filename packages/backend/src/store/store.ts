import type { Collection, Records } from './records.ts'

/**
 * Keeps records of JSON. It is synchronous on purpose: a check and the write that hangs on it cannot be
 * parted by another request.
 */
export interface Store {
  get<Name extends Collection>(collection: Name, id: string): Records[Name] | null
  /** Adds a record, or replaces the one of the same id in its place. */
  put<Name extends Collection>(collection: Name, record: Records[Name]): void
  remove(collection: Collection, id: string): void
  /** The records of `parent`, or all of them, in the order in which they were added. */
  list<Name extends Collection>(collection: Name, parent: string | null): readonly Records[Name][]
  /** Takes away what was made before `at` (milliseconds since 1970). */
  removeOlder(collection: Collection, at: number): void
  /** All of `work` is kept, or none of it. */
  transaction<Result>(work: () => Result): Result
  close(): void
}

/** Every collection, for those who copy or sweep a whole store. */
export const collections: readonly Collection[] = [
  'conversations',
  'messages',
  'events',
  'turns',
  'approvals',
  'attempts',
  'workflows',
  'files',
  'feedback',
  'keys',
  'definitions',
  'versions',
  'variables',
  'schedules',
  'teams',
  'tools',
  'documents',
]
