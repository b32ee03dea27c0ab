/** The tree that a node stands in: the shadow tree around it, else its document. */
export const treeOf = (node: Node): Document | ShadowRoot => {
  const root = node.getRootNode()
  if (root instanceof ShadowRoot || root instanceof Document) return root
  return node.ownerDocument ?? document
}

/** What has the focus in the tree of `node`; of a shadow tree the document would only tell its host. */
export const activeNear = (node: Node): Element | null => treeOf(node).activeElement

/** What an event happened to, also inside a shadow tree that its listener stands outside of. */
export const targetOf = (event: Event): EventTarget | null => event.composedPath()[0] ?? event.target

const holds = (outer: Node, node: Node): boolean => {
  for (let each: Node | null = node; each; each = each instanceof ShadowRoot ? each.host : each.parentNode)
    if (each === outer) return true
  return false
}

/** Whether something of the page or of the tree of `node` that matches, such as an open dialog, does not hold it. */
export const isBehind = (node: Node, selector: string): boolean =>
  [document, treeOf(node)].some((tree) =>
    [...tree.querySelectorAll(selector)].some((each) => !holds(each, node)),
  )
