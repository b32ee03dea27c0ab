/** As much of a markdown tree's node as the rule here reads. */
interface MarkdownNode {
  readonly type: string
  readonly label?: string
  readonly value?: string
  readonly data?: { readonly hName: string }
  children?: MarkdownNode[]
}

const raised = (words: string): MarkdownNode => ({
  type: 'raised',
  data: { hName: 'sup' },
  children: [{ type: 'text', value: words }],
})

const rewrite = (node: MarkdownNode): readonly MarkdownNode[] => {
  if (node.type === 'footnoteReference') return [raised(node.label ?? '')]
  if (node.type !== 'footnoteDefinition') return [node]
  const [first, ...others] = node.children ?? []
  const mark = raised(node.label ?? '')
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: [mark] }, ...(node.children ?? [])]
  return [{ ...first, children: [mark, { type: 'text', value: ' ' }, ...(first.children ?? [])] }, ...others]
}

const walk = (node: MarkdownNode): void => {
  if (!node.children) return
  node.children = node.children.flatMap((child) => rewrite(child))
  node.children.forEach(walk)
}

/** Notes stay where they were written, behind their mark: no anchors, no ids, and none is lost between blocks. */
export const footnotesInPlace = (): ((tree: unknown) => void) => (tree) => {
  // The tree comes from the parser, whose nodes have this form.
  walk(tree as MarkdownNode)
}
