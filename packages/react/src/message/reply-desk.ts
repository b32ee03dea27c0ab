import type { Item, MessageItem } from '@threadwork/core'
import { createContext, useContext, type Context } from 'react'

/** Where the buttons under messages are answered. */
export interface ReplyDesk {
  /** The keys of the messages whose buttons can still be pressed. */
  readonly offered: ReadonlySet<string>
  /** Why nothing can leave now; `null` when it can. */
  readonly hold: string | null
  /** Sends a button's text as the person's message. */
  readonly onReply: (text: string) => void
}

const ReplyDeskContext: Context<ReplyDesk | null> = createContext<ReplyDesk | null>(null)

/** `<ReplyDeskProvider value={desk}>`: without one, messages offer their links and no buttons. */
export const ReplyDeskProvider: Context<ReplyDesk | null> = ReplyDeskContext

/** The desk of the thread that this stands in. */
export const useReplyDesk = (): ReplyDesk | null => useContext(ReplyDeskContext)

const hasButton = ({ actions }: MessageItem): boolean =>
  actions !== undefined && actions.some(({ type }) => type === 'button')

/**
 * The keys of the messages whose buttons are still to be answered: those after the person's last message. It costs what
 * came since then.
 */
export const offeredIn = (items: readonly Item[]): readonly string[] => {
  const keys: string[] = []
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at]
    if (item?.kind !== 'message') continue
    if (item.role === 'user') break
    if (item.status === 'complete' && hasButton(item)) keys.push(item.key)
  }
  return keys
}
