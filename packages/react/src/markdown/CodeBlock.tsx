import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'
import { Icon } from '../icon/Icon.tsx'
import { useStrings } from '../strings/StringsProvider.tsx'
import { useCodePaint } from './useCodePaint.ts'

export interface CodeBlockProps {
  readonly code: string
  /** As the message names it; `null` when it does not. */
  readonly language: string | null
}

/** A block of code, kept in its own lines, with a button that copies it as it stands. */
export const CodeBlock = ({ code, language }: CodeBlockProps): ReactNode => {
  const strings = useStrings().markdown
  const clock = useClock()
  const [isCopied, setIsCopied] = useState(false)
  const text = useRef<HTMLElement>(null)
  useCodePaint(text, code, language)

  useEffect(() => {
    if (!isCopied) return
    const timer = clock.after(2000, () => setIsCopied(false))
    return () => timer.cancel()
  }, [isCopied, clock])

  const handleCopy = (): void => {
    void navigator.clipboard.writeText(code).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    )
  }

  return (
    <div className="twk-code">
      <div className="twk-code__bar">
        <span>{language ?? strings.code}</span>
        <button type="button" className="twk-code__copy" onClick={handleCopy}>
          <Icon name={isCopied ? 'check' : 'copy'} />
          {isCopied ? strings.copied : strings.copy}
        </button>
      </div>
      {/* Without a tab stop a keyboard could not scroll long lines. */}
      <pre className="twk-code__text" tabIndex={0} role="group" aria-label={strings.codeIn(language)}>
        <code ref={text}>{code}</code>
      </pre>
    </div>
  )
}
