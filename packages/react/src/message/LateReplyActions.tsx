import { Suspense, useState, type ReactElement } from 'react'
import { lateComponent, type LateComponent } from '../base/late-component.ts'
import type { ReplyActionsProps } from './ReplyActions.tsx'

const lateReplyActions: LateComponent<ReplyActionsProps> = lateComponent(
  async () => (await import('./ReplyActions.tsx')).ReplyActions,
)

/** Only conversations whose messages offer something load it. */
export const LateReplyActions = (props: ReplyActionsProps): ReactElement => {
  const [Actions] = useState(() => lateReplyActions.take())
  return (
    <Suspense>
      <Actions {...props} />
    </Suspense>
  )
}
