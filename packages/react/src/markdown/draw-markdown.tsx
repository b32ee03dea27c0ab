import { Fragment, type ReactNode } from 'react'
import { CodeBlock } from './CodeBlock.tsx'
import { drawList } from './draw-list.tsx'
import { drawText } from './draw-text.tsx'
import { MarkdownLink } from './MarkdownLink.tsx'
import { MarkdownTable } from './MarkdownTable.tsx'
import { wordsOf, type MarkdownNode, type MarkdownTree, type NodeOf } from './parse-markdown.ts'
import { RemoteImage } from './RemoteImage.tsx'

/** Where the references of a block lead, by the definition's identifier. */
type Targets = Map<string, string>

const findTargets = (nodes: readonly MarkdownNode[], targets: Targets): Targets => {
  for (const node of nodes) {
    // The first definition of a label counts.
    if (node.type === 'definition' && !targets.has(node.identifier)) targets.set(node.identifier, node.url)
    if ('children' in node) findTargets(node.children, targets)
  }
  return targets
}

const blockTypes = new Set<MarkdownNode['type']>([
  'blockquote',
  'code',
  'footnoteDefinition',
  'heading',
  'list',
  'paragraph',
  'table',
  'thematicBreak',
])

const drawAll = (nodes: readonly MarkdownNode[], targets: Targets): ReactNode =>
  nodes.map((node, index) => (
    <Fragment key={index}>
      {/* So that the words of two blocks do not run together for those who read the text alone. */}
      {index > 0 && blockTypes.has(node.type) && '\n'}
      {drawNode(node, targets)}
    </Fragment>
  ))

const languageOf = (node: NodeOf<'code'>): string | null =>
  /^[\w+#.-]{1,32}(?=\s|$)/u.exec(node.lang ?? '')?.[0] ?? null

// A message's headings are one level in the page, whatever the writer counted; the size shows the writer's.
const drawHeading = (node: NodeOf<'heading'>, targets: Targets): ReactNode => (
  <h3 className="twk-markdown__heading" data-level={node.depth}>
    {drawAll(node.children, targets)}
  </h3>
)

// In markdown a backslash in an address is a character; a browser would make a slash of it, and another host.
const addressOf = (written: string | undefined): string => (written ?? '').replaceAll('\\', '%5C')

const drawLink = (
  node: NodeOf<'link' | 'linkReference'>,
  written: string | undefined,
  targets: Targets,
): ReactNode => (
  <MarkdownLink address={addressOf(written)} words={wordsOf(node)}>
    {drawAll(node.children, targets)}
  </MarkdownLink>
)

const drawTable = (node: NodeOf<'table'>, targets: Targets): ReactNode => (
  <MarkdownTable
    align={node.align ?? []}
    rows={node.children.map((row) => row.children.map((cell) => drawAll(cell.children, targets)))}
  />
)

// Notes stay where they were written, behind their mark: no anchors, no ids, and none is lost between blocks.
const drawNote = (node: NodeOf<'footnoteDefinition'>, targets: Targets): ReactNode => {
  const [first, ...others] = node.children
  const isText = first?.type === 'paragraph'
  return (
    <>
      <p>
        <sup>{node.label}</sup>
        {isText && ' '}
        {isText && drawAll(first.children, targets)}
      </p>
      {drawAll(isText ? others : node.children, targets)}
    </>
  )
}

const drawNode = (node: MarkdownNode, targets: Targets): ReactNode => {
  switch (node.type) {
    case 'text':
      return drawText(node.value)
    // HTML in a message is text like any other, but for line breaks.
    case 'html':
      return /^<br\s*\/?>$/iu.test(node.value) ? <br /> : node.value
    case 'paragraph':
      return <p>{drawAll(node.children, targets)}</p>
    case 'heading':
      return drawHeading(node, targets)
    case 'blockquote':
      return <blockquote>{drawAll(node.children, targets)}</blockquote>
    case 'list':
      return drawList(node, (nodes) => drawAll(nodes, targets))
    case 'code':
      return <CodeBlock code={node.value} language={languageOf(node)} />
    case 'table':
      return drawTable(node, targets)
    case 'thematicBreak':
      return <hr />
    case 'break':
      return <br />
    case 'emphasis':
      return <em>{drawAll(node.children, targets)}</em>
    case 'strong':
      return <strong>{drawAll(node.children, targets)}</strong>
    case 'delete':
      return <del>{drawAll(node.children, targets)}</del>
    case 'inlineCode':
      return <code className="twk-markdown__code">{node.value}</code>
    case 'link':
      return drawLink(node, node.url, targets)
    case 'linkReference':
      return drawLink(node, targets.get(node.identifier), targets)
    case 'image':
      return <RemoteImage address={addressOf(node.url)} words={node.alt ?? ''} />
    case 'imageReference':
      return <RemoteImage address={addressOf(targets.get(node.identifier))} words={node.alt ?? ''} />
    case 'footnoteReference':
      return <sup>{node.label}</sup>
    case 'footnoteDefinition':
      return drawNote(node, targets)
    case 'definition':
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
    case 'yaml':
      return null
  }
}

/**
 * Draws a block. The parser's words become text, and only the elements named here are ever made: a message has no way
 * to an element, an attribute, an address or a class of its own, so nothing has to be taken out afterwards.
 */
export const drawMarkdown = (tree: MarkdownTree): ReactNode =>
  drawAll(tree.children, findTargets(tree.children, new Map()))
