import { useCallback, useMemo } from 'react'
import { offeredIn, type ReplyDesk } from '../message/reply-desk.ts'
import { englishComposerField } from '../strings/composer-field.ts'
import { useWords } from '../strings/useWords.ts'
import type { ThreadActions } from './thread-actions.ts'
import type { ThreadState } from './thread-look.ts'

/** The desk at which a thread's reply buttons are answered; `null` where nothing can be sent. */
export const useReplies = (state: ThreadState, actions: ThreadActions): ReplyDesk | null => {
  const strings = useWords('composer', englishComposerField)
  const { items, phase, history } = state
  // A message that waits is the person's answer already.
  const isOver = (state.queue?.length ?? 0) > 0 || history === 'closed'
  // As a text, so that a desk that offers the same stays the same: no row is drawn for other traffic.
  const keys = useMemo(() => JSON.stringify(isOver ? [] : offeredIn(items)), [items, isOver])
  const offered = useMemo(() => new Set(JSON.parse(keys) as readonly string[]), [keys]) // written above
  // Where nothing is offered, what holds it back is nobody's news.
  const isBusy = actions.capabilities?.whileBusy === 'refuse' && offered.size > 0
  const hold = isBusy ? strings.busy[phase] : null
  const canSend = actions.send !== undefined
  const onReply = useCallback((text: string): void => void actions.send?.(text), [actions])
  return useMemo(() => (canSend ? { offered, hold, onReply } : null), [canSend, offered, hold, onReply])
}
