/** As much of a markdown tree's node as the rule here reads. */
interface MarkdownNode {
  readonly type: string
  readonly value?: string
  children?: MarkdownNode[]
}

/** What holds blocks, not words. */
const holders = new Set(['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition'])

const lineBreak = /^<br\s*\/?>$/iu

const paragraph = (html: string): MarkdownNode => ({
  type: 'paragraph',
  children: html
    // Of the blank lines behind HTML without an end, the parser keeps one or all.
    .replace(/\n+$/u, '\n')
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [{ type: 'break' }]),
      ...(line === '' ? [] : [{ type: 'text', value: line }]),
    ]),
})

const walk = (node: MarkdownNode): void => {
  if (!node.children || !holders.has(node.type)) return
  node.children = node.children.map((child) =>
    child.type === 'html' && !lineBreak.test(child.value ?? '') ? paragraph(child.value ?? '') : child,
  )
  for (const child of node.children) walk(child)
}

/** HTML that stands as a block is shown as it is written, in its own lines. HTML inside of a line stays there. */
export const htmlBlocks = (): ((tree: unknown) => void) => (tree) => {
  // The tree comes from the parser, whose nodes have this form.
  walk(tree as MarkdownNode)
}
