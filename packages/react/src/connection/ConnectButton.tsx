import { useState, type ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { useStrings } from '../strings/StringsProvider.tsx'

export interface ConnectButtonProps {
  /** Judged to be safe to open. */
  readonly url: string
  readonly host: string
  readonly onOpen: (url: string) => void
}

/** Opens the sign-in page, and says where it leads before it does. A link stays for when no window came. */
export const ConnectButton = ({ url, host, onOpen }: ConnectButtonProps): ReactNode => {
  const strings = useStrings().connection
  const [openedUrl, setOpenedUrl] = useState<string | null>(null)
  return (
    <>
      <button
        type="button"
        className="twk-button"
        data-variant="primary"
        onKeyDown={(event) => {
          if (event.repeat) event.preventDefault()
        }}
        onClick={() => {
          setOpenedUrl(url)
          onOpen(url)
        }}
      >
        {strings.connect}
        <Icon name="arrowOut" />
      </button>
      <span className="twk-connection__host">{strings.opens(host)}</span>
      <p className="twk-connection__opened twk-hint" aria-live="polite">
        {openedUrl === url && (
          <>
            {strings.opened}{' '}
            <a className="twk-connection__link" href={url} target="_blank" rel="noopener noreferrer">
              {strings.openYourself}
            </a>
          </>
        )}
      </p>
    </>
  )
}
