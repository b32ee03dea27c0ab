import type { RunId } from './ids.ts'
import type { Item } from './items.ts'

/** Where something stands in the thread, from server fields alone. */
export interface Place {
  /** The running maximum of the server's times in its run, in milliseconds. */
  readonly at: number
  /** A user's message before a run's event before a reply that only the history has. */
  readonly rank: 0 | 1 | 2
  /** When its run began. */
  readonly start: number
  readonly runId: RunId | null
  readonly position: number
  /** Decides between equals. */
  readonly name: string
}

/** An item and its place. */
export interface Placed {
  readonly place: Place
  readonly item: Item
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

// Infinity stands for "no time known"; Infinity - Infinity is NaN, which `||` skips as it should.
const compareNumber = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

/** The one order of the thread. */
export const comparePlaces = (a: Place, b: Place): number =>
  compareNumber(a.at, b.at) ||
  a.rank - b.rank ||
  compareNumber(a.start, b.start) ||
  compareText(a.runId ?? '', b.runId ?? '') ||
  a.position - b.position ||
  compareText(a.name, b.name)
