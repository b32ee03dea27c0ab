import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTokens, gfmTree } from './gfm.ts'
import { labelOf } from './label.ts'

/** A footnote as it was written. */
export interface Note {
  readonly label: string
  /** Its markdown, without the label and the indent. */
  readonly text: string
  /** Where that begins in the block. */
  readonly start: number
}

export interface Definitions {
  /** Each link's address as a line of markdown, by label. The first of a label counts. */
  readonly links: ReadonlyMap<string, string>
  readonly notes: readonly Note[]
}

type Tree = ReturnType<typeof fromMarkdown>
type TreeNode = Tree | Tree['children'][number]
type NoteNode = Extract<TreeNode, { type: 'footnoteDefinition' }>

const none: Definitions = { links: new Map(), notes: [] }

/** What stands for a character in any place of markdown: as a reference it has no meaning but itself. */
const plain = (text: string): string =>
  text.replaceAll(/[^\p{L}\p{N} /:.-]/gu, (sign) => `&#${sign.codePointAt(0)};`)

const linkLine = (identifier: string, url: string, title: string | null | undefined): string =>
  `[${identifier}]: <${plain(url)}>${title ? ` "${plain(title)}"` : ''}`

const noteOf = (text: string, { identifier, children }: NoteNode): Note => {
  const start = children[0]?.position?.start.offset ?? text.length
  const end = children.at(-1)?.position?.end.offset
  // The lines after the first are indented.
  return {
    label: labelOf(`^${identifier}`),
    text: text.slice(start, end).replaceAll(/\n {1,4}/gu, '\n'),
    start,
  }
}

const visit = (node: TreeNode, found: (node: TreeNode) => void): void => {
  found(node)
  if ('children' in node) for (const child of node.children) visit(child, found)
}

/** What a block of markdown defines for the whole text. */
export const definitionsIn = (text: string): Definitions => {
  if (!text.includes(']:')) return none
  const tree = fromMarkdown(text, { extensions: [gfmTokens], mdastExtensions: [gfmTree] })
  const links = new Map<string, string>()
  visit(tree, (node) => {
    if (node.type !== 'definition') return
    const label = labelOf(node.identifier)
    if (!links.has(label)) links.set(label, linkLine(node.identifier, node.url, node.title))
  })
  const notes = tree.children.flatMap((node) =>
    node.type === 'footnoteDefinition' ? [noteOf(text, node)] : [],
  )
  return { links, notes }
}
