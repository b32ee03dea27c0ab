import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react'
import { activeNear } from '../base/tree.ts'
import { englishThread } from '../strings/thread.ts'
import { useWords } from '../strings/useWords.ts'

export interface OlderRowsProps {
  /** Brings the page of items before the first; a rejected promise is told, and can be tried again. */
  readonly onOlder: () => Promise<void> | void
  /** The item that is the first now: while it stays, nothing more is asked for but by a click. */
  readonly firstKey: string
}

/** So many pixels before the reader comes to the start, what is older is asked for. */
const lead = 600

type Loading = 'idle' | 'loading' | 'failed'

/** At the start of a thread that goes further back: loads older items as the reader comes near, or at a click. */
export const OlderRows = ({ onOlder, firstKey }: OlderRowsProps): ReactElement => {
  const strings = useWords('thread', englishThread)
  const element = useRef<HTMLDivElement>(null)
  const [loading, setLoading] = useState<Loading>('idle')
  const isLoading = useRef(false)
  const askedAt = useRef<string | null>(null)

  const load = useCallback(async () => {
    if (isLoading.current) return
    isLoading.current = true
    setLoading('loading')
    try {
      await onOlder()
      setLoading('idle')
    } catch {
      setLoading('failed')
    } finally {
      isLoading.current = false
    }
  }, [onOlder])
  useEffect(() => {
    const target = element.current
    // After a failure, or a page that brought nothing, the person decides when to try again.
    if (!target || loading !== 'idle' || askedAt.current === firstKey) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        askedAt.current = firstKey
        void load()
      },
      { root: target.closest('[role=log]'), rootMargin: `${lead}px 0px 0px` },
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [load, loading, firstKey])
  // The last page takes the button away: whoever pressed it stays in the thread.
  useLayoutEffect(() => {
    const target = element.current
    return () => {
      if (target?.contains(activeNear(target)))
        target.closest<HTMLElement>('[role=log]')?.focus({ preventScroll: true })
    }
  }, [])

  return (
    <div ref={element} className="twk-thread__older">
      {loading === 'failed' && (
        <p className="twk-error" role="alert">
          {strings.olderFailed}
        </p>
      )}
      <button
        type="button"
        className="twk-button"
        data-variant="quiet"
        aria-disabled={loading === 'loading'}
        onClick={() => void load()}
      >
        {loading === 'loading' ? strings.olderLoading : loading === 'failed' ? strings.retry : strings.older}
      </button>
    </div>
  )
}
