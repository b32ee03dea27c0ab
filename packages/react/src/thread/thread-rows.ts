import type { Item, WorkflowItem } from '@threadwork/core'
import { changeBetween, firstWhere, touches, type Change } from './row-changes.ts'
import {
  dayAt,
  isFollowed,
  freshRowAt,
  positionOf,
  sizeOf,
  type Calendar,
  type Day,
  type FreshRow,
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

const isEqual = (row: ThreadRow, part: FreshRow): boolean => {
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

const dayBefore = (items: readonly Item[], index: number, calendar: Calendar): Day | null => {
  for (let at = index - 1; at >= 0; at -= 1) {
    const time = items[at]?.at ?? null
    if (time !== null) return dayAt(time, null, calendar)
  }
  return null
}

// Where a row's last item tells no time, the day of the next depends on what stands further above.
const tellsTime = (row: ThreadRow): boolean =>
  (row.type === 'skills' ? (row.items.at(-1)?.at ?? null) : row.item.at) !== null

/** Gives new rows their keys and numbers. */
const createRowNames = () => {
  // A group is named after the skill that it began with, also when older ones come to stand before that.
  const founders = new Set<string>()
  let numbers = 0
  return {
    keyOf(row: FreshRow): string {
      if (row.type === 'item') return row.key
      const founder = (row.items.find(({ key }) => founders.has(key)) ?? row.items[0])?.key ?? ''
      founders.add(founder)
      return `skills ${founder}`
    },
    next: (): number => (numbers += 1),
  }
}

/**
 * Parts items into rows, consecutive skills together. What did not change since the last call is not parted again, and
 * its rows come back as they are: an append or a changed item costs the same in any conversation, but for one
 * comparison of identities over the list.
 */
export const createThreadRows = (): ((items: readonly Item[], calendar?: Calendar) => RowList) => {
  const names = createRowNames()
  let items: readonly Item[] = []
  let calendar: Calendar = 'own'
  let list: RowList = { rows: [], waiting: [] }
  /** The number of each row's first item. */
  const starts: number[] = []
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

  /** The rows from `first` on as they were, found by the number of an item that begins one. */
  const createPast = (first: number) => {
    const { rows } = list
    const begins = starts.slice(first)
    const rowAt = (item: number): number =>
      first + firstWhere(begins.length, (at) => (begins[at] ?? 0) >= item)
    return {
      rowAt,
      /** The rows that a change may have touched, by their keys. */
      touched: (change: Change): ReadonlyMap<string, ThreadRow> =>
        new Map(rows.slice(first, rowAt(items.length - change.after) + 1).map((row) => [row.key, row])),
      startOf: (row: number): number => begins[row - first] ?? 0,
    }
  }

  const part = (next: readonly Item[], change: Change): readonly ThreadRow[] => {
    const old = list.rows
    const first = firstTouched(change)
    const past = createPast(first)
    const touched = past.touched(change)
    const rows = old.slice(0, first)
    const shift = next.length - items.length
    let index = first < old.length ? past.startOf(first) : change.before
    let context = {
      day: dayBefore(next, index, calendar),
      isFollowed: isFollowed(rows.at(-1)),
      calendar,
    }
    starts.length = first
    for (;;) {
      const fresh = freshRowAt(next, index, context, workflows)
      if (!fresh) return rows
      const stood = index < next.length - change.after ? -1 : past.rowAt(index - shift)
      fresh.key = names.keyOf(fresh)
      const known = touched.get(fresh.key) ?? (old[stood]?.key === fresh.key ? old[stood] : undefined)
      fresh.id = known?.id ?? names.next()
      const row = known && isEqual(known, fresh) ? known : fresh
      rows.push(row)
      starts.push(index)
      if (old[stood] === row && tellsTime(row)) {
        for (let at = stood + 1; at < old.length; at += 1) starts.push(past.startOf(at) + shift)
        return rows.concat(old.slice(stood + 1))
      }
      context = {
        day: dayAt(next[index]?.at ?? null, context.day, calendar),
        isFollowed: isFollowed(row),
        calendar,
      }
      index += sizeOf(row)
    }
  }

  const placeForms = (rows: readonly ThreadRow[]): readonly ThreadRow[] =>
    rows.map((row) => {
      if (row.type !== 'item' || row.item.kind !== 'form') return row
      const position = positionOf(row.item, workflows)
      return isSamePosition(position, row.position) ? row : { ...row, position }
    })

  return (next, now = 'own') => {
    const isSameCalendar = now === calendar
    if (next === items && isSameCalendar) return list
    calendar = now
    // By other days every row may begin elsewhere.
    const change = isSameCalendar ? changeBetween(items, next) : { before: 0, after: 0 }
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
