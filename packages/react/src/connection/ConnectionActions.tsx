import type { AttemptId, AuthLink, ConnectionItem } from '@threadwork/core'
import type { ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishConnection, type ConnectionStrings } from '../strings/connection.ts'
import { useWords } from '../strings/useWords.ts'
import { ConnectButton } from './ConnectButton.tsx'
import type { ConnectionNotes } from './connection-note.ts'
import type { ConnectionState } from './connection-state.ts'
import { ConnectionFooter } from './ConnectionFooter.tsx'
import { CopyLink } from './CopyLink.tsx'
import { RenewButton } from './RenewButton.tsx'
import { SkipButton } from './SkipButton.tsx'
import { useConnection, type Connection } from './useConnection.ts'
import type { RenewalStatus } from './useRenewal.ts'

export interface ConnectionActionsProps {
  readonly item: ConnectionItem
  /** The person opened the link: watch for what comes of it. */
  readonly onOpen?: ((attemptId: AttemptId) => void) | undefined
  /** Fetches a fresh link; `null`, or a rejection, where none came. */
  readonly onRenew?: ((attemptId: AttemptId) => Promise<AuthLink | null>) | undefined
  readonly onSkip?: ((attemptId: AttemptId) => void) | undefined
  /** Keeps over a reload what the card knows: since when the link lives, and that its window was opened. */
  readonly notes?: ConnectionNotes | undefined
}

const isRefused = (state: ConnectionState): boolean => state.type === 'refused'

const refusalOf = (
  { verdict }: Extract<ConnectionState, { readonly type: 'refused' }>,
  strings: ConnectionStrings,
): string => {
  switch (verdict.type) {
    case 'not-an-address':
      return strings.notAnAddress
    case 'not-secure':
      return strings.notSecure(verdict.host)
    case 'not-allowed':
      return strings.notAllowed(verdict.host)
  }
}

/** Where the connection stands, in a sentence; `null` where the buttons say all. */
const sentenceOf = (state: ConnectionState, strings: ConnectionStrings): string | null => {
  switch (state.type) {
    case 'required':
      return state.isAgain ? strings.again : null
    case 'opening':
      return strings.opening
    case 'blocked':
      return strings.blocked
    case 'waiting':
      if (state.hasExpired) return strings.expiredWhileOpen
      return state.hasReturned ? strings.returned : strings.opened
    case 'expired':
      return strings.expired
    case 'no-link':
      return strings.noLink
    case 'refused':
      return refusalOf(state, strings)
    case 'failed':
      return null
  }
}

const renewalSentence = (status: RenewalStatus, strings: ConnectionStrings): string => {
  switch (status) {
    case 'ready':
      return ''
    case 'busy':
      return strings.renewing
    case 'same':
      return strings.renewSame
    case 'failed':
      return strings.renewFailed
  }
}

interface NextStepProps {
  readonly connection: Connection
  readonly canRenew: boolean
}

/** The one thing to do next. */
const NextStep = ({ connection, canRenew }: NextStepProps): ReactNode => {
  const strings = useWords('connection', englishConnection)
  const { state, connect, renewal } = connection
  switch (state.type) {
    case 'required':
      return <ConnectButton host={state.link.host} isPrimary onOpen={connect} />
    case 'opening':
      return null
    case 'blocked':
      return (
        <>
          <a
            className="twk-button"
            data-variant="primary"
            href={state.link.url}
            target="_blank"
            rel="noopener noreferrer"
            onClick={connection.follow}
          >
            {strings.openPage(state.link.host)}
            <Icon name="arrowOut" />
          </a>
          <CopyLink key={state.link.url} url={state.link.url} />
        </>
      )
    case 'waiting':
      if (!state.hasExpired)
        return <ConnectButton host={state.link.host} isPrimary={false} onOpen={connect} />
      return canRenew && <RenewButton isPrimary status={renewal} onRenew={connection.renew} />
    case 'failed':
      return (
        <button type="button" className="twk-button" data-variant="primary" onClick={connection.tryAgain}>
          {strings.tryAgain}
        </button>
      )
    case 'expired':
    case 'no-link':
    case 'refused':
      return canRenew && <RenewButton isPrimary status={renewal} onRenew={connection.renew} />
  }
}

/** What a person can do about a connection that waits for them. */
export const ConnectionActions = (props: ConnectionActionsProps): ReactNode => {
  const { item, onOpen, onRenew, onSkip, notes } = props
  const strings = useWords('connection', englishConnection)
  const connection = useConnection({ item, notes, onOpen, onRenew })
  const { state, life, renewal } = connection
  const openable =
    state.type === 'required' || state.type === 'blocked' || state.type === 'waiting' ? state.link : null
  return (
    <div className="twk-connection__body" data-state={state.type}>
      <p className={isRefused(state) ? 'twk-error' : 'twk-connection__state'} role="status">
        {sentenceOf(state, strings)}
      </p>
      <div className="twk-card__actions twk-connection__actions">
        <NextStep connection={connection} canRenew={onRenew !== undefined} />
        {onSkip && (
          <SkipButton
            submission={item.submission}
            needsConfirmation={state.type === 'waiting' || state.type === 'opening'}
            onSkip={() => onSkip(item.attemptId)}
          />
        )}
        <p className={renewal === 'failed' ? 'twk-error' : 'twk-hint'} aria-live="polite">
          {renewalSentence(renewal, strings)}
        </p>
      </div>
      {openable && (
        <ConnectionFooter
          url={openable.url}
          isLinkOffered={state.type === 'waiting'}
          onFollow={connection.follow}
          life={life}
          renewal={renewal}
          onRenew={onRenew && life !== 0 ? connection.renew : undefined}
        />
      )}
    </div>
  )
}
