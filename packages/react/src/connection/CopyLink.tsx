import { useState, type ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'

export interface CopyLinkProps {
  readonly url: string
}

/** Copies an address, for a browser that opens nothing, or for another one. */
export const CopyLink = ({ url }: CopyLinkProps): ReactNode => {
  const strings = useStrings().connection
  const [copied, setCopied] = useState<{ readonly url: string; readonly isThere: boolean } | null>(null)
  const said = copied?.url === url ? copied : null
  const handleCopy = (): void => {
    void navigator.clipboard.writeText(url).then(
      () => setCopied({ url, isThere: true }),
      () => setCopied({ url, isThere: false }),
    )
  }
  return (
    <>
      <button type="button" className="twk-text-button" onClick={handleCopy}>
        {strings.copyLink}
      </button>
      <span className="twk-hint" aria-live="polite">
        {said && (said.isThere ? strings.copied : strings.copyFailed)}
      </span>
    </>
  )
}
