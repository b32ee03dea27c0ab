import { useRef, type ReactNode } from 'react'
import { englishMarkdown } from '../strings/markdown.ts'
import { useWords } from '../strings/useWords.ts'
import { CopyButton } from './CopyButton.tsx'
import { useCodePaint } from './useCodePaint.ts'

export interface CodeBlockProps {
  readonly code: string
  /** As the message names it; `null` when it does not. */
  readonly language: string | null
}

/** A block of code, kept in its own lines, with a button that copies it as it stands. */
export const CodeBlock = ({ code, language }: CodeBlockProps): ReactNode => {
  const strings = useWords('markdown', englishMarkdown)
  const text = useRef<HTMLElement>(null)
  useCodePaint(text, code, language)

  return (
    <div className="twk-code">
      <div className="twk-code__bar">
        <span>{language ?? strings.code}</span>
        <CopyButton read={() => code} />
      </div>
      {/* Without a tab stop a keyboard could not scroll long lines. */}
      <pre className="twk-code__text" tabIndex={0} role="group" aria-label={strings.codeIn(language)}>
        <code ref={text}>{code}</code>
      </pre>
    </div>
  )
}
