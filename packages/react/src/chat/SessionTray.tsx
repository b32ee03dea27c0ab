import type { SessionState } from '@threadwork/core'
import { Suspense, useCallback, useState, type ReactNode } from 'react'
import type { ApprovalDesk } from '../approval/approval-desk.ts'
import type { ApprovalTrayProps } from '../approval/ApprovalTray.tsx'
import { countOpenApprovals } from '../approval/open-approvals.ts'
import type { Decide } from '../approval/useDecideOnce.ts'
import { lateComponent, type LateComponent } from '../base/late-component.ts'
import { useSession } from '../hooks/SessionProvider.tsx'
import { useConversation } from '../hooks/useConversation.ts'

const lateTray: LateComponent<ApprovalTrayProps> = lateComponent(
  async () => (await import('../approval/ApprovalTray.tsx')).ApprovalTray,
)

const hasSeveral = (state: SessionState): boolean => countOpenApprovals(state) > 1
const itemsOf = (state: SessionState) => state.items

/** The tray of the session above, from when a second approval is open. */
export const SessionTray = ({ desk }: { readonly desk: ApprovalDesk }): ReactNode => {
  const isNeeded = useConversation(hasSeveral)
  const [isMounted, setIsMounted] = useState(false)
  if (isNeeded && !isMounted) setIsMounted(true)
  return isMounted ? <ConnectedTray desk={desk} /> : null
}

const ConnectedTray = ({ desk }: { readonly desk: ApprovalDesk }): ReactNode => {
  const session = useSession()
  const items = useConversation(itemsOf)
  const [Tray] = useState(() => lateTray.take())
  const handleDecide: Decide = useCallback(
    (callId, resolution, details) => void session.decide(callId, resolution, details),
    [session],
  )
  return (
    <Suspense fallback={null}>
      <Tray items={items} desk={desk} onDecide={handleDecide} onRetry={(id) => session.retry(id)} />
    </Suspense>
  )
}
