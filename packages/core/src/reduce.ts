import type { Conversation } from './conversation.ts'
import type { Item } from './items.ts'
import type { Ledger } from './ledger.ts'
import type { Intent } from './outbox-intent.ts'
import { phaseOf } from './phase.ts'
import { headOf } from './reduce-head.ts'
import { comparePlaces, type Placed } from './reduce-place.ts'
import { placeRun } from './reduce-segment.ts'
import { isBusyUnseen } from './reduce-turn.ts'
import {
  foldNewest,
  foldRuns,
  memoryOf,
  type Head,
  type Memory,
  type Segment,
  type Work,
} from './reduce-work.ts'

const joinTail = (head: Head, tail: readonly Placed[]): readonly Item[] => {
  const last = head.placed[head.placed.length - 1]
  const first = tail[0]
  if (!last || !first || comparePlaces(last.place, first.place) <= 0)
    return head.items.concat(tail.map(({ item }) => item))
  const all = [...head.placed, ...tail]
  all.sort((a, b) => comparePlaces(a.place, b.place))
  return all.map(({ item }) => item)
}

const sameItems = (a: readonly Item[], b: readonly Item[]): boolean =>
  a === b || (a.length === b.length && a.every((item, index) => item === b[index]))

const isSamePlaced = (a: Placed, b: Placed | undefined): boolean =>
  b !== undefined && a.item === b.item && (a.place === b.place || comparePlaces(a.place, b.place) === 0)

// An item that says the same may stand elsewhere now: a late event moves its place, not its words.
const samePlaced = (a: readonly Placed[], b: readonly Placed[]): boolean =>
  a === b || (a.length === b.length && a.every((placed, index) => isSamePlaced(placed, b[index])))

/** What stands before the newest run, and the newest run. */
interface Parts {
  readonly head: Head
  readonly newest: Segment | null
}

const reduceParts = (ledger: Ledger, intents: readonly Intent[], memory: Memory): Parts => {
  const head = foldNewest(ledger, memory, intents)
  const newest = head ? head.newest : foldRuns(ledger, memory)
  const work: Work = { ledger, intents, memory, newest, replies: null }
  const segment = newest ? placeRun(work, newest) : null
  return { head: head ?? headOf(work), newest: segment }
}

const viewOf = ({ head, newest }: Parts, ledger: Ledger, memory: Memory): Conversation => {
  const known = memory.view
  const tail = newest?.placed ?? []
  const newestFold = head.newest && memory.folds.get(head.newest.id)
  const phase = phaseOf(
    [...head.live, ...tail.map(({ item }) => item)],
    (newest !== null && !newest.isOver) || isBusyUnseen(ledger, newestFold),
  )
  const isSameHead = memory.head === head && known !== null
  if (isSameHead && samePlaced(tail, memory.tail))
    return known.phase === phase ? known : { items: known.items, phase }
  memory.tail = tail
  const items = joinTail(head, tail)
  if (known && sameItems(items, known.items))
    return known.phase === phase ? known : { items: known.items, phase }
  return { items, phase }
}

/**
 * The view over a ledger: what is shown, and what is going on. A pure function of the facts and of this client's
 * intents. It remembers its last result for each ledger, so that a reduction costs what is new, and so that
 * unchanged items keep their identity.
 */
export const reduce = (ledger: Ledger, intents: readonly Intent[]): Conversation => {
  const memory = memoryOf(ledger)
  if (memory.view && memory.revision === ledger.revision && memory.intents === intents) return memory.view
  const parts = reduceParts(ledger, intents, memory)
  memory.view = viewOf(parts, ledger, memory)
  memory.head = parts.head
  memory.revision = ledger.revision
  memory.intents = intents
  return memory.view
}
