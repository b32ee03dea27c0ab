import type { ReactNode } from 'react'
import { useCopy, type CopyStatus } from '../base/useCopy.ts'
import { englishConnection, type ConnectionStrings } from '../strings/connection.ts'
import { useWords } from '../strings/useWords.ts'

export interface CopyLinkProps {
  readonly url: string
}

const sentenceOf = (status: CopyStatus, strings: ConnectionStrings): string => {
  switch (status) {
    case 'ready':
      return ''
    case 'copied':
      return strings.copied
    case 'failed':
      return strings.copyFailed
  }
}

/** Copies an address, for a browser that opens nothing, or for another one. */
export const CopyLink = ({ url }: CopyLinkProps): ReactNode => {
  const strings = useWords('connection', englishConnection)
  const { status, copy } = useCopy()
  return (
    <>
      <button type="button" className="twk-text-button" onClick={() => copy(url)}>
        {strings.copyLink}
      </button>
      <span className="twk-hint" aria-live="polite">
        {sentenceOf(status, strings)}
      </span>
    </>
  )
}
