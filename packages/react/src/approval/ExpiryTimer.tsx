import type { ReactNode } from 'react'
import { englishApproval } from '../strings/approval.ts'
import { useWords } from '../strings/useWords.ts'

/** How long an approval can still be answered; `left` in milliseconds. Read on request, not at each tick. */
export const ExpiryTimer = ({ left }: { readonly left: number }): ReactNode => {
  const strings = useWords('approval', englishApproval)
  return (
    <span className="twk-approval__timer" role="timer" data-state={left === 0 ? 'over' : undefined}>
      {left === 0 ? strings.expiredNow : strings.expiresIn(Math.ceil(left / 1000))}
    </span>
  )
}
