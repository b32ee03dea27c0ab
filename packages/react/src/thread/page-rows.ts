import { activeNear } from '../base/tree.ts'
import { lateVirtualRows } from './late-virtual-rows.ts'
import { mostPlainRows, noWindow, plainWindow, type RowWindow } from './row-window.ts'
import type { ScrollDriver } from './scroll-driver.ts'
import type { ThreadRow } from './row-parts.ts'
import { takeSight } from './sight.ts'
import type { RowList } from './thread-rows.ts'
import type { createVirtualRows, VirtualPort, VirtualRows, VirtualStart } from './virtual-rows.ts'

/** The rows of a thread as they stand on the page: all of a short one, of a long one what can be seen. */
export interface PageRows {
  /** Called while rendering: which of the rows to draw. `isWhole`: all of them, as a server drew them. */
  readonly take: (list: RowList, isWhole: boolean) => RowWindow
  /** Called after each drawing, with the element that holds the rows. */
  readonly commit: (list: HTMLElement) => void
  /** A row has come onto the page; returns what to call when it goes. */
  readonly register: (element: HTMLElement | null) => (() => void) | undefined
  /** Goes to a row and gives its article the focus, drawing it first where it is not. */
  readonly show: (key: string) => void
  readonly isVirtual: () => boolean
  /** `redraw`: draws the rows again, at once unless a drawing is under way. Returns the way to stop. */
  readonly start: (redraw: (isCommitting: boolean) => void) => () => void
  /** What stands above the rows may have another height. */
  readonly measureMargin: () => void
}

/** So many of the cards that wait are kept on the page wherever they are, with what was written into them. */
const mostKeptCards = 24

const noRows: RowList = { rows: [], waiting: [] }
const noView = 800

const focusRow = (row: HTMLElement): void => {
  const target = row.querySelector<HTMLElement>('article') ?? row
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  target.focus({ preventScroll: true })
}

const marginOf = (list: HTMLElement, scroller: HTMLElement): number =>
  list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop

const holdsItem = (row: ThreadRow, key: string): boolean =>
  row.type === 'skills' ? row.items.some((item) => item.key === key) : row.key === key

export const createPageRows = (driver: ScrollDriver): PageRows => {
  const boxes = new Map<number, HTMLElement>()
  let current = noRows
  let plain = noWindow
  let virtual: VirtualRows | null = null
  /** The list that has measured what stood on the page before it. */
  let watched: VirtualRows | null = null
  let list: HTMLElement | null = null
  let wanted: number | null = null
  let pins: readonly unknown[] = []
  let redraw: (isCommitting: boolean) => void = () => undefined

  const scroller = (): HTMLElement | null => list?.closest<HTMLElement>('[role=log]') ?? null

  const indexOf = (id: number): number => {
    const known = Number(boxes.get(id)?.dataset['index'] ?? -1)
    return current.rows[known]?.id === id ? known : current.rows.findIndex((row) => row.id === id)
  }
  const focused = (): number | null => {
    const active = list && activeNear(list)
    const row = list?.contains(active) ? active?.closest<HTMLElement>('[data-row]') : null
    return row ? Number(row.dataset['row']) : null
  }
  const pinned = (): readonly number[] => [
    ...current.waiting.slice(-mostKeptCards).map(({ row }) => row),
    ...[focused(), wanted].filter((id) => id !== null).map(indexOf),
  ]
  const port: VirtualPort = { scroller, driver, redraw: (isCommitting) => redraw(isCommitting), pinned }

  const topRow = (view: HTMLElement, rows: HTMLElement): VirtualStart['top'] => {
    const sight = driver.isFollowing() ? null : takeSight(view, rows)
    return sight && { id: Number(sight.row.dataset['row']), offset: sight.offset - sight.inner }
  }
  const startFrom = (rows: HTMLElement, view: HTMLElement): VirtualStart => ({
    heights: new Map([...boxes].map(([id, box]) => [id, box.getBoundingClientRect().height])),
    view: view.clientHeight,
    margin: marginOf(rows, view),
    top: topRow(view, rows),
  })
  const freshStart = (): VirtualStart => ({
    heights: new Map(),
    view: typeof window === 'undefined' ? noView : window.innerHeight,
    margin: null,
    top: null,
  })
  const becomeVirtual = (create: typeof createVirtualRows): void => {
    const view = scroller()
    // What was drawn just now may have moved the reader, who is to be found where they were.
    driver.settle()
    virtual = create(list && view ? startFrom(list, view) : freshStart(), port)
  }
  const considerVirtual = (): void => {
    const { length } = current.rows
    if (virtual || length <= mostPlainRows / 2) return
    const create = lateVirtualRows.peek()
    if (create && length > mostPlainRows) {
      becomeVirtual(create)
      redraw(true)
    } else if (!create)
      void lateVirtualRows.load().then(() => {
        if (list) considerVirtual()
      })
  }
  const visitWanted = (): void => {
    const box = wanted === null ? undefined : boxes.get(wanted)
    if (!box) return
    wanted = null
    driver.visit(box)
    focusRow(box)
  }

  return {
    take(next, isWhole) {
      current = next
      const create = list || isWhole ? null : lateVirtualRows.peek()
      if (!virtual && create && next.rows.length > mostPlainRows) becomeVirtual(create)
      if (pins[0] !== next.waiting || pins[1] !== wanted) pins = [next.waiting, wanted]
      if (virtual) return virtual.take(next.rows, pins)
      plain = plainWindow(next.rows, plain)
      return plain
    },
    commit(element) {
      list = element
      driver.setList(element, virtual !== null)
      virtual?.commit()
      if (virtual !== watched) for (const box of boxes.values()) virtual?.measure(box)
      watched = virtual
      if (virtual) driver.settle()
      visitWanted()
      considerVirtual()
    },
    register(element) {
      if (!element) return undefined
      const id = Number(element.dataset['row'])
      boxes.set(id, element)
      virtual?.measure(element)
      return () => {
        if (boxes.get(id) === element) boxes.delete(id)
      }
    },
    show(key) {
      const row = current.rows.find((each) => holdsItem(each, key))
      if (!row) return
      wanted = row.id
      if (boxes.has(row.id)) visitWanted()
      else redraw(false)
    },
    isVirtual: () => virtual !== null,
    start(next) {
      redraw = next
      return () => {
        virtual?.detach()
        driver.setList(null, false)
        list = null
      }
    },
    measureMargin() {
      const view = scroller()
      if (!virtual || !list || !view) return
      virtual.setMargin(marginOf(list, view))
      driver.settle()
    },
  }
}
