'use client'

import type { NoticeItem } from '@threadwork/core'
import type { ReactNode } from 'react'
import { englishMessageText } from '../strings/message-text.ts'
import { useWords } from '../strings/useWords.ts'

export interface NoticeProps {
  readonly item: NoticeItem
}

/** A line across the thread that is nobody's message. */
export const Notice = ({ item }: NoticeProps): ReactNode => {
  const strings = useWords('message', englishMessageText)
  return (
    <article
      className="twk-notice"
      data-twk-kind="notice"
      data-twk-id={item.id}
      data-twk-status={item.notice}
    >
      <span>{item.notice === 'events-expired' ? strings.eventsExpired : strings.conversationClosed}</span>
    </article>
  )
}
