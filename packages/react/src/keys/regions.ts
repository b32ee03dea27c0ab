import { activeNear, treeOf } from '../base/tree.ts'
import { focusOn, isReachable, tabStops } from './focusable.ts'

/** Where the focus was when it last left a region. */
const lastIn = new WeakMap<Element, HTMLElement>()

/** Whether there is anything in a region that the focus could go to. */
export const canEnter = (region: HTMLElement): boolean =>
  isReachable(region) && (region.matches('[role=log]') || tabStops(region).length > 0)

/** The regions of the page that F6 walks through, in its order: those of this chat, and those that stand in none. */
export const regionsOf = (chat: Element): readonly HTMLElement[] =>
  [...treeOf(chat).querySelectorAll<HTMLElement>('[data-twk-region]')].filter((region) => {
    const owner = region.closest('.twk-chat')
    return (owner === null || owner === chat) && canEnter(region)
  })

/** The region that an element lies in, or is. */
export const regionOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-twk-region]') ?? null

/** Remembers where in its region the focus was. */
export const noteFocus = (element: HTMLElement): void => {
  const region = regionOf(element)
  if (region) lastIn.set(region, element)
}

const isStillIn = (region: Element, element: HTMLElement | undefined): element is HTMLElement =>
  element !== undefined && region.contains(element) && isReachable(element)

/** What of a region takes the focus when nobody was there before: itself where it is a log, its field, its current row, its first control. */
const entryOf = (region: HTMLElement): HTMLElement =>
  region.matches('[role=log]')
    ? region
    : (region.querySelector<HTMLElement>('textarea, [aria-current]') ?? tabStops(region)[0] ?? region)

/** Gives a region the focus, where it was last in it; says whether it took it. */
export const enterRegion = (region: HTMLElement): boolean => {
  const last = lastIn.get(region)
  if (isStillIn(region, last) && focusOn(last)) return true
  return focusOn(entryOf(region))
}

/** Goes to the next (1) or the previous (-1) region of the page, around its end. Says whether there was one. */
export const walkRegions = (chat: Element, by: 1 | -1): boolean => {
  const regions = regionsOf(chat)
  if (regions.length === 0) return false
  const at = regions.findIndex((region) => region === regionOf(activeNear(chat)))
  const start = at < 0 && by < 0 ? 0 : at
  for (let step = 1; step <= regions.length; step += 1) {
    const region = regions[(start + by * step + regions.length * 2) % regions.length]
    if (region && enterRegion(region)) return true
  }
  return false
}
