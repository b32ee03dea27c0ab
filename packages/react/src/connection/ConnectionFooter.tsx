import type { ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'
import { RenewButton } from './RenewButton.tsx'

export interface ConnectionFooterProps {
  /** The link, judged to be safe. */
  readonly url: string
  readonly wasOpened: boolean
  /** Milliseconds that the link still works at most; `null` where nobody knows. */
  readonly life: number | null
  readonly onRenew: (() => Promise<void>) | undefined
}

const minute = 60_000

/** What helps when the button did not: another way to the page, how long it works, and a fresh link. */
export const ConnectionFooter = ({ url, wasOpened, life, onRenew }: ConnectionFooterProps): ReactNode => {
  const { connection: strings, time } = useStrings()
  const rounded = life !== null && life > minute ? Math.ceil(life / minute) * minute : life
  return (
    <div className="twk-connection__footer">
      <p className="twk-hint" aria-live="polite">
        {wasOpened && (
          <>
            {strings.opened}{' '}
            <a className="twk-connection__link" href={url} target="_blank" rel="noopener noreferrer">
              {strings.openYourself}
            </a>
          </>
        )}
      </p>
      {rounded !== null && <span className="twk-hint">{strings.expiresIn(time.duration(rounded))}</span>}
      {onRenew && <RenewButton isPrimary={false} onRenew={onRenew} />}
    </div>
  )
}
