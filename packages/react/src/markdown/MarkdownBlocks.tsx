import { memo, useState, type ReactNode } from 'react'
import { BlockReader, type Block } from './block-reader.ts'
import { definitionsFor, type Definitions } from './definitions.ts'
import { drawMarkdown } from './draw-markdown.tsx'
import type { MarkdownProps } from './markdown-props.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { useFrameText } from './useFrameText.ts'

const MarkdownSource = memo(({ source }: { readonly source: string }): ReactNode =>
  drawMarkdown(parseMarkdown(source)),
)

interface MarkdownGroupProps {
  readonly blocks: readonly Block[]
  readonly definitions: Definitions
}

// A settled group renders again only when a new definition may concern it.
const MarkdownGroup = memo(({ blocks, definitions }: MarkdownGroupProps): ReactNode => (
  <div className="twk-markdown__group">
    {blocks.map((block, index) => (
      // A block never changes its place: text only grows at its end.
      <MarkdownSource key={index} source={definitionsFor(block.mentions, definitions) + block.text} />
    ))}
  </div>
))

/** The blocks of a text. Of a text that grows, only the open end is parsed again. */
export const MarkdownBlocks = ({ text, streaming = false }: MarkdownProps): ReactNode => {
  const [reader] = useState(() => new BlockReader())
  const { groups, definitions } = reader.read(useFrameText(text, streaming), streaming)
  return groups.map((blocks, index) => (
    <MarkdownGroup key={index} blocks={blocks} definitions={definitions} />
  ))
}
