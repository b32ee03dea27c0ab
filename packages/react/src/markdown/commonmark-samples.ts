/** Reads two ways of drawing the same markdown, CommonMark's own HTML and the kit's, into outlines to be compared. */

/** Where the kit's policy draws something else than CommonMark's reference does. */
export type Difference =
  | 'HTML is shown as text'
  | 'an image waits as a placeholder'
  | 'an address that is neither web nor mail is no link'
  | 'the title of a link is left out'
  | 'the name of a language is left out'
  | 'GitHub makes links of bare addresses'

export interface Outline {
  readonly text: string
  readonly differences: readonly Difference[]
}

/** How an element is outlined where that is not by its name; `null` for all others. */
type Special = (element: Element, inner: (node: Node) => string) => string | null

const blocks = new Set('P UL OL LI H1 H2 H3 H4 H5 H6 BLOCKQUOTE HR DIV PRE'.split(' '))
const knownLanguage = /^[\w+#.-]{1,32}$/u

const webOrMail = (address: string | null): string | null => {
  const url = URL.parse(address ?? '')
  if (url?.protocol === 'mailto:') return url.href
  return url && /^https?:$/u.test(url.protocol) && url.host !== '' ? url.href : null
}

const code = (text: string, language: string): string => `(code ${language} ${JSON.stringify(text)})`

/** Joins what an element holds; white space around blocks and behind breaks says nothing. */
const join = (parts: readonly string[]): string =>
  parts
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\(br \) /gu, '(br )')
    .replaceAll(/ ?(\((?:p|ul|ol|li|h\d|blockquote|hr|code)\b)/gu, '$1')

const outline = (root: Element, special: Special): string => {
  const inner = (node: Node): string => join(Array.from(node.childNodes, read))
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data
    if (!(node instanceof Element)) return ''
    const start = node instanceof HTMLOListElement ? ` ${node.start}` : ''
    const content = (): string => (blocks.has(node.tagName) ? inner(node).trim() : inner(node))
    return special(node, inner) ?? `(${node.localName}${start} ${content()})`
  }
  return inner(root).trim()
}

/** What CommonMark's reference says, as the kit's policy allows it. */
export const outlineOfReference = (root: Element): Outline => {
  const differences: Difference[] = []
  const text = outline(root, (element, inner) => {
    if (element instanceof HTMLPreElement) {
      const language = /^language-(.*)$/u.exec(element.firstElementChild?.className ?? '')?.[1] ?? ''
      const isKnown = knownLanguage.test(language)
      if (language !== '' && !isKnown) differences.push('the name of a language is left out')
      return code((element.textContent ?? '').replace(/\n$/u, ''), isKnown ? language : '')
    }
    if (element instanceof HTMLImageElement) {
      differences.push('an image waits as a placeholder')
      return `(image ${element.alt})`
    }
    if (!(element instanceof HTMLAnchorElement)) return null
    if (element.title !== '') differences.push('the title of a link is left out')
    const address = webOrMail(element.getAttribute('href'))
    if (address !== null) return `(link ${address} ${inner(element)})`
    differences.push('an address that is neither web nor mail is no link')
    return `(words ${inner(element)})`
  })
  return { text, differences }
}

/** What the kit drew. */
export const outlineOfKit = (root: Element): string =>
  outline(root, (element, inner) => {
    if (element.matches('.twk-markdown__group')) return inner(element)
    if (element.matches('.twk-code')) {
      const language = element.querySelector('span')?.textContent ?? ''
      return code(element.querySelector('pre')?.textContent ?? '', language === 'Code' ? '' : language)
    }
    if (element.matches('.twk-markdown__heading'))
      return `(h${element.getAttribute('data-level')} ${inner(element).trim()})`
    if (element.matches('.twk-markdown__placeholder')) {
      const words = element.querySelector('bdi')?.textContent ?? ''
      return `(image ${words === 'Image' ? '' : words.replace(/^Image: /u, '')})`
    }
    if (element instanceof HTMLAnchorElement) {
      const words = element.firstElementChild
      return `(link ${element.href} ${words ? inner(words) : ''})`
    }
    return element.matches('bdi, span') ? `(words ${inner(element)})` : null
  })

/** The same without links whose words are their address. */
export const withoutBareLinks = (text: string): string => text.replaceAll(/\(link \S+ ([^()]*)\)/gu, '$1')
