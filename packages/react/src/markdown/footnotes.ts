/** As much of a markdown tree's node as the rule here reads. */
interface MarkdownNode {
  readonly type: string
  readonly identifier?: string
  readonly label?: string
  readonly value?: string
  readonly data?: { readonly hName: string; readonly hProperties?: Readonly<Record<string, string>> }
  children?: MarkdownNode[]
}

/** How many references to each note came so far. */
type Marks = Map<string, number>

const labelOf = (node: MarkdownNode): string => `^${node.identifier ?? ''}`.toUpperCase()

const mark = (node: MarkdownNode, hProperties: Readonly<Record<string, string>> = {}): MarkdownNode => ({
  type: 'mark',
  data: { hName: 'sup', hProperties },
  children: [{ type: 'text', value: node.label ?? '' }],
})

const wordsOf = (node: MarkdownNode): string => node.value ?? (node.children ?? []).map(wordsOf).join('')

/** A reference, which the drawing makes a link where there is such a note. */
const reference = (node: MarkdownNode, marks: Marks): MarkdownNode => {
  const label = labelOf(node)
  const count = (marks.get(label) ?? 0) + 1
  marks.set(label, count)
  return mark(node, { dataNote: label, dataMark: String(count) })
}

/** A note inside of a quote or a list stays there, behind its label. */
const inPlace = (node: MarkdownNode): readonly MarkdownNode[] => {
  const [first, ...others] = node.children ?? []
  if (first?.type !== 'paragraph')
    return [{ type: 'paragraph', children: [mark(node)] }, ...(node.children ?? [])]
  return [
    { ...first, children: [mark(node), { type: 'text', value: ' ' }, ...(first.children ?? [])] },
    ...others,
  ]
}

const walk = (node: MarkdownNode, marks: Marks): void => {
  if (!node.children) return
  node.children = node.children.flatMap((child) => {
    if (child.type === 'footnoteReference') return [reference(child, marks)]
    return child.type === 'footnoteDefinition' ? inPlace(child) : [child]
  })
  for (const child of node.children) walk(child, marks)
}

const notesOf = (tree: MarkdownNode): readonly MarkdownNode[] =>
  (tree.children ?? []).filter(({ type }) => type === 'footnoteDefinition')

/**
 * Makes references marks that know their note and their place among its references, and takes the notes out: they
 * stand below the message. What the first note of a label says is the count of references in the blocks before.
 */
export const footnoteMarks = (): ((tree: unknown) => void) => (tree) => {
  // The tree comes from the parser, whose nodes have this form.
  const root = tree as MarkdownNode
  const marks: Marks = new Map()
  for (const note of notesOf(root))
    if (!marks.has(labelOf(note))) marks.set(labelOf(note), Number(wordsOf(note)) || 0)
  root.children = (root.children ?? []).filter(({ type }) => type !== 'footnoteDefinition')
  walk(root, marks)
}
