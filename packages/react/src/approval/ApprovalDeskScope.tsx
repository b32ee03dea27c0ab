import type { Item } from '@threadwork/core'
import { useLayoutEffect, useState, type ReactNode } from 'react'
import {
  ApprovalDeskProvider,
  createApprovalDesk,
  useApprovalDesk,
  type ScrollToItem,
} from './approval-desk.ts'

export interface ApprovalDeskScopeProps {
  readonly items: readonly Item[]
  readonly onScroll: ScrollToItem
  readonly children: ReactNode
}

/** Ties a thread to the desk of its approvals: the one of the chat around it, else one of its own. */
export const ApprovalDeskScope = ({ items, onScroll, children }: ApprovalDeskScopeProps): ReactNode => {
  const above = useApprovalDesk()
  const [own] = useState(() => createApprovalDesk())
  const desk = above ?? own
  // The cards below read it as they are drawn, in this very pass.
  desk.setItems(items)
  useLayoutEffect(() => {
    desk.setScroll(onScroll)
    return () => desk.setScroll(null)
  }, [desk, onScroll])
  return <ApprovalDeskProvider value={desk}>{children}</ApprovalDeskProvider>
}
