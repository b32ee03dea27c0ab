import type { ReactElement } from 'react'
import { useCopy } from '../base/useCopy.ts'
import { Icon } from '../icon/Icon.tsx'
import { englishMessageText } from '../strings/message-text.ts'
import { useWords } from '../strings/useWords.ts'

/** Copies a message as it was written, its markdown included. */
export const CopyMessage = ({ text }: { readonly text: string }): ReactElement => {
  const strings = useWords('message', englishMessageText)
  const { status, copy } = useCopy()
  const isCopied = status === 'copied'
  const name = isCopied ? strings.copied : strings.copy
  return (
    <button type="button" className="twk-tool" aria-label={name} title={name} onClick={() => copy(text)}>
      <Icon name={isCopied ? 'check' : 'copy'} />
    </button>
  )
}
