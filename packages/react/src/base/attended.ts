import { activeNear } from './tree.ts'

/** Whether the person is at this element or inside it. A page keeps its focus while the person is at another one. */
export const isAttended = (element: HTMLElement | null): boolean =>
  element !== null && document.hasFocus() && element.contains(activeNear(element))
