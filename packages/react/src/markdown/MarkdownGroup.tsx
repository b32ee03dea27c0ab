import { memo, type ReactNode } from 'react'
import type { Block } from './block.ts'
import type { BlockGroup } from './block-reader.ts'
import { Code } from './Code.tsx'
import { OpenEnd } from './markdown-extra.ts'
import { MarkdownSource } from './MarkdownSource.tsx'

const BlockView = memo(({ block }: { readonly block: Block }): ReactNode =>
  block.type === 'code' ? (
    <Code code={block.code} language={block.language} />
  ) : (
    <MarkdownSource source={block.source} />
  ),
)

export interface MarkdownGroupProps {
  readonly blocks: BlockGroup
  /** More text will come, behind the last of the blocks. */
  readonly isOpen: boolean
}

/** Up to eight blocks. A settled group renders again only when a definition comes that it names. */
export const MarkdownGroup: (props: MarkdownGroupProps) => ReactNode = memo(
  ({ blocks, isOpen }: MarkdownGroupProps): ReactNode => (
    <div className="twk-markdown__group">
      {blocks.map((block, index) => (
        // A block never changes its place: text only grows at its end.
        <OpenEnd key={index} value={isOpen && index === blocks.length - 1}>
          <BlockView block={block} />
        </OpenEnd>
      ))}
    </div>
  ),
)
