'use client'

import type { ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'

/** Says that more is coming. It belongs last in the thread. */
export const TypingIndicator = (): ReactNode => (
  <div className="twk-typing" role="img" aria-label={useStrings().status.typing}>
    <span />
    <span />
    <span />
  </div>
)
