import { use, type ReactNode } from 'react'
import { englishMarkdown } from '../strings/markdown.ts'
import { useWords } from '../strings/useWords.ts'
import { FootnotesContext, markId, noteId, type Footnote } from './footnote.ts'
import { goToTarget } from './FootnoteMark.tsx'
import { MarkdownSource } from './MarkdownSource.tsx'

const BackLinks = ({ id, note }: { readonly id: string; readonly note: Footnote }): ReactNode => {
  const strings = useWords('markdown', englishMarkdown)
  return Array.from({ length: note.marks }, (_, index) => (
    <a
      key={index}
      className="twk-markdown__link"
      href={`#${markId(id, note.number, index + 1)}`}
      role="doc-backlink"
      aria-label={strings.backToText(note.number, index + 1)}
      onClick={goToTarget}
    >
      ↩{index > 0 && <sup>{index + 1}</sup>}
    </a>
  ))
}

/** The notes of a message, below it, each with the ways back to where it is referred to. */
export const FootnoteList = (): ReactNode => {
  const strings = useWords('markdown', englishMarkdown)
  const { id, notes } = use(FootnotesContext)
  return (
    <div className="twk-markdown__notes" role="group" aria-label={strings.notes}>
      <ol>
        {notes.map((note) => (
          <li key={note.label} id={noteId(id, note.number)} tabIndex={-1}>
            <MarkdownSource source={note.source} />
            <BackLinks id={id} note={note} />
          </li>
        ))}
      </ol>
    </div>
  )
}
