import type { ReactNode } from 'react'
import { englishConnection } from '../strings/connection.ts'
import { englishTime } from '../strings/time.ts'
import { useWords } from '../strings/useWords.ts'
import { CopyLink } from './CopyLink.tsx'
import { RenewButton } from './RenewButton.tsx'
import type { RenewalStatus } from './useRenewal.ts'

export interface ConnectionFooterProps {
  /** The link, judged to be safe. */
  readonly url: string
  readonly isLinkOffered: boolean
  readonly onFollow: () => void
  /** Milliseconds that the link still works at most; `null` where nobody knows. */
  readonly life: number | null
  readonly renewal: RenewalStatus
  readonly onRenew: (() => void) | undefined
}

const second = 1000

/** What helps when the button did not: another way to the page, how long it works, and a fresh link. */
export const ConnectionFooter = (props: ConnectionFooterProps): ReactNode => {
  const { url, life, onRenew } = props
  const strings = useWords('connection', englishConnection)
  const time = useWords('time', englishTime)
  return (
    <div className="twk-connection__footer">
      {props.isLinkOffered && (
        <>
          <a
            className="twk-connection__link"
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            onClick={props.onFollow}
          >
            {strings.openYourself}
          </a>
          <CopyLink key={url} url={url} />
        </>
      )}
      {/* No live region: nobody wants to hear each second of it. */}
      {life !== null && life > 0 && (
        <span className="twk-hint" role="timer" aria-live="off">
          {strings.expiresIn(time.countdown(Math.ceil(life / second) * second))}
        </span>
      )}
      {onRenew && <RenewButton isPrimary={false} status={props.renewal} onRenew={onRenew} />}
    </div>
  )
}
