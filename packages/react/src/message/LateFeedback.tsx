import { Suspense, useState, type ReactElement } from 'react'
import { lateComponent, type LateComponent } from '../base/late-component.ts'
import type { MessageFeedbackProps } from './MessageFeedback.tsx'

const lateFeedback: LateComponent<MessageFeedbackProps> = lateComponent(
  async () => (await import('./MessageFeedback.tsx')).MessageFeedback,
)

/** Only hosts that take feedback load it. */
export const LateFeedback = (props: MessageFeedbackProps): ReactElement => {
  const [Feedback] = useState(() => lateFeedback.take())
  return (
    <Suspense>
      <Feedback {...props} />
    </Suspense>
  )
}
