/** What a message may be made of: an element's name, and the attributes that it may bear. No other stands. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  div: ['data-streaming', 'data-state', 'tabindex', 'role', 'aria-label'],
  p: [],
  br: [],
  hr: [],
  h3: ['data-level'],
  blockquote: ['dir'],
  ul: ['dir'],
  ol: ['start', 'dir'],
  li: ['id', 'tabindex'],
  strong: [],
  em: [],
  del: [],
  sup: [],
  bdi: ['dir'],
  span: ['data-state', 'aria-live', 'data-display', 'data-source', 'tabindex', 'role', 'aria-label'],
  code: [],
  pre: ['tabindex', 'role', 'aria-label'],
  table: ['dir'],
  thead: [],
  tbody: [],
  tr: [],
  th: ['data-align'],
  td: ['data-align'],
  a: ['href', 'target', 'rel', 'title', 'data-place', 'id', 'role', 'aria-label'],
  button: ['type', 'aria-expanded'],
  svg: ['data-icon', 'viewBox', 'aria-hidden', 'focusable'],
  iframe: ['src', 'sandbox', 'allow', 'referrerpolicy', 'title', 'style'],
  path: ['d', 'fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'],
}

/** What formulas are made of, and nothing by which one could load, lead, name, colour or cover anything. */
const formulaElements = new Set(
  'math mrow mi mo mn ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mpadded mphantom mstyle'.split(
    ' ',
  ),
)
const formulaAttributes = [
  'display',
  'displaystyle',
  'scriptlevel',
  'mathvariant',
  'form',
  'fence',
  'separator',
  'stretchy',
  'symmetric',
  'largeop',
  'movablelimits',
  'accent',
  'accentunder',
  'columnspan',
  'rowspan',
  'lspace',
  'rspace',
  'minsize',
  'maxsize',
  'linethickness',
  'width',
  'height',
  'depth',
  'voffset',
  'data-align',
  'data-before',
  'data-after',
  'data-borders',
  'data-line',
  'data-error',
]

const ownClass = /^(?:twk-[a-z_-]+)(?: twk-[a-z_-]+)*$/u
const ownFrame = '/diagram-frame.html'
const ownButton = /^(?:twk-code__copy|twk-text-button)$/u

/** Footnotes and their marks have ids: made of React's own and of numbers, never of words. */
const ownId = /^twk_r_\w+_(?:note-\d+|mark-\d+-\d+)$/u

const isOwn = (name: string, value: string, names: readonly string[]): boolean => {
  if (name === 'class') return ownClass.test(value)
  if (name === 'id' && !ownId.test(value)) return false
  return names.includes(name)
}

const attributeFaults = (element: Element, names: readonly string[]): readonly string[] =>
  element.getAttributeNames().filter((name) => !isOwn(name, element.getAttribute(name) ?? '', names))

const isOwnFrame = (frame: HTMLIFrameElement): boolean =>
  frame.getAttribute('src') === ownFrame &&
  frame.getAttribute('sandbox') === 'allow-scripts' &&
  /^(?:block-size|height): \d+px;$/u.test(frame.getAttribute('style') ?? '')

const faultsOf = (element: Element): readonly string[] => {
  const names = formulaElements.has(element.localName) ? formulaAttributes : allowed[element.localName]
  if (!names) return [`<${element.localName}>`]
  const faults = attributeFaults(element, names).map((name) => `<${element.localName} ${name}>`)
  if (element instanceof HTMLAnchorElement && !/^(?:https?|mailto):$/u.test(element.protocol))
    return [...faults, `a link to ${element.protocol}`]
  if (element instanceof HTMLIFrameElement && !isOwnFrame(element)) return [...faults, 'a frame']
  if (element instanceof HTMLButtonElement && !ownButton.test(element.className))
    return [...faults, 'a button']
  return faults
}

/** What stands in `container` and no message may make: forms, controls, styles, foreign classes, ids, other links. */
export const faultsIn = (container: Element): readonly string[] =>
  Array.from(container.querySelectorAll('*'), faultsOf).flat()
