import type { Item } from '@threadwork/core'
import type { ThreadRow } from './row-parts.ts'

/** A card that waits for the person, and which row it is. */
export interface WaitingCard {
  readonly item: Item
  readonly row: number
}

/** Whether a card waits for this person. */
export const isWaiting = (item: Item): boolean =>
  ((item.kind === 'approval' || item.kind === 'form') && item.status === 'awaiting' && !item.submission) ||
  (item.kind === 'connection' && item.status === 'auth-required')

/** The cards that wait, in the thread's order. */
export const waitingIn = (rows: readonly ThreadRow[]): readonly WaitingCard[] => {
  const found: WaitingCard[] = []
  for (const [index, row] of rows.entries())
    if (row.type === 'item' && isWaiting(row.item)) found.push({ item: row.item, row: index })
  return found
}

/** Whether a card still is the row that it was. */
export const isAt = ({ item, row }: WaitingCard, rows: readonly ThreadRow[]): boolean => {
  const found = rows[row]
  return found?.type === 'item' && found.item === item
}
