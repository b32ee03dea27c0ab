import type { Collection, Records } from './records.ts'

/** `lasting`: outlives the end of the process, however it comes. `durable`: that of the machine, too. */
export type Durability = 'lasting' | 'durable'

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
  /** The records that bear a label, in the order in which they were added. */
  listLabelled<Name extends Collection>(collection: Name, label: string): readonly Records[Name][]
  /** How many records `parent` has. */
  count(collection: Collection, parent: string): number
  /** Takes away what was made before `at` (milliseconds since 1970). */
  removeOlder(collection: Collection, at: number): void
  /**
   * All of `work` is kept, or none of it. A `durable` one outlives even a loss of power the moment after; it costs a
   * wait for the disk. Inside another transaction it is a part of that one.
   */
  transaction<Result>(work: () => Result, durability?: Durability): Result
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
  'tellings',
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
  'runs',
  'effects',
  'alarms',
  'facts',
  'contacts',
  'escalations',
  'teamRuns',
  'startKeys',
  'deliveries',
  'smsMessages',
  'errorRates',
]
