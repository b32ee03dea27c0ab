import type { ComponentProps, ReactNode } from 'react'
import type { Components, ExtraProps } from 'react-markdown'
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

type ElementProps<Name extends keyof React.JSX.IntrinsicElements> = ComponentProps<Name> & ExtraProps

// The tree's nodes have the few fields that these components read.
const nodeOf = (node: unknown): TreeNode => (node ?? { type: 'root' }) as TreeNode

const Link = ({ node, href, children }: ElementProps<'a'>): ReactNode => (
  <MarkdownLink address={href ?? ''} words={wordsOf(nodeOf(node))}>
    {children}
  </MarkdownLink>
)

const Picture = ({ node }: ElementProps<'picture'>): ReactNode => (
  <RemoteImage address={propertyOf(nodeOf(node), 'address')} words={propertyOf(nodeOf(node), 'words')} />
)

const languageOf = (code: TreeNode | undefined): string | null =>
  /^language-(.+)$/u.exec(propertyOf(code, 'className'))?.[1] ?? null

const Preformatted = ({ node }: ElementProps<'pre'>): ReactNode => (
  <Code code={wordsOf(nodeOf(node)).replace(/\n$/u, '')} language={languageOf(nodeOf(node).children?.[0])} />
)

const InlineCode = ({ node, children }: ElementProps<'code'>): ReactNode =>
  useExtra('inline', wordsOf(nodeOf(node)), languageOf(nodeOf(node))) ?? (
    <code className="twk-markdown__code">{children}</code>
  )

const Table = ({ children }: ElementProps<'table'>): ReactNode => <MarkdownTable>{children}</MarkdownTable>

const alignmentOf = (node: unknown): string | undefined => {
  const align = propertyOf(nodeOf(node), 'align')
  return align === 'right' ? 'end' : align === 'center' ? 'center' : undefined
}

const HeadCell = ({ node, children }: ElementProps<'th'>): ReactNode => (
  <th data-align={alignmentOf(node)}>{children}</th>
)

const Cell = ({ node, children }: ElementProps<'td'>): ReactNode => (
  <td data-align={alignmentOf(node)}>{children}</td>
)

/** A message's headings are one level in the page, whatever the writer counted; the size shows the writer's. */
const Heading = ({ node, children }: ElementProps<'h1'>): ReactNode => (
  <h3 className="twk-markdown__heading" data-level={nodeOf(node).tagName?.slice(1)}>
    {children}
  </h3>
)

const TaskMark = ({ checked }: ElementProps<'input'>): ReactNode => {
  const strings = useWords('markdown', englishMarkdown)
  return (
    <span className="twk-markdown__task" data-state={checked ? 'done' : 'open'}>
      {checked && <Icon name="check" />}
      <span className="twk-visually-hidden">{checked ? strings.taskDone : strings.taskOpen}</span>
    </span>
  )
}

const Raised = ({ node, children }: ElementProps<'sup'>): ReactNode => {
  const label = propertyOf(nodeOf(node), 'dataNote')
  const mark = Number(propertyOf(nodeOf(node), 'dataMark'))
  return label === '' ? (
    <sup>{children}</sup>
  ) : (
    <FootnoteMark label={label} mark={mark}>
      {children}
    </FootnoteMark>
  )
}

/** Our own drawing for each element that needs one. */
export const elements: Components = {
  a: Link,
  picture: Picture,
  pre: Preformatted,
  code: InlineCode,
  table: Table,
  th: HeadCell,
  td: Cell,
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  sup: Raised,
  input: TaskMark,
}
