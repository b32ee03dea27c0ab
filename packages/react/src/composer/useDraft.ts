import { useCallback, useState } from 'react'

export interface DraftStore {
  /** The name that the text is kept under; nothing is kept without it. */
  readonly draftName?: string
  readonly readDraft?: (name: string) => string | null
  readonly writeDraft?: (name: string, draft: string | null) => void
}

/** The text of a composer, kept under a name over reloads and changes of the conversation. */
export const useDraft = ({
  draftName,
  readDraft,
  writeDraft,
}: DraftStore): readonly [string, (text: string) => void] => {
  const read = () => (draftName === undefined ? '' : (readDraft?.(draftName) ?? ''))
  const [kept, setKept] = useState(() => ({ name: draftName, text: read() }))
  // Another conversation has another draft: taken over while rendering, so that the old one never flashes.
  const current = kept.name === draftName ? kept : { name: draftName, text: read() }
  if (current !== kept) setKept(current)
  const write = useCallback(
    (text: string) => {
      setKept({ name: draftName, text })
      if (draftName !== undefined) writeDraft?.(draftName, text === '' ? null : text)
    },
    [draftName, writeDraft],
  )
  return [current.text, write]
}
