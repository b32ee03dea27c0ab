import type { ReactNode } from 'react'
import { englishApprovalCard } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'

/** How long an approval can still be answered; `left` in milliseconds. Read on request, not at each tick. */
export const ExpiryTimer = ({ left }: { readonly left: number }): ReactNode => {
  const strings = useWords('approval', englishApprovalCard)
  return (
    <span className="twk-approval__timer" role="timer" data-state={left === 0 ? 'over' : undefined}>
      {left === 0 ? strings.expiredNow : strings.expiresIn(Math.ceil(left / 1000))}
    </span>
  )
}
