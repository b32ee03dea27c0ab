import { activeNear } from '../base/tree.ts'
import { itemEntry, itemOf, enterItem } from './item-entry.ts'
import type { KeyCommand } from './key-map.ts'
import { focusOn } from './focusable.ts'
import { enterRegion, regionOf, walkRegions } from './regions.ts'
import { seamOf } from './thread-seam.ts'
import { goToItem, walkThread, type Stop } from './thread-walk.ts'

/** What keys act on. */
export interface KeyPort {
  readonly chat: HTMLElement
  /** All items of the thread, and those that wait for the person, in its order. */
  readonly stops: () => readonly Stop[]
  readonly waiting: () => readonly Stop[]
  readonly showKeys: () => void
  /** There is nothing to go to: says so. */
  readonly tellNothingWaits: () => void
}

const logOf = (chat: HTMLElement): HTMLElement | null => chat.querySelector<HTMLElement>('[role=log]')

const focusComposer = (chat: HTMLElement): boolean => {
  const composer = chat.querySelector<HTMLElement>('[data-twk-region=composer]')
  if (!composer) return false
  const field = composer.querySelector<HTMLElement>('textarea')
  return field ? focusOn(field) : enterRegion(composer)
}

/** The waiting item behind the one that has the focus; the first where none is behind it. */
const nextWaiting = ({ chat, stops, waiting }: KeyPort): Stop | undefined => {
  const here = itemOf(activeNear(chat))?.dataset['twkId']
  const all = stops()
  const at = all.findIndex(({ id }) => id === here)
  const behind = new Set(all.slice(at + 1).map(({ id }) => id))
  const cards = waiting()
  return cards.find(({ id }) => behind.has(id)) ?? cards[0]
}

const goToWaiting = (port: KeyPort): boolean => {
  const log = logOf(port.chat)
  const stop = nextWaiting(port)
  if (stop && log) return goToItem(log, stop)
  port.tellNothingWaits()
  return true
}

const goToLatest = ({ chat, stops }: KeyPort): boolean => {
  const log = logOf(chat)
  if (!log) return false
  seamOf(log).toEnd()
  const last = stops().at(-1)
  // Whoever is writing goes on writing.
  if (last && log.contains(activeNear(chat))) goToItem(log, last)
  return true
}

const isOnItem = (target: Element): boolean => {
  const item = itemOf(target)
  return item !== null && (target === item || target === itemEntry(item))
}

/** Out of a control to its card, and from there to the field. In the field the key is not ours. */
const leave = ({ chat }: KeyPort, target: Element): boolean => {
  if (!chat.contains(target) || regionOf(target)?.dataset['twkRegion'] === 'composer') return false
  const item = itemOf(target)
  if (item && !isOnItem(target)) return enterItem(item)
  return focusComposer(chat)
}

/** Does what a key stands for; says whether it did. Else the key is the browser's. */
export const performCommand = (command: KeyCommand, target: Element, port: KeyPort): boolean => {
  switch (command) {
    case 'showKeys':
      port.showKeys()
      return true
    case 'nextRegion':
      return walkRegions(port.chat, 1)
    case 'previousRegion':
      return walkRegions(port.chat, -1)
    case 'nextWaiting':
      return goToWaiting(port)
    case 'toLatest':
      return goToLatest(port)
    case 'toComposer':
      return focusComposer(port.chat)
    case 'leave':
      return leave(port, target)
    case 'previousItem':
    case 'nextItem':
    case 'previousPage':
    case 'nextPage':
    case 'firstItem':
    case 'lastItem': {
      const log = logOf(port.chat)
      const isWalk = log !== null && (target === log || (log.contains(target) && isOnItem(target)))
      return isWalk && walkThread(log, port.stops(), command)
    }
  }
}
