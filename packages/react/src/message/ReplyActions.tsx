import type { MessageItem, ReplyAction } from '@threadwork/core'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { VisibleText } from '../approval/VisibleText.tsx'
import { englishMessage } from '../strings/message.ts'
import { useWords } from '../strings/useWords.ts'
import { useReplyDesk, type ReplyDesk } from './reply-desk.ts'
import { ReplyLink } from './ReplyLink.tsx'

export interface ReplyActionsProps {
  readonly item: MessageItem
}

/** More than this are folded away: a message of thirty buttons is still a message. */
const mostShown = 6

type ButtonAction = Extract<ReplyAction, { readonly type: 'button' }>

interface ReplyButtonProps {
  readonly action: ButtonAction
  readonly isHeld: boolean
  readonly onPress: (text: string) => void
}

/** What it sends stands below its words, where these say something else. */
const ReplyButton = ({ action, isHeld, onPress }: ReplyButtonProps): ReactElement => {
  const strings = useWords('message', englishMessage)
  const { label, text } = action
  return (
    <button
      type="button"
      className="twk-button twk-offer"
      data-variant="secondary"
      aria-disabled={isHeld}
      onClick={({ detail }) => {
        if (!isHeld && detail < 2) onPress(text)
      }}
    >
      <span className="twk-offer__label twk-offer__words">
        <VisibleText text={label} />
      </span>
      {text !== label && (
        <span className="twk-offer__aside twk-offer__words" title={text}>
          <bdi>{strings.sends(text)}</bdi>
        </span>
      )}
    </button>
  )
}

/** Answers once: not again before the thread has offered it anew. */
const useAnswerOnce = (desk: ReplyDesk | null, isOffered: boolean): ((text: string) => void) => {
  const isSpent = useRef(false)
  useEffect(() => {
    if (!isOffered) isSpent.current = false
  }, [isOffered])
  return (text) => {
    if (isSpent.current) return
    isSpent.current = true
    desk?.onReply(text)
  }
}

/** The links and buttons that a message offers. Its buttons go when the person has said something after it. */
export const ReplyActions = ({ item }: ReplyActionsProps): ReactElement | null => {
  const strings = useWords('message', englishMessage)
  const desk = useReplyDesk()
  const [isOpen, setOpen] = useState(false)
  const isOffered = desk?.offered.has(item.key) ?? false
  const answer = useAnswerOnce(desk, isOffered)
  const hold = isOffered ? (desk?.hold ?? null) : null
  const offers = (item.actions ?? []).filter(({ type }) => type === 'link' || isOffered)
  if (offers.length === 0) return null
  const hidden = offers.length - mostShown
  return (
    <div className="twk-offers">
      <ul aria-label={strings.offers}>
        {offers.slice(0, isOpen ? offers.length : mostShown).map((action, index) => (
          // The list is the message's own and never changes its order; two may be alike.
          <li key={index}>
            {action.type === 'link' ? (
              <ReplyLink label={action.label} url={action.url} />
            ) : (
              <ReplyButton action={action} isHeld={hold !== null} onPress={answer} />
            )}
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          className="twk-text-button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? strings.fewerOffers : strings.moreOffers(hidden)}
        </button>
      )}
      {hold !== null && <p className="twk-hint">{hold}</p>}
    </div>
  )
}
