import { useId, useMemo, type ReactNode } from 'react'
import { FootnotesContext, type Footnote } from './footnote.ts'
import { FootnoteList } from './FootnoteList.tsx'

export interface FootnotesScopeProps {
  readonly notes: readonly Footnote[]
  /** What refers to them. */
  readonly children: ReactNode
}

/** A message's text with its notes below. Its ids are no other message's, and none that a text could name. */
export const FootnotesScope = ({ notes, children }: FootnotesScopeProps): ReactNode => {
  const id = useId()
  const footnotes = useMemo(() => ({ id: `twk${id}`, notes }), [id, notes])
  return (
    <FootnotesContext value={footnotes}>
      {children}
      {notes.length > 0 && <FootnoteList />}
    </FootnotesContext>
  )
}
