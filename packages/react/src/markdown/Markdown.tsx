import { useState, type ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'
import { BlockReader } from './block-reader.ts'
import { MarkdownBoundary } from './MarkdownBoundary.tsx'
import { MarkdownGroup } from './MarkdownBlock.tsx'
import { useFrameText } from './useFrameText.ts'

export interface MarkdownProps {
  /** GitHub-flavoured markdown. HTML in it is shown as text, and nothing remote is loaded. */
  readonly text: string
  /** More text will come: half-finished syntax is closed, and only the open end is parsed again. */
  readonly streaming?: boolean
}

const MarkdownBlocks = ({ text, streaming = false }: MarkdownProps): ReactNode => {
  const [reader] = useState(() => new BlockReader())
  const { groups, definitions } = reader.read(useFrameText(text, streaming), streaming)
  return groups.map((blocks, index) => (
    <MarkdownGroup key={index} blocks={blocks} definitions={definitions} />
  ))
}

/** A message's text, drawn safely. It fetches nothing, runs nothing, and makes no form, id, class or style. */
export const Markdown = ({ text, streaming = false }: MarkdownProps): ReactNode => (
  <div className="twk-markdown" data-streaming={streaming || undefined}>
    <MarkdownBoundary text={text} explanation={useStrings().markdown.broken}>
      <MarkdownBlocks text={text} streaming={streaming} />
    </MarkdownBoundary>
  </div>
)
