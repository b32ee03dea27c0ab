import { use, type MouseEvent, type ReactNode } from 'react'
import { englishMarkdown } from '../strings/markdown.ts'
import { useWords } from '../strings/useWords.ts'
import { FootnotesContext, markId, noteId } from './footnote.ts'
import { InsideLink } from './inside-link.ts'

export interface FootnoteMarkProps {
  readonly label: string
  /** Counted from one among the references to the same note. */
  readonly mark: number
  readonly children: ReactNode
}

/** Goes to the link's target and moves the focus there, without a change of the page's address. */
export const goToTarget = (event: MouseEvent<HTMLAnchorElement>): void => {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  // The kit may stand in a shadow tree.
  const root = event.currentTarget.getRootNode() as Document | ShadowRoot
  const target = root.getElementById(event.currentTarget.hash.slice(1))
  target?.focus({ preventScroll: true })
  target?.scrollIntoView({ block: 'nearest' })
}

/** A raised number that leads to its note; the label as it was written while there is no such note. */
export const FootnoteMark = ({ label, mark, children }: FootnoteMarkProps): ReactNode => {
  const strings = useWords('markdown', englishMarkdown)
  const { id, notes } = use(FootnotesContext)
  const isInLink = use(InsideLink)
  const note = notes.find((note) => note.label === label)
  if (!note) return <sup>{children}</sup>
  if (isInLink) return <sup>{note.number}</sup>
  return (
    <sup>
      <a
        className="twk-markdown__link"
        id={markId(id, note.number, mark)}
        href={`#${noteId(id, note.number)}`}
        role="doc-noteref"
        aria-label={strings.note(note.number)}
        onClick={goToTarget}
      >
        {note.number}
      </a>
    </sup>
  )
}
