'use client'

import { Suspense, useState, type ReactNode } from 'react'
import { englishMarkdownText } from '../strings/markdown-text.ts'
import { useWords } from '../strings/useWords.ts'
import { lateMarkdown } from './late-markdown.ts'
import type { MarkdownProps } from './markdown-props.ts'
import { MarkdownBoundary } from './MarkdownBoundary.tsx'

/**
 * A message's text, drawn safely. It fetches nothing, runs nothing, and makes no form, id, class or style. What draws
 * it loads when it is first shown; until then the text stands as it is written, in the same place.
 */
export const Markdown = ({ text, streaming = false }: MarkdownProps): ReactNode => {
  const [Blocks] = useState(() => lateMarkdown.take())
  return (
    <div className="twk-markdown" data-streaming={streaming || undefined}>
      <MarkdownBoundary text={text} explanation={useWords('markdown', englishMarkdownText).broken}>
        <Suspense fallback={<p className="twk-markdown__plain">{text}</p>}>
          <Blocks text={text} streaming={streaming} />
        </Suspense>
      </MarkdownBoundary>
    </div>
  )
}
