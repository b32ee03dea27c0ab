import { useEffect, useState } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'

const shownFor = 2000

/** Copies, and knows for two seconds that it did. Where the browser refuses, nothing is claimed. */
export const useCopied = (): { readonly isCopied: boolean; readonly copy: (text: string) => void } => {
  const clock = useClock()
  const [isCopied, setIsCopied] = useState(false)

  useEffect(() => {
    if (!isCopied) return undefined
    const timer = clock.after(shownFor, () => setIsCopied(false))
    return () => timer.cancel()
  }, [isCopied, clock])

  const copy = (text: string): void => {
    void navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    )
  }
  return { isCopied, copy }
}
