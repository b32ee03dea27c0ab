'use client'

import { useId, useMemo, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import { activeNear } from '../base/tree.ts'
import { useKeepFocus } from '../base/useKeepFocus.ts'
import { useClock } from '../clock/ClockProvider.tsx'
import { Icon } from '../icon/Icon.tsx'
import { usePlatform } from '../keys/usePlatform.ts'
import { useShortcut } from '../keys/useShortcut.ts'
import { useHydrated } from '../clock/useHydrated.ts'
import { englishConversationList } from '../strings/conversation-list.ts'
import { englishKeys } from '../strings/keys.ts'
import { useWords } from '../strings/useWords.ts'
import {
  groupByAge,
  notGrouped,
  type ConversationGroup,
  type ConversationSummary,
} from './conversation-groups.ts'
import { ConversationRow } from './ConversationRow.tsx'

export interface ConversationListProps {
  readonly conversations: readonly ConversationSummary[]
  readonly selectedId?: string | null
  readonly onSelect: (id: string) => void
  readonly onCreate?: () => void
  /** Deletes for good, after the person was asked; rejects with a sentence. Left out, nothing can be deleted. */
  readonly onDelete?: (id: string) => Promise<void>
  /** Loads the page of older conversations; left out where there is none. */
  readonly onOlder?: (() => void) | undefined
  readonly isLoadingOlder?: boolean
  readonly status?: 'loading' | 'ready' | 'failed'
  /** What went wrong, in a sentence; with `status="failed"`. */
  readonly problem?: string
  readonly onRetry?: () => void
  /** Takes Ctrl K (Command K) on the whole page for "New conversation". */
  readonly hasShortcut?: boolean
  /** Stands above the button, such as the app's name. */
  readonly children?: ReactNode
}

const moves: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(count - 1, index + 1),
  ArrowUp: (index) => Math.max(0, index - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
}

// Arrow keys walk through the rows; Tab still reaches each, so nobody has to know.
const handleArrows = (event: KeyboardEvent<HTMLElement>) => {
  const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.twk-conversations__row')]
  const index = rows.findIndex((row) => row === activeNear(row))
  if (!move || index < 0) return
  event.preventDefault()
  rows[move(index, rows.length)]?.focus()
}

const Group = (props: {
  readonly group: ConversationGroup
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
  readonly onDelete: ConversationListProps['onDelete']
}): ReactElement => {
  const strings = useWords('conversationList', englishConversationList)
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 className="twk-conversations__age" id={id}>
        {useHydrated() ? strings[props.group.age] : '\u00A0'}
      </h2>
      <ul>
        {props.group.conversations.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            isSelected={conversation.id === props.selectedId}
            onSelect={props.onSelect}
            onDelete={props.onDelete}
          />
        ))}
      </ul>
    </section>
  )
}

const newKeys = 'Mod+K'

/** The shortcut as the platform writes it. */
const NewKeys = (): ReactElement => {
  const { modifiers } = useWords('keys', englishKeys)
  return <kbd data-keys={usePlatform() === 'apple' ? '⌘K' : `${modifiers.other.Control} K`} />
}

/** A person's conversations by age, newest first, each with its state in a dot and in words. */
export const ConversationList = (props: ConversationListProps): ReactElement => {
  const strings = useWords('conversationList', englishConversationList)
  const clock = useClock()
  const { conversations, status = 'ready' } = props
  const nav = useRef<HTMLElement>(null)
  useKeepFocus(nav)
  useShortcut(props.hasShortcut ? newKeys : null, strings.create, props.onCreate)
  const isHydrated = useHydrated()
  const groups = useMemo(
    () => (isHydrated ? groupByAge(conversations, clock.now()) : notGrouped(conversations)),
    [conversations, clock, isHydrated],
  )
  return (
    <nav
      ref={nav}
      className="twk-conversations"
      aria-label={strings.label}
      data-twk-region="list"
      onKeyDown={handleArrows}
    >
      {props.children}
      {props.onCreate && (
        <button
          type="button"
          className="twk-conversations__new"
          aria-keyshortcuts={props.hasShortcut ? 'Control+K Meta+K' : undefined}
          onClick={props.onCreate}
        >
          <Icon name="plus" />
          <span>{strings.create}</span>
          {props.hasShortcut && <NewKeys />}
        </button>
      )}
      {groups.map((group) => (
        <Group
          key={group.age}
          group={group}
          selectedId={props.selectedId ?? null}
          onSelect={props.onSelect}
          onDelete={props.onDelete}
        />
      ))}
      {props.onOlder && (
        <button
          type="button"
          className="twk-text-button twk-conversations__older"
          aria-disabled={props.isLoadingOlder === true}
          onClick={props.isLoadingOlder ? undefined : props.onOlder}
        >
          {props.isLoadingOlder ? strings.loading : strings.showOlder}
        </button>
      )}
      <ListState {...props} status={status} />
    </nav>
  )
}

const ListState = (props: ConversationListProps): ReactElement | null => {
  const strings = useWords('conversationList', englishConversationList)
  if (props.status === 'loading' && props.conversations.length === 0)
    return (
      <div className="twk-conversations__loading" role="status">
        <span className="twk-visually-hidden">{strings.loading}</span>
        <i /> <i /> <i />
      </div>
    )
  if (props.status === 'failed')
    return (
      <div className="twk-conversations__note" role="alert">
        <p>{props.problem ?? strings.failed}</p>
        {props.onRetry && (
          <button type="button" className="twk-button" data-variant="quiet" onClick={props.onRetry}>
            {strings.retry}
          </button>
        )}
      </div>
    )
  if (props.conversations.length === 0) return <p className="twk-conversations__note">{strings.empty}</p>
  return null
}
