'use client'

import type { ConnectionItem } from '@threadwork/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { Mark, type MarkTone } from '../icon/Mark.tsx'
import { useKeepFocus } from '../base/useKeepFocus.ts'
import { englishConnection, type ConnectionStrings } from '../strings/connection.ts'
import { useWords } from '../strings/useWords.ts'
import { ConnectionActions, type ConnectionActionsProps } from './ConnectionActions.tsx'

export interface ConnectionCardProps extends ConnectionActionsProps {
  /** True while the turn goes on: the card then says that the assistant will, too. */
  readonly isTurnOpen?: boolean
}

const isWaiting = (item: ConnectionItem): boolean =>
  item.status === 'auth-required' || item.status === 'failed'

const outcomeOf = (
  item: ConnectionItem,
  service: string,
  strings: ConnectionStrings,
): { readonly tone: MarkTone; readonly text: string } => {
  switch (item.status) {
    case 'auth-required':
      return { tone: 'wait', text: strings.why }
    case 'failed':
      return { tone: 'bad', text: item.error ?? strings.failed }
    case 'authorized':
      return { tone: 'ok', text: strings.authorized(service) }
    case 'skipped':
      return { tone: 'idle', text: strings.skipped }
    case 'closed':
      return { tone: 'idle', text: strings.closed }
  }
}

/** Asks a person to sign in to another service. It opens trusted addresses only, and only from a click. */
export const ConnectionCard = ({ isTurnOpen = false, ...actions }: ConnectionCardProps): ReactNode => {
  const { item } = actions
  const strings = useWords('connection', englishConnection)
  const region = useRef<HTMLElement>(null)
  useKeepFocus(region)
  const name = item.link?.connectorName ?? null
  const service = name ?? strings.anyService
  const { notes } = actions
  const isOver = !isWaiting(item)
  useEffect(() => {
    if (isOver) notes?.write(null)
  }, [isOver, notes])
  const { tone, text } = outcomeOf(item, service, strings)
  return (
    <article data-twk-kind="connection" data-twk-id={item.id} data-twk-status={item.status}>
      <section
        ref={region}
        className="twk-card twk-connection"
        part="card"
        data-tone={isWaiting(item) ? undefined : 'done'}
        aria-label={strings.region(service)}
        tabIndex={-1}
      >
        <div className="twk-card__header">
          <span className="twk-connection__logo" aria-hidden="true">
            {name?.slice(0, 1).toUpperCase() ?? <Icon name="lock" />}
          </span>
          <div className="twk-card__headings">
            <h3 className="twk-card__title">
              {isWaiting(item) ? strings.title(name) : strings.account(name)}
            </h3>
            <p className={item.status === 'failed' ? 'twk-error' : 'twk-card__subtitle'}>{text}</p>
            {item.status === 'authorized' && isTurnOpen && (
              <p className="twk-hint">{strings.authorizedWaiting}</p>
            )}
          </div>
          {item.status !== 'auth-required' && (
            <Mark tone={tone}>{tone === 'idle' ? <Icon name="minus" /> : undefined}</Mark>
          )}
        </div>
        {isWaiting(item) && <ConnectionActions key={item.attemptId} {...actions} />}
      </section>
    </article>
  )
}
