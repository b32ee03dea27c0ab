import { focusOn } from './focusable.ts'

const isNamed = (element: Element): boolean =>
  element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby')

/** What of an item takes the focus: the item where it has a name, else the part of it that has one. */
export const itemEntry = (item: HTMLElement): HTMLElement =>
  isNamed(item) ? item : (item.querySelector<HTMLElement>('section[aria-label], [tabindex="-1"]') ?? item)

/** The item that an element lies in, or is; `null` outside of all. */
export const itemOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-twk-id]') ?? null

/** Gives an item the focus and brings it into view; says whether it took it. */
export const enterItem = (item: HTMLElement): boolean => {
  const entry = itemEntry(item)
  if (!focusOn(entry)) return false
  item.scrollIntoView({ block: 'nearest' })
  return true
}
