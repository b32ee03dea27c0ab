import type { LoggedReport } from '@threadwork/core'
import {
  memo,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
} from 'react'
import { englishInspector } from '../strings/inspector.ts'
import { useWords } from '../strings/useWords.ts'

const time = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** All rows are of one height, so that of ten thousand only those in view are drawn. */
const rowHeight = 30
const beyond = 8

interface RowProps {
  readonly report: LoggedReport
  readonly index: number
  readonly count: number
  readonly isCurrent: boolean
  readonly isChosen: boolean
  readonly onChoose: (id: number) => void
}

const Row = memo(({ report, index, count, isCurrent, isChosen, onChoose }: RowProps) => {
  const strings = useWords('inspector', englishInspector)
  const kind = strings.kinds[report.type]
  return (
    <li className="twk-inspector__row" data-type={report.type} aria-posinset={index + 1} aria-setsize={count}>
      <button
        type="button"
        data-report={report.id}
        tabIndex={isCurrent ? 0 : -1}
        aria-pressed={isChosen}
        title={report.bytes === null ? undefined : strings.bytes(report.bytes)}
        onClick={() => onChoose(report.id)}
      >
        <time dateTime={new Date(report.at).toISOString()}>{time.format(report.at)}</time>
        <span className="twk-inspector__name">{report.name || kind}</span>
        <span className="twk-inspector__detail">
          {report.type !== 'event' && <span className="twk-visually-hidden">{`${kind} `}</span>}
          {report.detail || (report.type === 'malformed' ? strings.malformed : '')}
        </span>
      </button>
    </li>
  )
})

interface View {
  readonly top: number
  readonly height: number
}

// What is new comes in above: who looks at something further down keeps it before their eyes.
const useSteadyView = (
  scroller: RefObject<HTMLDivElement | null>,
  newest: number | undefined,
  count: number,
): View => {
  const [view, setView] = useState<View>({ top: 0, height: 600 })
  const before = useRef({ newest, count })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])
  useLayoutEffect(() => {
    const element = scroller.current
    const added = count - before.current.count
    if (element && element.scrollTop > 0 && added > 0 && newest !== before.current.newest)
      element.scrollBy(0, added * rowHeight)
    before.current = { newest, count }
  }, [scroller, newest, count])
  return view
}

const stepOf = (key: string, page: number): number | null => {
  if (key === 'ArrowDown') return 1
  if (key === 'ArrowUp') return -1
  if (key === 'PageDown') return page
  if (key === 'PageUp') return -page
  if (key === 'Home') return -Infinity
  return key === 'End' ? Infinity : null
}

export interface ReportListProps {
  /** Newest first. */
  readonly reports: readonly LoggedReport[]
  readonly chosen: number | null
  readonly onChoose: (id: number) => void
}

/** The events, newest first. Arrow keys, Page up and down, Home and End walk; Enter follows one. */
export const ReportList = ({ reports, chosen, onChoose }: ReportListProps): ReactElement => {
  const label = useWords('inspector', englishInspector).label
  const scroller = useRef<HTMLDivElement>(null)
  const view = useSteadyView(scroller, reports[0]?.id, reports.length)
  const [current, setCurrent] = useState<number | null>(null)
  const at = Math.max(
    0,
    reports.findIndex(({ id }) => id === (current ?? chosen)),
  )
  const first = Math.max(0, Math.min(Math.floor(view.top / rowHeight) - beyond, reports.length - 1))
  const last = Math.min(reports.length, first + Math.ceil(view.height / rowHeight) + 2 * beyond)

  const handleKey = (event: KeyboardEvent): void => {
    const step = stepOf(event.key, Math.max(1, Math.floor(view.height / rowHeight) - 1))
    const element = scroller.current
    if (step === null || !element) return
    event.preventDefault()
    const next = Math.max(0, Math.min(reports.length - 1, at + step))
    const report = reports[next]
    if (!report) return
    setCurrent(report.id)
    const top = next * rowHeight
    if (top < element.scrollTop) element.scrollTop = top
    if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight
    // Where the list has jumped, the row is there after the next drawing alone.
    const focus = () => element.querySelector<HTMLElement>(`[data-report="${report.id}"]`)?.focus()
    requestAnimationFrame(() => requestAnimationFrame(focus))
  }

  const drawn = reports.slice(first, last)
  // The row that a key comes back to must be there, wherever the list was scrolled to.
  const isCurrentDrawn = at >= first && at < last
  return (
    <div ref={scroller} className="twk-inspector__scroller">
      <ol
        reversed
        aria-label={label}
        onKeyDown={handleKey}
        style={{
          paddingBlockStart: first * rowHeight,
          paddingBlockEnd: (reports.length - last) * rowHeight,
        }}
      >
        {drawn.map((report, index) => (
          <Row
            key={report.id}
            report={report}
            index={first + index}
            count={reports.length}
            isCurrent={isCurrentDrawn ? first + index === at : index === 0}
            isChosen={report.id === chosen}
            onChoose={(id) => {
              setCurrent(id)
              onChoose(id)
            }}
          />
        ))}
      </ol>
    </div>
  )
}
