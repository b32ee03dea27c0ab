/** What the reader looks at: an element, and where it stood. */
export interface Sight {
  readonly row: HTMLElement
  /** The smallest part of the row at the upper edge of the view; the row itself where it begins below the edge. */
  readonly part: Element
  /** The part's distance from the upper edge of the view, in pixels. */
  readonly offset: number
  /** The part's distance from the start of its row. */
  readonly inner: number
}

const topOf = (element: Element): number => element.getBoundingClientRect().top

/** Deeper than this, nothing of a message moves by itself. */
const deepest = 6

const partAt = (row: Element, edge: number): Element => {
  let part = row
  for (let depth = 0; depth < deepest && topOf(part) < edge; depth += 1) {
    let next: Element | null = part.firstElementChild
    while (next && next.getBoundingClientRect().bottom <= edge) next = next.nextElementSibling
    if (!next) break
    part = next
  }
  return part
}

/** The first of the children, which follow each other down the page, that ends below `edge`. */
const firstBelow = (children: HTMLCollection, edge: number): Element | null => {
  let low = 0
  let high = children.length
  while (low < high) {
    const middle = (low + high) >> 1
    const child = children[middle]
    if (child && child.getBoundingClientRect().bottom > edge) high = middle
    else low = middle + 1
  }
  return children[low] ?? null
}

/** What stands at the upper edge of the view; `null` where that is no row. `list`: the parent of the rows. */
export const takeSight = (scroller: HTMLElement, list: HTMLElement): Sight | null => {
  const edge = topOf(scroller)
  const row = firstBelow(list.children, edge)
  if (!(row instanceof HTMLElement) || row.dataset['row'] === undefined) return null
  return sightOf(scroller, row, partAt(row, edge))
}

/** Makes a row what the reader looks at, wherever in the view it is. */
export const sightOf = (scroller: HTMLElement, row: HTMLElement, part: Element = row): Sight => {
  const top = topOf(part)
  return { row, part, offset: top - topOf(scroller), inner: top - topOf(row) }
}

/** So many pixels what the reader looked at went down in the view since; 0 when nothing of it is left. */
export const driftOf = (sight: Sight, scroller: HTMLElement): number => {
  if (sight.part.isConnected) return topOf(sight.part) - topOf(scroller) - sight.offset
  if (sight.row.isConnected) return topOf(sight.row) - topOf(scroller) - (sight.offset - sight.inner)
  return 0
}

/** So many pixels it went down in its own row. */
export const innerDriftOf = (sight: Sight): number =>
  sight.part.isConnected && sight.row.isConnected ? topOf(sight.part) - topOf(sight.row) - sight.inner : 0

/** Whether what the reader looked at would end above the view, were it back where it was. */
export const isOutOfView = (sight: Sight, scroller: HTMLElement, drift: number): boolean =>
  sight.part.isConnected && sight.part.getBoundingClientRect().bottom - drift <= topOf(scroller)
