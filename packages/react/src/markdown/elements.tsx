import type { ComponentType, ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishMarkdown } from '../strings/markdown.ts'
import { useWords } from '../strings/useWords.ts'
import { Code } from './Code.tsx'
import { FootnoteMark } from './FootnoteMark.tsx'
import { MarkdownLink } from './MarkdownLink.tsx'
import { MarkdownTable } from './MarkdownTable.tsx'
import { RemoteImage } from './RemoteImage.tsx'
import { propertyOf, wordsOf, type TreeNode } from './tree-rules.ts'
import { useExtra } from './useExtra.ts'

/** An element of the tree, and what is below it, drawn. */
export interface ElementProps {
  readonly node: TreeNode
  readonly children?: ReactNode
}

const Link = ({ node, children }: ElementProps): ReactNode => (
  <MarkdownLink address={propertyOf(node, 'href')} words={wordsOf(node)}>
    {children}
  </MarkdownLink>
)

const Picture = ({ node }: ElementProps): ReactNode => (
  <RemoteImage address={propertyOf(node, 'address')} words={propertyOf(node, 'words')} />
)

const languageOf = (code: TreeNode | undefined): string | null =>
  /^language-(.+)$/u.exec(propertyOf(code, 'className'))?.[1] ?? null

const Preformatted = ({ node }: ElementProps): ReactNode => (
  <Code code={wordsOf(node).replace(/\n$/u, '')} language={languageOf(node.children?.[0])} />
)

const InlineCode = ({ node, children }: ElementProps): ReactNode =>
  useExtra('inline', wordsOf(node), languageOf(node)) ?? (
    <code className="twk-markdown__code">{children}</code>
  )

const Table = ({ children }: ElementProps): ReactNode => <MarkdownTable>{children}</MarkdownTable>

const alignmentOf = (node: TreeNode): string | undefined => {
  const align = propertyOf(node, 'align')
  return align === 'right' ? 'end' : align === 'center' ? 'center' : undefined
}

const HeadCell = ({ node, children }: ElementProps): ReactNode => (
  <th data-align={alignmentOf(node)}>{children}</th>
)

const Cell = ({ node, children }: ElementProps): ReactNode => (
  <td data-align={alignmentOf(node)}>{children}</td>
)

/** A message's headings are one level in the page, whatever the writer counted; the size shows the writer's. */
const Heading = ({ node, children }: ElementProps): ReactNode => (
  <h3 className="twk-markdown__heading" data-level={node.tagName?.slice(1)}>
    {children}
  </h3>
)

const TaskMark = ({ node }: ElementProps): ReactNode => {
  const isDone = node.properties?.['checked'] === true
  const strings = useWords('markdown', englishMarkdown)
  return (
    <span className="twk-markdown__task" data-state={isDone ? 'done' : 'open'}>
      {isDone && <Icon name="check" />}
      <span className="twk-visually-hidden">{isDone ? strings.taskDone : strings.taskOpen}</span>
    </span>
  )
}

const Raised = ({ node, children }: ElementProps): ReactNode => {
  const label = propertyOf(node, 'dataNote')
  const mark = Number(propertyOf(node, 'dataMark'))
  return label === '' ? (
    <sup>{children}</sup>
  ) : (
    <FootnoteMark label={label} mark={mark}>
      {children}
    </FootnoteMark>
  )
}

/** Our own drawing for each element that needs one, by its name. */
export const elements: ReadonlyMap<string, ComponentType<ElementProps>> = new Map([
  ['a', Link],
  ['picture', Picture],
  ['pre', Preformatted],
  ['code', InlineCode],
  ['table', Table],
  ['th', HeadCell],
  ['td', Cell],
  ['h1', Heading],
  ['h2', Heading],
  ['h3', Heading],
  ['h4', Heading],
  ['h5', Heading],
  ['h6', Heading],
  ['sup', Raised],
  ['input', TaskMark],
])
