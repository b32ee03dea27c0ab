import type { ChatRecords } from './chat-records.ts'
import type { LibraryRecords } from './library-records.ts'
import type { RunRecords } from './run-records.ts'

/** Every collection by name. */
export interface Records extends ChatRecords, LibraryRecords, RunRecords {}

export type Collection = keyof Records
