import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** A block's markdown as a tree. */
export type MarkdownTree = ReturnType<typeof fromMarkdown>
/** Any node below the root. */
export type MarkdownNode = MarkdownTree['children'][number]
/** The node of one type. */
export type NodeOf<Type extends MarkdownNode['type']> = Extract<MarkdownNode, { readonly type: Type }>

const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }

/** Reads GitHub-flavoured markdown. HTML in it comes out as `html` nodes that hold its text. */
export const parseMarkdown = (source: string): MarkdownTree => fromMarkdown(source, options)

/** The text of a node and of all below it. */
export const wordsOf = (node: MarkdownNode): string => {
  if ('children' in node) return node.children.map(wordsOf).join('')
  return 'value' in node ? node.value : ''
}
