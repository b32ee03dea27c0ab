'use client'

import type { ReactNode } from 'react'
import { englishStatus } from '../strings/status.ts'
import { useWords } from '../strings/useWords.ts'

/** Says that more is coming. It belongs last in the thread. */
export const TypingIndicator = (): ReactNode => (
  <div className="twk-typing" role="img" aria-label={useWords('status', englishStatus).typing}>
    <span />
    <span />
    <span />
  </div>
)
