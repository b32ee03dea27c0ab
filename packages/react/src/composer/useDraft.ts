import { useCallback, useEffect, useRef, useState } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'

export interface DraftStore {
  /** The name that the text is kept under; nothing is kept without it. */
  readonly draftName?: string
  readonly readDraft?: (name: string) => string | null
  readonly writeDraft?: (name: string, draft: string | null) => void
  /** Calls back with the name of a draft that another page of the same person wrote; returns the way to stop. */
  readonly subscribeDrafts?: (listener: (name: string) => void) => () => void
}

// A megabyte takes a browser a tenth of a second to keep: a text of that kind is written when the person pauses.
const writtenAtOnce = 10_000
const pause = 400

/** Writes drafts: short ones at once, long ones soon, and all of them before the page goes. */
const useDraftWriter = ({ draftName, writeDraft }: DraftStore): ((text: string) => void) => {
  const clock = useClock()
  const late = useRef<(() => void) | null>(null)
  const flush = useCallback(() => {
    late.current?.()
    late.current = null
  }, [])

  useEffect(() => {
    addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      flush()
      removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [flush])

  return useCallback(
    (text: string) => {
      if (draftName === undefined) return
      const write = () => writeDraft?.(draftName, text === '' ? null : text)
      if (text.length <= writtenAtOnce) {
        late.current = null
        return write()
      }
      late.current = write
      clock.after(pause, () => {
        if (late.current === write) flush()
      })
    },
    [clock, draftName, writeDraft, flush],
  )
}

export interface Draft {
  readonly text: string
  readonly setText: (text: string) => void
  /** Shows what is kept by now, because another page wrote it. */
  readonly takeOver: () => void
}

/** The text of a composer, kept under a name over reloads and changes of the conversation. */
export const useDraft = (store: DraftStore): Draft => {
  const { draftName, readDraft } = store
  const read = () => (draftName === undefined ? '' : (readDraft?.(draftName) ?? ''))
  const [kept, setKept] = useState(() => ({ name: draftName, text: read() }))
  // Another conversation has another draft: taken over while rendering, so that the old one never flashes.
  const current = kept.name === draftName ? kept : { name: draftName, text: read() }
  if (current !== kept) setKept(current)
  const write = useDraftWriter(store)
  const setText = useCallback(
    (text: string) => {
      setKept({ name: draftName, text })
      write(text)
    },
    [draftName, write],
  )
  const takeOver = useCallback(() => {
    if (draftName !== undefined) setKept({ name: draftName, text: readDraft?.(draftName) ?? '' })
  }, [draftName, readDraft])
  return { text: current.text, setText, takeOver }
}
