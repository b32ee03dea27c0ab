'use client'

import type { NoticeItem } from '@threadwork/core'
import type { ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'

export interface NoticeProps {
  readonly item: NoticeItem
}

/** A line across the thread that is nobody's message. */
export const Notice = ({ item }: NoticeProps): ReactNode => {
  const strings = useStrings().message
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
