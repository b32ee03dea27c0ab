import type { ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { useStrings } from '../strings/StringsProvider.tsx'

export interface ConnectButtonProps {
  readonly host: string
  readonly onOpen: () => void
}

/** Opens the sign-in page, and says where it leads before it does. */
export const ConnectButton = ({ host, onOpen }: ConnectButtonProps): ReactNode => {
  const strings = useStrings().connection
  return (
    <>
      <button
        type="button"
        className="twk-button"
        data-variant="primary"
        onKeyDown={(event) => {
          if (event.repeat) event.preventDefault()
        }}
        onClick={onOpen}
      >
        {strings.connect}
        <Icon name="arrowOut" />
      </button>
      <span className="twk-connection__host">{strings.opens(host)}</span>
    </>
  )
}
