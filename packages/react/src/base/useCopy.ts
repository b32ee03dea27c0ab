import { useEffect, useState } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'

/** What became of the last copying: `copied` for two seconds, `failed` until the next one. */
export type CopyStatus = 'ready' | 'copied' | 'failed'

const shownFor = 2000

// Where a page is not secure there is no clipboard at all: that is a refusal as well.
const write = async (text: string): Promise<void> => navigator.clipboard.writeText(text)

/** Copies texts, and knows what became of it. */
export const useCopy = (): { readonly status: CopyStatus; readonly copy: (text: string) => void } => {
  const clock = useClock()
  const [status, setStatus] = useState<CopyStatus>('ready')

  useEffect(() => {
    if (status !== 'copied') return undefined
    const timer = clock.after(shownFor, () => setStatus('ready'))
    return () => timer.cancel()
  }, [status, clock])

  const copy = (text: string): void => {
    void write(text).then(
      () => setStatus('copied'),
      () => setStatus('failed'),
    )
  }
  return { status, copy }
}
