import { focusOn, isReachable } from '../keys/focusable.ts'
import { enterItem } from '../keys/item-entry.ts'
import { canEnter, enterRegion } from '../keys/regions.ts'

const isNowhere = ({ activeElement, body }: Document): boolean =>
  activeElement === null || activeElement === body

/** An element and what it lies in, from the inside out, as far as `root`. */
const pathTo = (element: Element, root: Element): readonly HTMLElement[] => {
  const path: HTMLElement[] = []
  for (let each: Element | null = element; each && root.contains(each); each = each.parentElement)
    if (each instanceof HTMLElement) path.push(each)
  return path
}

/** Gives the focus to the nearest thing of the path that it can rest on. */
const restore = (path: readonly HTMLElement[], root: HTMLElement): void => {
  for (const element of path) {
    if (!element.isConnected || !isReachable(element)) continue
    const isStop = element === path[0] || element.hasAttribute('tabindex')
    if (element.hasAttribute('data-twk-id') ? enterItem(element) : isStop && focusOn(element)) return
    if (element.hasAttribute('data-twk-region') && canEnter(element) && enterRegion(element)) return
  }
  const log = root.querySelector<HTMLElement>('[role=log]')
  focusOn(log && isReachable(log) ? log : root)
}

/**
 * Keeps the focus from falling to the top of the page when what had it goes away: it then rests on the nearest thing
 * around it, such as the card whose button went, the region, the log. Who moves the focus, or clicks beside, is left
 * alone. Returns the way to stop.
 */
export const keepFocus = (root: HTMLElement): (() => void) => {
  const page = root.ownerDocument
  let path: readonly HTMLElement[] = []

  const handleFocusIn = ({ target }: FocusEvent): void => {
    path = target instanceof Element ? pathTo(target, root) : []
  }
  const handleFocusOut = ({ target, relatedTarget }: FocusEvent): void => {
    // Some browsers tell of an element that is being removed; and the whole window may lose the focus for a while.
    if (!(target instanceof Element) || !page.hasFocus()) return
    // Later, when whatever takes it away, or puts it elsewhere, has done so.
    setTimeout(() => {
      const isGone = !target.isConnected || target.matches(':disabled')
      if (path[0] === target && !isGone && (relatedTarget !== null || isNowhere(page))) path = []
    })
  }
  const holdsLast = ({ removedNodes }: MutationRecord): boolean =>
    [...removedNodes].some((node) => path[0] !== undefined && node.contains(path[0]))
  const observer = new MutationObserver((changes) => {
    const last = path[0]
    if (!last || !isNowhere(page)) return
    // An element that only moves to another place loses the focus as well.
    if (!last.isConnected || changes.some(holdsLast)) restore(path, root)
  })

  root.addEventListener('focusin', handleFocusIn)
  root.addEventListener('focusout', handleFocusOut)
  observer.observe(root, { childList: true, subtree: true })
  return () => {
    root.removeEventListener('focusin', handleFocusIn)
    root.removeEventListener('focusout', handleFocusOut)
    observer.disconnect()
  }
}
