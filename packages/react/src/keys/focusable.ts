import { activeNear } from '../base/tree.ts'

const controls =
  'a[href], button, input, select, textarea, summary, iframe, [contenteditable]:not([contenteditable="false"]), [tabindex]'

/** Whether the person can see and reach it. */
export const isReachable = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert]') === null

/** The elements inside that Tab stops at, in the order of the page. */
export const tabStops = (root: Element): readonly HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(controls)].filter(
    (element) => element.tabIndex >= 0 && !element.matches(':disabled') && isReachable(element),
  )

/** Gives an element the focus, also one that Tab does not stop at; says whether it took it. */
export const focusOn = (element: HTMLElement): boolean => {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
  return activeNear(element) === element
}

const textTypes = new Set([
  'text',
  'search',
  'email',
  'url',
  'tel',
  'password',
  'number',
  'date',
  'datetime-local',
  'month',
  'time',
  'week',
])

/** Whether a character that is pressed here is meant as one: a field, or a list that is searched by typing. */
export const takesCharacters = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return textTypes.has(target.type)
  return (
    target.isContentEditable ||
    target.matches(
      'textarea, select, [role=textbox], [role=searchbox], [role=combobox], [role=spinbutton]',
    ) ||
    target.closest('[role=listbox], [role=menu], [role=tree], [role=grid]') !== null
  )
}
