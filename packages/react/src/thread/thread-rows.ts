import type { Item, WorkflowItem } from '@threadwork/core'
import { changeBetween, firstWhere, touches, type Change } from './row-changes.ts'
import {
  dayAt,
  isFollowed,
  partAt,
  positionOf,
  sizeOf,
  type Day,
  type RowPart,
  type StepPosition,
  type ThreadRow,
  type Workflows,
} from './row-parts.ts'
import { isAt, isWaiting, waitingIn, type WaitingCard } from './waiting-cards.ts'

/** The rows of a conversation. */
export interface RowList {
  readonly rows: readonly ThreadRow[]
  /** The cards that wait for the person, in the thread's order. */
  readonly waiting: readonly WaitingCard[]
}

const isSamePosition = (left: StepPosition | null, right: StepPosition | null): boolean =>
  left?.step === right?.step && left?.steps === right?.steps

const isEqual = (row: ThreadRow, part: RowPart): boolean => {
  if (row.startsDay !== part.startsDay) return false
  if (row.type === 'skills' && part.type === 'skills')
    return row.items.length === part.items.length && row.items.every((item, at) => item === part.items[at])
  return (
    row.type === 'item' &&
    part.type === 'item' &&
    row.item === part.item &&
    row.isFollowUp === part.isFollowUp &&
    isSamePosition(row.position, part.position)
  )
}

const isWorkflow = (item: Item): boolean => item.kind === 'workflow'

const workflowsIn = (items: readonly Item[]): Workflows => {
  const found = new Map<WorkflowItem['workflowId'], WorkflowItem>()
  for (const item of items)
    if (item.kind === 'workflow' && !found.has(item.workflowId)) found.set(item.workflowId, item)
  return found
}

const dayBefore = (items: readonly Item[], index: number): Day | null => {
  for (let at = index - 1; at >= 0; at -= 1) {
    const time = items[at]?.at ?? null
    if (time !== null) return dayAt(time, null)
  }
  return null
}

// Where a row's last item tells no time, the day of the next depends on what stands further above.
const tellsTime = (row: ThreadRow): boolean =>
  (row.type === 'skills' ? (row.items.at(-1)?.at ?? null) : row.item.at) !== null

/** Gives rows their keys and numbers, and knows them again. */
const createRowNames = () => {
  const known = new Map<string, ThreadRow>()
  // A group is named after the skill that it began with, also when older ones come to stand before that.
  const founders = new Set<string>()

  const keyOf = (part: RowPart): string => {
    if (part.type === 'item') return part.item.key
    const founder = (part.items.find(({ key }) => founders.has(key)) ?? part.items[0])?.key ?? ''
    founders.add(founder)
    return `skills ${founder}`
  }
  const keep = (row: ThreadRow): ThreadRow => {
    known.set(row.key, row)
    return row
  }
  return {
    keep,
    /** The row of a part: the one of before where it is equal, else a new one with its key and number. */
    name(part: RowPart): ThreadRow {
      const key = keyOf(part)
      const before = known.get(key)
      if (before && isEqual(before, part)) return before
      const { day: _, ...fields } = part
      return keep({ ...fields, key, id: before?.id ?? known.size })
    },
  }
}

/**
 * Parts items into rows, consecutive skills together. What did not change since the last call is not parted again, and
 * its rows come back as they are: an append or a changed item costs the same in any conversation, but for one
 * comparison of identities over the list.
 */
export const createThreadRows = (): ((items: readonly Item[]) => RowList) => {
  const names = createRowNames()
  let items: readonly Item[] = []
  let list: RowList = { rows: [], waiting: [] }
  /** The number of each row's first item. */
  let starts: readonly number[] = []
  let workflows: Workflows = new Map()

  const firstTouched = ({ before }: Change): number => {
    const { rows } = list
    const first = firstWhere(rows.length, (at) => {
      const row = rows[at]
      return !row || (starts[at] ?? 0) + sizeOf(row) > before
    })
    // A skill that comes next joins the group before it.
    return rows[first - 1]?.type === 'skills' ? first - 1 : first
  }

  const rowAt = (item: number): number => firstWhere(starts.length, (at) => (starts[at] ?? 0) >= item)

  const part = (next: readonly Item[], change: Change): readonly ThreadRow[] => {
    const first = firstTouched(change)
    const rows = list.rows.slice(0, first)
    const begins = starts.slice(0, first)
    const shift = next.length - items.length
    let index = first < list.rows.length ? (starts[first] ?? 0) : change.before
    let context = { day: dayBefore(next, index), isFollowed: isFollowed(rows.at(-1)) }
    for (;;) {
      const fresh = partAt(next, index, context, workflows)
      if (!fresh) break
      const row = names.name(fresh)
      rows.push(row)
      begins.push(index)
      const old = index < next.length - change.after ? -1 : rowAt(index - shift)
      if (list.rows[old] === row && tellsTime(row)) {
        for (const kept of list.rows.slice(old + 1)) rows.push(kept)
        for (const start of starts.slice(old + 1)) begins.push(start + shift)
        break
      }
      index += sizeOf(row)
      context = { day: fresh.day, isFollowed: isFollowed(row) }
    }
    starts = begins
    return rows
  }

  const placeForms = (rows: readonly ThreadRow[]): readonly ThreadRow[] =>
    rows.map((row) => {
      if (row.type !== 'item' || row.item.kind !== 'form') return row
      const position = positionOf(row.item, workflows)
      return isSamePosition(position, row.position) ? row : names.keep({ ...row, position })
    })

  return (next) => {
    if (next === items) return list
    const change = changeBetween(items, next)
    const isTouched = (is: (item: Item) => boolean): boolean =>
      touches(items, change, is) || touches(next, change, is)
    const hasWorkflows = isTouched(isWorkflow)
    if (hasWorkflows) workflows = workflowsIn(next)
    const parted = part(next, change)
    const rows = hasWorkflows ? placeForms(parted) : parted
    const isStill = !isTouched(isWaiting) && list.waiting.every((card) => isAt(card, rows))
    list = { rows, waiting: isStill ? list.waiting : waitingIn(rows) }
    items = next
    return list
  }
}
