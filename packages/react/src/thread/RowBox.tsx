import { memo, type ReactElement, type ReactNode } from 'react'
import { DayDivider } from './DayDivider.tsx'
import { ThreadItem, type ThreadItemProps } from './ThreadItem.tsx'
import { UnreadDivider } from './UnreadDivider.tsx'

export interface RowBoxProps extends ThreadItemProps {
  /** The row's number in the thread, for what measures rows; -1 where nothing does. */
  readonly index: number
  /** Server time of the day that begins below this row. */
  readonly dayBelow: number | null
  /** What is below was not read yet (`fresh`), or was read just now. */
  readonly unreadBelow: 'fresh' | 'read' | null
  /** Stays the same function: called with the element, and what it returns when that goes. */
  readonly register: (element: HTMLElement | null) => (() => void) | undefined
}

// A divider stands below the row before it. A row then begins with its own content, wherever the days and the unread
// begin, and the reader's row stays in place when older pages bring another first row of the day.
const Box = ({ index, dayBelow, unreadBelow, register, ...item }: RowBoxProps): ReactElement => (
  <div ref={register} className="twk-row" data-index={index} data-row={item.row.id}>
    <ThreadItem {...item} />
    {dayBelow !== null && <DayDivider at={dayBelow} />}
    {unreadBelow !== null && <UnreadDivider isRead={unreadBelow === 'read'} />}
  </div>
)

/** A row in its box, which can be measured and found whatever a renderer draws in it. */
export const RowBox: (props: RowBoxProps) => ReactNode = memo(Box)
