'use client'

import { Suspense, useState, type ReactElement } from 'react'
import { lateComponent, type LateComponent } from '../base/late-component.ts'
import { englishThread } from '../strings/thread.ts'
import { useWords } from '../strings/useWords.ts'
import type { ThreadCardProps } from './ThreadCard.tsx'

/** The cards, which a page does not need before it has shown its first messages. */
export const lateCards: LateComponent<ThreadCardProps> = lateComponent(
  async () => (await import('./ThreadCard.tsx')).ThreadCard,
)

/** A card that is drawn as soon as the cards have come. */
export const LateCard = (props: ThreadCardProps): ReactElement => {
  const [Card] = useState(() => lateCards.take())
  return (
    <Suspense fallback={<p className="twk-hint">{useWords('thread', englishThread).loadingCard}</p>}>
      <Card {...props} />
    </Suspense>
  )
}
