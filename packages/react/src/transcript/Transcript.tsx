import type { Item } from '@threadwork/core'
import { useId, useLayoutEffect, useMemo, useRef, type ReactElement } from 'react'
import { useCopy } from '../base/useCopy.ts'
import { Icon } from '../icon/Icon.tsx'
import { englishTranscript } from '../strings/transcript.ts'
import { useWords } from '../strings/useWords.ts'
import { daysOf } from './transcript-days.ts'
import { entryOf, type TranscriptEntry } from './transcript-entry.ts'
import { toMarkdown, toText } from './transcript-text.ts'
import { useTranscriptWords } from './useTranscriptWords.ts'
import { TranscriptGroup, type TranscriptGroupProps } from './TranscriptGroup.tsx'
import { useDrawnCount } from './useDrawnCount.ts'

export interface TranscriptProps {
  /** The conversation as it stood when the transcript was opened. Keep the object's identity. */
  readonly items: readonly Item[]
  /** Who the agent's messages are from. */
  readonly agentName?: string | undefined
  readonly onClose: () => void
}

/** So many entries are drawn in one go. */
const groupSize = 25

const groupsOf = (entries: readonly TranscriptEntry[]): readonly TranscriptGroupProps[] => {
  const days = daysOf(entries)
  return Array.from({ length: Math.ceil(entries.length / groupSize) }, (_, index) => {
    const first = index * groupSize
    return { entries: entries.slice(first, first + groupSize), days, first }
  })
}

const CopyButton = ({ words, write }: { readonly words: string; readonly write: () => string }) => {
  const strings = useWords('transcript', englishTranscript)
  const { status, copy } = useCopy()
  const isCopied = status === 'copied'
  return (
    <button type="button" className="twk-button" data-variant="quiet" onClick={() => copy(write())}>
      <Icon name={isCopied ? 'check' : 'copy'} />
      {isCopied ? strings.copied : words}
    </button>
  )
}

/**
 * The whole conversation as plain content, in a dialog: what the browser's search finds, a screen reader walks and a
 * printer prints. It is drawn piece by piece, however long it is.
 */
export const Transcript = ({ items, agentName, onClose }: TranscriptProps): ReactElement => {
  const strings = useTranscriptWords()
  const words = strings.transcript
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const name = agentName ?? strings.message.assistant
  const entries = useMemo(
    () => items.map((item) => entryOf(item, { strings, agentName: name })),
    [items, strings, name],
  )
  const groups = useMemo(() => groupsOf(entries), [entries])
  const drawn = useDrawnCount(groups.length, 2)
  const isWhole = drawn === groups.length
  // Closed before it leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  return (
    <dialog ref={dialog} className="twk-dialog twk-transcript" aria-labelledby={titleId} onClose={onClose}>
      <header className="twk-transcript__header">
        <div>
          <h2 id={titleId}>{words.title}</h2>
          <p className="twk-hint" role="status">
            {isWhole ? words.count(entries.length) : words.progress(drawn * groupSize, entries.length)}
          </p>
        </div>
        <CopyButton words={words.copyText} write={() => toText(entries, strings)} />
        <CopyButton words={words.copyMarkdown} write={() => toMarkdown(entries, strings)} />
        <button
          type="button"
          className="twk-button"
          data-variant="quiet"
          aria-disabled={!isWhole}
          onClick={() => {
            if (isWhole) print()
          }}
        >
          {words.print}
        </button>
        <button
          type="button"
          className="twk-button"
          data-variant="quiet"
          aria-label={words.close}
          onClick={onClose}
        >
          <Icon name="cross" />
        </button>
      </header>
      <div className="twk-transcript__body" role="region" aria-labelledby={titleId} tabIndex={0}>
        {entries.length === 0 && <p className="twk-hint">{words.empty}</p>}
        {groups.slice(0, drawn).map((group) => (
          <TranscriptGroup key={group.first} {...group} />
        ))}
      </div>
    </dialog>
  )
}
