import { activeNear } from '../base/tree.ts'
import type { ApprovalItem } from '@threadwork/core'
import type { ApprovalDesk } from './approval-desk.ts'

/** A virtual list draws a row that it goes to within a few frames, and gives its article the focus then. */
const mostFrames = 60
const settledFrames = 5

const articleIn = (root: ParentNode, { id }: ApprovalItem): HTMLElement | null =>
  root.querySelector(`[data-twk-id="${CSS.escape(id)}"]`)

const takeFocus = (article: HTMLElement): void => {
  // A host's own card may have no title: then the article itself.
  const target = article.querySelector<HTMLElement>('.twk-card__title') ?? article
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  target.focus({ preventScroll: true })
}

/** Brings a card into view and the focus to its title: never to Approve, which has to stand still anew. */
export const showCard = (desk: ApprovalDesk, root: ParentNode, item: ApprovalItem): void => {
  const memory = desk.memoryOf(item)
  memory.setState({ jumps: memory.getState().jumps + 1 })
  desk.scrollTo(item.key)
  let left = mostFrames
  let found: HTMLElement | null = null
  const look = (): void => {
    const article = articleIn(root, item)
    if (article && !found) left = settledFrames
    // Somebody who has gone on meanwhile is left alone.
    if (article && (!found || activeNear(article) === article)) takeFocus(article)
    found ??= article
    left -= 1
    if (left > 0) requestAnimationFrame(look)
  }
  look()
}
