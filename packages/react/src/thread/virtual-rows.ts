import {
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
  type VirtualizerOptions,
} from '@tanstack/virtual-core'
import { estimateRow } from './estimate-row.ts'
import type { ThreadRow } from './row-parts.ts'
import type { RowWindow, Slot } from './row-window.ts'
import type { ScrollDriver } from './scroll-driver.ts'
import { windowOf } from './virtual-window.ts'

type Options = VirtualizerOptions<HTMLElement, HTMLElement>

/** What a virtual list takes over from the page as it finds it. */
export interface VirtualStart {
  /** Heights of rows that were drawn, by the rows' numbers. */
  readonly heights: ReadonlyMap<number, number>
  /** The view's height in pixels. */
  readonly view: number
  /** The height of what stands above all rows, in pixels; `null` while it is not known. */
  readonly margin: number | null
  /** A row's number and how far down in the view it begins; `null`: the view is at the end. */
  readonly top: { readonly id: number; readonly offset: number } | null
}

export interface VirtualPort {
  readonly scroller: () => HTMLElement | null
  readonly driver: ScrollDriver
  /** Other rows are to be drawn now; `isCommitting`: within the drawing that is under way. */
  readonly redraw: (isCommitting: boolean) => void
  /** The rows to draw wherever they are: read each time, so that a focus that just moved counts. */
  readonly pinned: () => readonly number[]
}

/** A long thread's rows, drawn where they can be seen. */
export interface VirtualRows {
  /** Called while rendering: the rows to draw. `pins` is another object when other rows are to be pinned. */
  take(rows: readonly ThreadRow[], pins: unknown): RowWindow
  /** Called after each drawing. */
  commit(): void
  /** A row has come onto the page. */
  measure(element: HTMLElement): void
  /** What stands above all rows has another height. */
  setMargin(margin: number): void
  detach(): void
}

const isSameWindow = (left: RowWindow, right: RowWindow): boolean =>
  left.after === right.after &&
  left.slots.length === right.slots.length &&
  left.slots.every(({ index, room }, at) => index === right.slots[at]?.index && room === right.slots[at].room)

const slotsOf = (items: readonly VirtualItem[], margin: number): readonly Slot[] =>
  items.map(({ index, start }, at) => ({ index, room: Math.max(0, start - (items[at - 1]?.end ?? margin)) }))

// The exact height: rounded ones would move the rows below by parts of a pixel when a thread becomes virtual.
const measureRow: Options['measureElement'] = (element, entry, instance) => {
  const size = entry?.borderBoxSize[0]?.blockSize
  if (size !== undefined) return size
  const known = instance.itemSizeCache.get(Number(element.dataset['row']))
  return known ?? element.getBoundingClientRect().height
}

/** So many rows may come before the list has to read all rows anew. */
const reserve = 256

/** Lets TanStack's list measure rows and keep the reader's row in place; the thread's driver follows the end. */
export const createVirtualRows = (start: VirtualStart, port: VirtualPort): VirtualRows => {
  const { driver } = port
  let rows: readonly ThreadRow[] = []
  let capacity = 0
  let margin = start.margin ?? 0
  let isMarginKnown = start.margin !== null
  let drawn: RowWindow = { slots: [], after: 0 }
  let pins: unknown = null
  let isCommitting = false
  let isScrolling = false
  let isTaking = false
  let direction: 'up' | 'down' = 'up'

  const during = <Result>(work: () => Result): Result => {
    const outer = isCommitting
    isCommitting = true
    try {
      return work()
    } finally {
      isCommitting = outer
    }
  }
  // The list reads every row anew when their count changes. It is told of rows to come instead, which have no height:
  // one that has come is then told by its height. Returns where those begin that have come.
  const takeRows = (next: readonly ThreadRow[]): number => {
    const known = rows.length
    const isGrown = known <= next.length && rows[known - 1]?.id === next[known - 1]?.id
    rows = next
    if (isGrown && next.length <= capacity) return known
    capacity = next.length + reserve === capacity ? capacity + 1 : next.length + reserve
    return next.length
  }
  const sizeOfRow = (index: number): number => {
    const row = rows[index]
    return row ? (list.itemSizeCache.get(row.id) ?? estimateRow(row)) : 0
  }
  const createExtractor = (): NonNullable<Options['rangeExtractor']> => (range) =>
    windowOf(
      { count: rows.length, size: sizeOfRow },
      {
        seen: { first: range.startIndex, last: range.endIndex },
        isFollowing: driver.isFollowing(),
        direction,
        view: list.scrollRect?.height ?? start.view,
        pinned: port.pinned(),
      },
    )
  let extractor = createExtractor()

  const read = (): RowWindow => {
    const items = list.getVirtualItems()
    const end = list.getTotalSize() + margin
    return { slots: slotsOf(items, margin), after: Math.max(0, end - (items.at(-1)?.end ?? margin)) }
  }
  const handleChange = (): void => {
    if (isTaking) return
    if (!isSameWindow(read(), drawn)) {
      port.redraw(isCommitting)
      // Rows that went are let go of now: a browser complains of what is observed off the page.
      if (!isCommitting) list.measureElement(null)
    }
    // A scroll's layout is still to come, and the driver hears of that.
    if (!isCommitting && !isScrolling) driver.settle()
  }
  const firstOffset = (): number => {
    const { top } = start
    const index = top ? rows.findIndex(({ id }) => id === top.id) : -1
    const item = list.measurementsCache[index]
    return top && item ? item.start - top.offset : list.getTotalSize() + margin - start.view
  }
  const options = (): Options => ({
    count: capacity,
    getItemKey: keyOf,
    estimateSize,
    getScrollElement: port.scroller,
    initialRect: { width: 0, height: start.view },
    initialOffset: firstOffset,
    scrollMargin: margin,
    anchorTo: 'end',
    // Less than any distance from the end: whether the view follows is the driver's to decide.
    scrollEndThreshold: -1,
    measureElement: measureRow,
    rangeExtractor: extractor,
    onChange: handleChange,
    // A thread that is not shown has no height: its rows stay as they are, with what was written into them.
    observeElementRect: (instance, tell) =>
      observeElementRect(instance, (rect) => {
        if (rect.height > 0) tell(rect)
      }),
    observeElementOffset: (instance, tell) =>
      observeElementOffset(instance, (offset, isMoving) => {
        isScrolling = true
        // Which rows are drawn depends on whether the reader has left the end.
        driver.noteScrolled()
        if (offset !== list.scrollOffset) direction = offset < (list.scrollOffset ?? 0) ? 'up' : 'down'
        tell(offset, isMoving)
        isScrolling = false
      }),
    scrollToFn: (offset, { adjustments = 0 }, { scrollElement }) => {
      scrollElement?.scrollTo({ top: offset + adjustments, behavior: 'instant' })
      driver.notePlaced()
    },
  })
  // The same functions each time: another one would make the list read all rows anew.
  const keyOf = (index: number): number => rows[index]?.id ?? -1 - index
  const estimateSize = (index: number): number => {
    const row = rows[index]
    return row ? (start.heights.get(row.id) ?? estimateRow(row)) : 0
  }
  const list = new Virtualizer<HTMLElement, HTMLElement>(options())
  // A row above the view's edge has another height: the view goes along, whichever way it was scrolled last.
  list.shouldAdjustScrollPositionOnItemSizeChange = (item) => {
    if (driver.isFollowing()) return false
    const edge = list.scrollOffset ?? 0
    const isKnown = list.itemSizeCache.has(item.key) || start.heights.has(Number(item.key))
    return isKnown ? item.end <= edge : item.start < edge
  }

  return {
    take(next, nextPins) {
      const first = takeRows(next)
      if (nextPins !== pins) extractor = createExtractor()
      pins = nextPins
      isTaking = true
      list.setOptions(options())
      for (const [at, row] of rows.slice(first).entries()) list.resizeItem(first + at, estimateRow(row))
      isTaking = false
      drawn = read()
      return drawn
    },
    commit() {
      during(() => list._willUpdate())
    },
    measure(element) {
      during(() => list.measureElement(element))
    },
    setMargin(next) {
      const by = next - margin
      // What is measured first was there before: it moves nobody.
      const hasGrown = isMarginKnown && by !== 0
      isMarginKnown = true
      if (by === 0) return
      margin = next
      during(() => list.setOptions(options()))
      if (hasGrown) driver.shift(by)
    },
    detach: list._didMount(),
  }
}
