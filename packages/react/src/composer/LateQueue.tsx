import { Suspense, useState, type ReactElement } from 'react'
import { lateComponent } from '../base/late-component.ts'
import type { QueuedMessagesProps } from './QueuedMessages.tsx'

const queue = lateComponent<QueuedMessagesProps>(
  async () => (await import('./QueuedMessages.tsx')).QueuedMessages,
)

/** The waiting messages, which a page does not need before one waits. */
export const LateQueue = (props: QueuedMessagesProps): ReactElement => {
  const [Queue] = useState(() => queue.take())
  return (
    <Suspense>
      <Queue {...props} />
    </Suspense>
  )
}
