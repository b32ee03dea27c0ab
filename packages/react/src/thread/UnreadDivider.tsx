import type { ReactElement } from 'react'
import { englishThread } from '../strings/thread.ts'
import { useWords } from '../strings/useWords.ts'

export interface UnreadDividerProps {
  /** It has been read: the line keeps its room, so that nothing moves under the reader, and is seen no more. */
  readonly isRead: boolean
}

/** The line above what came while the reader was away. */
export const UnreadDivider = ({ isRead }: UnreadDividerProps): ReactElement => (
  <p className="twk-notice twk-unread" data-read={isRead || undefined}>
    <span>{useWords('thread', englishThread).unread}</span>
  </p>
)
