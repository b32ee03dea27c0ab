import { useId, type ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishConnection } from '../strings/connection.ts'
import { useWords } from '../strings/useWords.ts'

export interface ConnectButtonProps {
  readonly host: string
  /** Once a window is open, opening another one is no longer the next thing to do. */
  readonly isPrimary: boolean
  readonly onOpen: () => void
}

/** Opens the sign-in page, and says where it leads before it does. */
export const ConnectButton = ({ host, isPrimary, onOpen }: ConnectButtonProps): ReactNode => {
  const strings = useWords('connection', englishConnection)
  const hostId = useId()
  return (
    <>
      <button
        type="button"
        className="twk-button"
        data-variant={isPrimary ? 'primary' : 'secondary'}
        aria-describedby={hostId}
        onKeyDown={(event) => {
          if (event.repeat) event.preventDefault()
        }}
        onClick={onOpen}
      >
        {strings.connect}
        <Icon name="arrowOut" />
      </button>
      <span id={hostId} className="twk-connection__host">
        {strings.opens(host)}
      </span>
    </>
  )
}
