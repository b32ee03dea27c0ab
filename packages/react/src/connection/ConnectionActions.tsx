import type { AttemptId, ConnectionItem } from '@threadwork/core'
import { useState, type ReactNode } from 'react'
import { judgeLink, type LinkVerdict } from '../policy/judge-link.ts'
import { useOriginPolicy } from '../policy/OriginPolicy.tsx'
import type { ConnectionStrings } from '../strings/connection.ts'
import { useStrings } from '../strings/StringsProvider.tsx'
import { ConnectButton } from './ConnectButton.tsx'
import { ConnectionFooter } from './ConnectionFooter.tsx'
import { openLink } from './open-link.ts'
import { RenewButton } from './RenewButton.tsx'
import { SkipButton } from './SkipButton.tsx'
import { useLinkLife } from './useLinkLife.ts'

export interface ConnectionActionsProps {
  readonly item: ConnectionItem
  /** The person opened the link: watch for what comes of it. */
  readonly onOpen?: ((attemptId: AttemptId) => void) | undefined
  /** Fetches a fresh link. */
  readonly onRenew?: ((attemptId: AttemptId) => Promise<void>) | undefined
  readonly onSkip?: ((attemptId: AttemptId) => void) | undefined
}

/** A refused or spent link in words; `null` for one that can be opened. */
const problemOf = (
  verdict: LinkVerdict | null,
  hasExpired: boolean,
  strings: ConnectionStrings,
): string | null => {
  switch (verdict?.type) {
    case undefined:
      return strings.noLink
    case 'not-an-address':
      return strings.notAnAddress
    case 'not-secure':
      return strings.notSecure(verdict.host)
    case 'not-allowed':
      return strings.notAllowed(verdict.host)
    case 'trusted':
      return hasExpired ? strings.expired : null
  }
}

/** What a person can do about a connection that waits for them. */
export const ConnectionActions = ({ item, onOpen, onRenew, onSkip }: ConnectionActionsProps): ReactNode => {
  const strings = useStrings().connection
  const policy = useOriginPolicy()
  const life = useLinkLife(item.link, item.at)
  const [openedUrl, setOpenedUrl] = useState<string | null>(null)
  const verdict = item.link ? judgeLink(item.link.url, policy) : null
  const problem = problemOf(verdict, life === 0, strings)
  const open = verdict?.type === 'trusted' && problem === null ? verdict : null
  const handleRenew = onRenew && (() => onRenew(item.attemptId))
  const handleOpen = (url: string): void => {
    setOpenedUrl(url)
    openLink(url)
    onOpen?.(item.attemptId)
  }
  return (
    <>
      <div className="twk-card__actions twk-connection__actions">
        {problem !== null && (
          <p className={verdict === null || life === 0 ? 'twk-hint' : 'twk-error'}>{problem}</p>
        )}
        {open && <ConnectButton host={open.host} onOpen={() => handleOpen(open.url)} />}
        {!open && handleRenew && <RenewButton isPrimary onRenew={handleRenew} />}
        {onSkip && <SkipButton submission={item.submission} onSkip={() => onSkip(item.attemptId)} />}
      </div>
      {open && (
        <ConnectionFooter
          url={open.url}
          wasOpened={openedUrl === open.url}
          life={life}
          onRenew={handleRenew}
        />
      )}
    </>
  )
}
