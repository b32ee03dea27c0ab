import type { Conversation } from './conversation.ts'
import type { Item } from './items.ts'
import type { Ledger } from './ledger.ts'
import type { Intent } from './outbox-intent.ts'
import { phaseOf } from './phase.ts'
import { headOf } from './reduce-head.ts'
import { comparePlaces, type Placed } from './reduce-place.ts'
import { placeRun } from './reduce-segment.ts'
import { foldRuns, memoryOf, type Head, type Work } from './reduce-work.ts'

const joinTail = (head: Head, tail: readonly Placed[]): readonly Item[] => {
  const last = head.placed[head.placed.length - 1]
  const first = tail[0]
  if (!last || !first || comparePlaces(last.place, first.place) <= 0)
    return head.items.concat(tail.map(({ item }) => item))
  const all = [...head.placed, ...tail]
  all.sort((a, b) => comparePlaces(a.place, b.place))
  return all.map(({ item }) => item)
}

const keepView = (known: Conversation | null, next: Conversation): Conversation => {
  if (known === null) return next
  const isSame =
    known.items.length === next.items.length && known.items.every((item, index) => item === next.items[index])
  if (isSame && known.phase === next.phase) return known
  return isSame ? { items: known.items, phase: next.phase } : next
}

/**
 * The view over a ledger: what is shown, and what is going on. A pure function of the facts and of this client's
 * intents. It remembers its last result for each ledger, so that a reduction costs what is new, and so that
 * unchanged items keep their identity.
 */
export const reduce = (ledger: Ledger, intents: readonly Intent[]): Conversation => {
  const memory = memoryOf(ledger)
  if (memory.view && memory.revision === ledger.revision && memory.intents === intents) return memory.view
  const newest = foldRuns(ledger, memory)
  const work: Work = { ledger, intents, memory, newest, replies: null }
  const tail = newest ? placeRun(work, newest) : null
  const head = headOf(work)
  const items = tail ? joinTail(head, tail.placed) : head.items
  const live = [...head.live, ...(tail?.placed ?? []).map(({ item }) => item)]
  const next: Conversation = { items, phase: phaseOf(live, tail !== null && !tail.isOver) }
  memory.revision = ledger.revision
  memory.intents = intents
  memory.view = keepView(memory.view, next)
  return memory.view
}
