import type { Item } from '@threadwork/core'
import { sizeOf, type ThreadRow } from './row-parts.ts'

/** About so many characters stand in a line, and so many pixels is a line high. */
const charactersALine = 84
const line = 21

/** The room above a row. */
const gap = 14

const header = 24
const divider = 32

const heightOf = (item: Item, isFollowUp: boolean): number => {
  switch (item.kind) {
    case 'message': {
      const lines = Math.ceil(item.text.length / charactersALine)
      return lines * line + (item.role === 'user' ? 18 : isFollowUp ? 0 : header)
    }
    case 'skill':
      return 40
    case 'approval':
      return item.status === 'awaiting' ? 240 : 72
    case 'connection':
      return item.status === 'auth-required' ? 120 : 72
    case 'form':
      return item.status === 'awaiting' ? 110 + item.dataPoints.length * 62 : 72
    case 'workflow':
      return 50 + item.steps.length * 30
    case 'notice':
      return 20
  }
}

/** How high a row that was never drawn may be, in pixels. Only the scroll bar hears of it. */
export const estimateRow = (row: ThreadRow): number => {
  const day = row.startsDay === null ? 0 : divider
  if (row.type === 'skills') return gap + day + 33 + sizeOf(row) * 40
  return gap + day + heightOf(row.item, row.isFollowUp)
}
