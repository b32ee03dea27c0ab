import { memo, type ReactNode } from 'react'
import { drawTree } from './draw-tree.ts'
import { useMarkdownExtras } from './markdown-extra.ts'
import { readMarkdown } from './read-markdown.ts'

export interface MarkdownSourceProps {
  readonly source: string
}

/** Markdown that is parsed by itself. */
export const MarkdownSource: (props: MarkdownSourceProps) => ReactNode = memo(
  ({ source }: MarkdownSourceProps): ReactNode => drawTree(readMarkdown(source, useMarkdownExtras())),
)
