import type { Options as SanitizeSchema } from 'rehype-sanitize'

/** As much of an HTML tree's node as the rules here read. */
export interface TreeNode {
  readonly type: string
  readonly tagName?: string
  readonly value?: string
  readonly properties?: Readonly<Record<string, unknown>>
  children?: TreeNode[]
}

const text = (value: string): TreeNode => ({ type: 'text', value })
const element = (tagName: string, children: TreeNode[], properties = {}): TreeNode => ({
  type: 'element',
  tagName,
  properties,
  children,
})

/** The text of a node and of all below it. */
export const wordsOf = (node: TreeNode): string => node.value ?? (node.children ?? []).map(wordsOf).join('')

/** A property of a node as text; a list's first entry; empty when there is none. */
export const propertyOf = (node: TreeNode | undefined, name: string): string => {
  const value = node?.properties?.[name]
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}

/** `HTTPS:` is `https:` to a browser, but not to what allows addresses by their scheme. */
const withSmallScheme = (link: TreeNode): TreeNode => {
  const address = propertyOf(link, 'href')
  const href = address.replace(/^[a-z]+:/iu, (scheme) => scheme.toLowerCase())
  return href === address ? link : { ...link, properties: { ...link.properties, href } }
}

const rewrite = (node: TreeNode): readonly TreeNode[] => {
  if (node.type !== 'raw') return [node.tagName === 'a' ? withSmallScheme(node) : node]
  const { value = '' } = node
  return /^<br\s*\/?>$/iu.test(value) ? [element('br', [])] : [text(value)]
}

const walk = (node: TreeNode, change: (node: TreeNode) => readonly TreeNode[]): void => {
  if (!node.children || node.tagName === 'code') return
  node.children = node.children.flatMap((child) => change(child))
  for (const child of node.children) walk(child, change)
}

/** HTML in a message is text like any other, but for line breaks. */
export const htmlAsText = (): ((tree: unknown) => void) => (tree) => {
  // The tree comes from the parser, whose nodes have this form.
  walk(tree as TreeNode, rewrite)
}

const placeholder = (node: TreeNode): readonly TreeNode[] =>
  node.tagName === 'img'
    ? [
        element('picture', [], {
          address: node.properties?.['src'] ?? '',
          words: node.properties?.['alt'] ?? '',
        }),
      ]
    : [node]

/** No image element leaves this step: each becomes a `picture` that our own component draws. */
export const imagesAsPlaceholders = (): ((tree: unknown) => void) => (tree) => {
  // As above.
  walk(tree as TreeNode, placeholder)
}

const marked = new Set(['ul', 'ol', 'blockquote'])

const turning = (node: TreeNode): readonly TreeNode[] =>
  marked.has(node.tagName ?? '') ? [{ ...node, properties: { ...node.properties, dir: 'auto' } }] : [node]

/** What has a mark or a rule at its start stands to the side on which its words begin. Paragraphs do by their style. */
export const directionOfWords = (): ((tree: unknown) => void) => (tree) => {
  // As above.
  walk(tree as TreeNode, turning)
}

/** Everything that a message can be made of. It has no way to an id, a style, a form or a class of its own. */
export const schema: SanitizeSchema = {
  tagNames:
    'p br hr h1 h2 h3 h4 h5 h6 blockquote ul ol li input strong em del sup a img pre code table thead tbody tr th td'.split(
      ' ',
    ),
  attributes: {
    a: ['href'],
    img: ['src', 'alt'],
    input: ['checked', ['type', 'checkbox']],
    code: [['className', /^language-[\w+#.-]{1,32}$/u]],
    th: ['align'],
    td: ['align'],
    ol: ['start'],
    // Made by our own rule for footnotes; no text can write them.
    sup: ['dataNote', 'dataMark'],
  },
  required: { input: { type: 'checkbox' } },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  strip: ['script'],
}
