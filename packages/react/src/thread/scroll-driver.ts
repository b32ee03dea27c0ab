import {
  isAway,
  startScroll,
  stepScroll,
  type Position,
  type ScrollEffect,
  type ScrollInput,
} from './scroll-state.ts'
import { driftOf, innerDriftOf, isOutOfView, sightOf, takeSight, type Sight } from './sight.ts'

/** The elements of a thread that scrolls. */
export interface ScrollParts {
  readonly scroller: HTMLElement
  /** All that scrolls in it. */
  readonly content: HTMLElement
}

/** Carries out what `stepScroll` decides on a page. One for each thread; it outlives any element. */
export interface ScrollDriver {
  /** Begins to look after the elements; returns the way to stop. */
  readonly attach: (parts: ScrollParts) => () => void
  /**
   * The rows' parent, and whether something else measures the rows and keeps them where they are: a virtual list does,
   * and then calls `settle` itself.
   */
  readonly setList: (list: HTMLElement | null, keepsRows: boolean) => void
  /** The layout is another: keeps the reader where they are owed to be. */
  readonly settle: () => void
  /** The view has scrolled: for a listener that may be called before the driver's own. */
  readonly noteScrolled: () => void
  /** Something else has scrolled the view for the page. */
  readonly notePlaced: () => void
  /** Down by so many pixels for what changed above all rows, unless the reader follows the end. */
  readonly shift: (by: number) => void
  readonly jumpToEnd: () => void
  /** Shows a row in the middle of the view and keeps it there while what is around it takes its height. */
  readonly visit: (row: HTMLElement) => void
  readonly isFollowing: () => boolean
  readonly isAway: () => boolean
  /** Calls back when `isFollowing` or `isAway` changes; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void
}

// `scrollIntoView` would scroll the host's page as well.
const wayTo = (row: HTMLElement, scroller: HTMLElement): number => {
  const at = row.getBoundingClientRect()
  const view = scroller.getBoundingClientRect()
  const room = Math.max(0, scroller.clientHeight - at.height)
  return at.top - view.top - room / 2
}

export const createScrollDriver = (): ScrollDriver => {
  const listeners = new Set<() => void>()
  let state = startScroll
  let parts: ScrollParts | null = null
  let list: HTMLElement | null = null
  let keepsRows = false
  let observer: ResizeObserver | null = null
  let sight: Sight | null = null
  // A row that was asked for is kept where it is even by a list that keeps rows: those beside it have no height yet.
  let isExact = false

  const position = (scroller: HTMLElement): Position => ({
    top: scroller.scrollTop,
    max: scroller.scrollHeight - scroller.clientHeight,
  })
  const look = (scroller: HTMLElement): void => {
    sight = list && takeSight(scroller, list)
    isExact = false
  }
  const perform = (effect: ScrollEffect, scroller: HTMLElement): void => {
    switch (effect.type) {
      case 'take-sight':
        return look(scroller)
      case 'to-end':
        scroller.scrollTop = scroller.scrollHeight
        return tell({ type: 'placed', ...position(scroller) }, scroller)
      case 'move':
        scroller.scrollTop += effect.by
        if (sight && keepsRows && !isExact) sight = sightOf(scroller, sight.row, sight.part)
        return tell({ type: 'placed', ...position(scroller) }, scroller)
    }
  }
  const tell = (input: ScrollInput, scroller: HTMLElement): void => {
    const before = state
    const [next, effects] = stepScroll(state, input)
    state = next
    for (const effect of effects) perform(effect, scroller)
    if (before.intent === state.intent && isAway(before) === isAway(state)) return
    for (const listener of listeners) listener()
  }
  const drift = (scroller: HTMLElement): number => {
    if (!sight || state.intent === 'following') return 0
    return keepsRows && !isExact ? innerDriftOf(sight) : driftOf(sight, scroller)
  }
  const settle = (): void => {
    if (!parts) return
    const { scroller } = parts
    const by = drift(scroller)
    const isOut = sight !== null && state.intent === 'reading' && isOutOfView(sight, scroller, by)
    tell({ type: 'laid-out', ...position(scroller), drift: by, isOut }, scroller)
  }

  const noteScrolled = (): void => {
    if (parts) tell({ type: 'scrolled', ...position(parts.scroller) }, parts.scroller)
  }

  return {
    attach(next) {
      parts = next
      const { scroller, content } = next
      // Called after layout and before paint, so the reader never sees the content before it is in place.
      observer = new ResizeObserver(settle)
      if (!keepsRows) observer.observe(content)
      observer.observe(scroller)
      scroller.addEventListener('scroll', noteScrolled, { passive: true })
      settle()
      return () => {
        observer?.disconnect()
        observer = null
        scroller.removeEventListener('scroll', noteScrolled)
        parts = null
      }
    },
    setList(next, keeps) {
      list = next
      // A list that draws rows while it measures them would change the content's height within one observation.
      if (keeps && !keepsRows && parts) observer?.unobserve(parts.content)
      keepsRows = keeps
    },
    settle,
    noteScrolled,
    notePlaced() {
      if (parts) tell({ type: 'placed', ...position(parts.scroller) }, parts.scroller)
    },
    shift(by) {
      if (!parts || state.intent === 'following') return
      perform({ type: 'move', by }, parts.scroller)
    },
    jumpToEnd() {
      if (parts) tell({ type: 'jump' }, parts.scroller)
    },
    visit(row) {
      if (!parts) return
      const { scroller } = parts
      tell({ type: 'visit' }, scroller)
      scroller.scrollTop += wayTo(row, scroller)
      tell({ type: 'placed', ...position(scroller) }, scroller)
      sight = sightOf(scroller, row)
      isExact = true
    },
    isFollowing: () => state.intent === 'following',
    isAway: () => isAway(state),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
