import type { ReactNode } from 'react'
import { useCopy } from '../base/useCopy.ts'
import { Icon } from '../icon/Icon.tsx'
import { englishMarkdown } from '../strings/markdown.ts'
import { useWords } from '../strings/useWords.ts'

export interface CopyButtonProps {
  /** Asked when the button is pressed. */
  readonly read: () => string
}

/** Copies a part of a message, and says so: to the eye on the button, to a screen reader beside it. */
export const CopyButton = ({ read }: CopyButtonProps): ReactNode => {
  const strings = useWords('markdown', englishMarkdown)
  const { status, copy } = useCopy()
  const isCopied = status === 'copied'
  return (
    <>
      <button type="button" className="twk-code__copy" onClick={() => copy(read())}>
        <Icon name={isCopied ? 'check' : 'copy'} />
        {isCopied ? strings.copied : strings.copy}
      </button>
      {/* The new name of a button that has the focus is not read out everywhere. */}
      <span className="twk-visually-hidden" aria-live="polite">
        {isCopied ? strings.copied : ''}
      </span>
    </>
  )
}
