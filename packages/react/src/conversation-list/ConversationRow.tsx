import { useId, useRef, type ReactElement } from 'react'
import { englishConversationList, type ConversationListStrings } from '../strings/conversation-list.ts'
import { useWords } from '../strings/useWords.ts'
import type { ConversationSummary } from './conversation-groups.ts'
import { DeleteConversation } from './DeleteConversation.tsx'

const stateWords = (state: ConversationSummary['state'], strings: ConversationListStrings): string | null => {
  switch (state) {
    case 'running':
      return strings.running
    case 'needs-you':
      return strings.needsYou
    case 'failed':
      return strings.failedRun
    case 'idle':
    case undefined:
      return null
  }
}

export interface ConversationRowProps {
  readonly conversation: ConversationSummary
  readonly isSelected: boolean
  readonly onSelect: (id: string) => void
  readonly onDelete: ((id: string) => Promise<void>) | undefined
}

const neighbourOf = (row: HTMLElement | null): HTMLElement | null => {
  const rows = [...(row?.closest('nav')?.querySelectorAll<HTMLElement>('.twk-conversations__row') ?? [])]
  const index = rows.findIndex((candidate) => row?.contains(candidate))
  const above = row?.closest('nav')?.querySelector<HTMLElement>('.twk-conversations__new')
  return rows[index + 1] ?? rows[index - 1] ?? above ?? null
}

/** One conversation of the list, with its state in a dot and in words. */
export const ConversationRow = (props: ConversationRowProps): ReactElement => {
  const { conversation, isSelected, onSelect, onDelete } = props
  const strings = useWords('conversationList', englishConversationList)
  const row = useRef<HTMLLIElement>(null)
  const titleId = useId()
  const words = stateWords(conversation.state, strings)
  const title = conversation.title || strings.untitled
  return (
    <li ref={row} className="twk-conversations__item">
      <button
        type="button"
        className="twk-conversations__row"
        aria-current={isSelected ? 'page' : undefined}
        onClick={() => onSelect(conversation.id)}
      >
        <bdi className="twk-conversations__title" id={titleId}>
          {title}
        </bdi>
        {words !== null && (
          <span className="twk-conversations__state" data-state={conversation.state} title={words}>
            <span className="twk-visually-hidden">{words}</span>
          </span>
        )}
      </button>
      {onDelete && (
        <DeleteConversation
          title={title}
          titleId={titleId}
          onDelete={() => onDelete(conversation.id)}
          findNeighbour={() => neighbourOf(row.current)}
        />
      )}
    </li>
  )
}
