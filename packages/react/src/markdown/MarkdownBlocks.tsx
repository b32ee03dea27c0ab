import { memo, useState, type ReactNode } from 'react'
import { BlockReader, type BlockReading } from './block-reader.ts'
import { FootnotesScope } from './FootnotesScope.tsx'
import type { MarkdownProps } from './markdown-props.ts'
import { MarkdownGroup } from './MarkdownGroup.tsx'
import { useFrameText } from './useFrameText.ts'
import { useGradually } from './useGradually.ts'

interface BlockListProps {
  readonly reading: BlockReading
  readonly isStreaming: boolean
}

const BlockList = memo(({ reading: { groups, footnotes }, isStreaming }: BlockListProps): ReactNode => {
  const count = useGradually(groups.length)
  return (
    <FootnotesScope notes={footnotes}>
      {groups.slice(0, count).map((blocks, index) => (
        <MarkdownGroup key={index} blocks={blocks} isOpen={isStreaming && index === groups.length - 1} />
      ))}
    </FootnotesScope>
  )
})

/** The blocks of a text. Of a text that grows, only the open end is parsed again. */
export const MarkdownBlocks = ({ text, streaming = false }: MarkdownProps): ReactNode => {
  const [reader] = useState(() => new BlockReader())
  // A text that waits for its frame gives the same reading, and nothing below is looked at.
  return <BlockList reading={reader.read(useFrameText(text, streaming), streaming)} isStreaming={streaming} />
}
