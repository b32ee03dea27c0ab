/** Brings an item of a conversation on this page into view and gives it the focus; `false` when it is not drawn. */
export const goToItem = (from: Element, id: string): boolean => {
  const root = from.getRootNode()
  const scope = root instanceof ShadowRoot ? root : document
  const found = scope.querySelector<HTMLElement>(`[data-twk-id="${CSS.escape(id)}"]`)
  if (!found) return false
  found.scrollIntoView({ block: 'center' })
  if (!found.hasAttribute('tabindex')) found.tabIndex = -1
  found.focus({ preventScroll: true })
  return true
}
