import { activeNear } from '../base/tree.ts'
import type { Item } from '@threadwork/core'
import { isReachable } from './focusable.ts'
import { enterItem, itemOf } from './item-entry.ts'
import { seamOf } from './thread-seam.ts'

/** A step from one item of a thread to another. */
export type WalkStep = 'previousItem' | 'nextItem' | 'previousPage' | 'nextPage' | 'firstItem' | 'lastItem'

/** An item by the names that the page and the thread know it by. */
export type Stop = Pick<Item, 'id' | 'key'>

const elementOf = (log: HTMLElement, { id }: Stop): HTMLElement | null => {
  const found = log.querySelector<HTMLElement>(`[data-twk-id="${CSS.escape(id)}"]`)
  return found && isReachable(found) ? found : null
}

/** Goes to an item and gives it the focus, wherever in the thread it is. Says whether it could. */
export const goToItem = (log: HTMLElement, stop: Stop): boolean => {
  const here = elementOf(log, stop)
  if (here) return enterItem(here)
  seamOf(log).show(stop.key)
  const brought = elementOf(log, stop)
  return brought !== null && enterItem(brought)
}

const itemsInView = (log: HTMLElement): readonly HTMLElement[] => {
  const view = log.getBoundingClientRect()
  return [...log.querySelectorAll<HTMLElement>('[data-twk-id]')].filter((item) => {
    const { top, bottom, height } = item.getBoundingClientRect()
    return height > 0 && bottom > view.top + 1 && top < view.bottom - 1
  })
}

const goToFirst = (log: HTMLElement, stops: Iterable<Stop>): boolean => {
  // An item that nothing is drawn for is passed over.
  for (const stop of stops) if (goToItem(log, stop)) return true
  return false
}

/** From the log itself the walk begins with what can be seen. */
const beginWalk = (log: HTMLElement, by: 1 | -1): boolean => {
  const seen = itemsInView(log)
  const item = by > 0 ? seen[0] : seen.at(-1)
  return item !== undefined && enterItem(item)
}

/** What of the current item is beyond the edge of the view is read first: the browser scrolls there. */
const goesOnBeyond = (log: HTMLElement, item: HTMLElement, by: 1 | -1): boolean => {
  const view = log.getBoundingClientRect()
  const { top, bottom } = item.getBoundingClientRect()
  return by > 0 ? bottom > view.bottom + 1 : top < view.top - 1
}

const walkOne = (log: HTMLElement, stops: readonly Stop[], by: 1 | -1): boolean => {
  const current = itemOf(activeNear(log))
  if (!current || !log.contains(current)) return beginWalk(log, by)
  if (goesOnBeyond(log, current, by)) return false
  const at = stops.findIndex(({ id }) => id === current.dataset['twkId'])
  return goToFirst(log, by > 0 ? stops.slice(at + 1) : stops.slice(0, Math.max(0, at)).toReversed())
}

const enterTopOfView = (log: HTMLElement): void => {
  const { top } = log.getBoundingClientRect()
  const seen = itemsInView(log)
  const item = seen.find((each) => each.getBoundingClientRect().top >= top - 1) ?? seen[0]
  if (item) enterItem(item)
}

const walkPage = (log: HTMLElement, by: 1 | -1): boolean => {
  const before = log.scrollTop
  log.scrollBy({ top: by * log.clientHeight * 0.9, behavior: 'instant' })
  if (log.scrollTop === before) return beginWalk(log, by > 0 ? -1 : 1)
  // A long thread draws what came into view in the next frame.
  requestAnimationFrame(() => requestAnimationFrame(() => enterTopOfView(log)))
  return true
}

/** Takes a step through the thread. Says whether there was one to take; else the key is the browser's. */
export const walkThread = (log: HTMLElement, stops: readonly Stop[], step: WalkStep): boolean => {
  switch (step) {
    case 'previousItem':
      return walkOne(log, stops, -1)
    case 'nextItem':
      return walkOne(log, stops, 1)
    case 'previousPage':
      return walkPage(log, -1)
    case 'nextPage':
      return walkPage(log, 1)
    case 'firstItem':
      return goToFirst(log, stops)
    case 'lastItem':
      return goToFirst(log, stops.toReversed())
  }
}
