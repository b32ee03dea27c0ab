import { useState, type ReactNode } from 'react'
import { BlockReader } from './block-reader.ts'
import { FootnotesScope } from './FootnotesScope.tsx'
import type { MarkdownProps } from './markdown-props.ts'
import { MarkdownGroup } from './MarkdownGroup.tsx'
import { useFrameText } from './useFrameText.ts'

/** The blocks of a text. Of a text that grows, only the open end is parsed again. */
export const MarkdownBlocks = ({ text, streaming = false }: MarkdownProps): ReactNode => {
  const [reader] = useState(() => new BlockReader())
  const { groups, footnotes } = reader.read(useFrameText(text, streaming), streaming)
  return (
    <FootnotesScope notes={footnotes}>
      {groups.map((blocks, index) => (
        <MarkdownGroup key={index} blocks={blocks} isOpen={streaming && index === groups.length - 1} />
      ))}
    </FootnotesScope>
  )
}
