import type { ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'

/** How long an approval can still be answered; `left` in milliseconds. Read on request, not at each tick. */
export const ExpiryTimer = ({ left }: { readonly left: number }): ReactNode => {
  const strings = useStrings().approval
  return (
    <span className="twk-approval__timer" role="timer" data-state={left === 0 ? 'over' : undefined}>
      {left === 0 ? strings.expiredNow : strings.expiresIn(Math.ceil(left / 1000))}
    </span>
  )
}
