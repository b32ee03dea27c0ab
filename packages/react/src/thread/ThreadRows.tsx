import type { Phase } from '@threadwork/core'
import { Fragment, useLayoutEffect, useReducer, useRef, type ReactElement, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useHydrated } from '../clock/useHydrated.ts'
import { DayDivider } from './DayDivider.tsx'
import type { PageRows } from './page-rows.ts'
import type { ThreadRow } from './row-parts.ts'
import { RowBox } from './RowBox.tsx'
import type { ThreadItemProps } from './ThreadItem.tsx'
import type { RowList } from './thread-rows.ts'
import type { UnreadView } from './useUnread.ts'

export interface ThreadRowsProps extends Omit<ThreadItemProps, 'row' | 'isTurnOpen'> {
  readonly list: RowList
  readonly page: PageRows
  readonly phase: Phase
  readonly unread: UnreadView
  /** What stands above the rows. */
  readonly head: ReactNode
}

const isConnection = (row: ThreadRow): boolean => row.type === 'item' && row.item.kind === 'connection'

const holds = (row: ThreadRow, key: string | null): boolean =>
  key !== null && (row.type === 'item' ? row.item.key === key : row.items.some((item) => item.key === key))

/** Room in the place of rows that are not drawn. */
const Room = ({ size }: { readonly size: number }): ReactElement | null =>
  size > 0 ? <i className="twk-room" style={{ blockSize: size }} /> : null

/** The rows of the thread. The same elements stand for them in a short thread and in a long one. */
export const ThreadRows = (props: ThreadRowsProps): ReactElement => {
  const { list, page, phase, unread, head, ...item } = props
  const element = useRef<HTMLDivElement>(null)
  const above = useRef<HTMLDivElement>(null)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const { rows } = list
  const isHydrated = useHydrated()
  const { slots, after } = page.take(list, !isHydrated)
  const isVirtual = page.isVirtual()
  const isTurnOpen = phase !== 'idle' && phase !== 'failed'
  const firstDay = rows[isVirtual ? 0 : (slots[0]?.index ?? 0)]?.startsDay ?? null

  useLayoutEffect(() => page.start((isCommitting) => (isCommitting ? redraw() : flushSync(redraw))), [page])
  useLayoutEffect(() => {
    if (element.current) page.commit(element.current)
  })
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => page.measureMargin())
    if (above.current) observer.observe(above.current)
    return () => observer.disconnect()
  }, [page])

  return (
    <>
      <div ref={above} className="twk-thread__head">
        {head}
        {firstDay !== null && <DayDivider at={firstDay} />}
      </div>
      <div ref={element} className="twk-thread__rows" data-virtual={isVirtual || undefined}>
        {slots.map(({ index, room }) => {
          const row = rows[index]
          if (!row) return null
          const isUnreadBelow = index < rows.length - 1 && holds(row, unread.divider)
          return (
            <Fragment key={row.key}>
              <Room size={room} />
              <RowBox
                {...item}
                row={row}
                index={isVirtual ? index : -1}
                isTurnOpen={isTurnOpen && isConnection(row)}
                dayBelow={rows[index + 1]?.startsDay ?? null}
                unreadBelow={isUnreadBelow ? (unread.isRead ? 'read' : 'fresh') : null}
                register={page.register}
              />
            </Fragment>
          )
        })}
        <Room size={after} />
      </div>
    </>
  )
}
