'use client'

import type { Attachment, Link, Phase, TransportCapabilities } from '@threadwork/core'
import { useId, useImperativeHandle, type KeyboardEvent, type ReactElement, type Ref } from 'react'
import { summaryOf } from '../attachment/attachment-entry.ts'
import { LateAttachmentTray } from '../attachment/LateAttachmentTray.tsx'
import { pastedFiles } from '../attachment/file-list.ts'
import { useAttachments, type FileSource } from '../attachment/useAttachments.ts'
import { englishAttachmentChoice } from '../strings/attachment-choice.ts'
import { englishComposerField } from '../strings/composer-field.ts'
import { englishRegions } from '../strings/regions.ts'
import { useWords } from '../strings/useWords.ts'
import { AttachButton } from './AttachButton.tsx'
import { roomFor } from './character-limit.ts'
import { fateOf, holdOf, type ComposerSituation } from './composer-hold.ts'
import { asksToSend } from './enter-key.ts'
import { StopButton } from './StopButton.tsx'
import type { Suggestion } from './suggestion.ts'
import { Suggestions } from './Suggestions.tsx'
import { useAutosize } from './useAutosize.ts'
import { useDraft, type DraftStore } from './useDraft.ts'
import { useFileNotes } from './useFileNotes.ts'
import { useMirroredDraft } from './useMirroredDraft.ts'

/** What the surroundings may do to a composer. */
export interface ComposerHandle {
  focus(): void
  /** Puts text back, behind what stands there, and files that are uploaded already. */
  insert(text: string, files?: readonly Attachment[]): void
  /** Attaches files, as if they had been picked. */
  attach(files: readonly File[]): void
}

export interface ComposerProps extends DraftStore {
  /** Called with the trimmed text, and with the files where there are any; the composer is empty afterwards. */
  readonly onSend: (text: string, attachments?: readonly Attachment[]) => void
  readonly onStop?: () => void
  /** What Stop does; it is named for that. */
  readonly stop?: TransportCapabilities['stop']
  readonly phase?: Phase
  readonly link?: Link
  /**
   * What becomes of a message while something runs or waits. `queue`: it goes out later, and that is said. `refuse`, when
   * left out: the text is kept, and the reason is said. `send`: it goes out.
   */
  readonly whileBusy?: TransportCapabilities['whileBusy']
  /** The conversation takes no more messages. */
  readonly isClosed?: boolean
  readonly placeholder?: string
  /** The most characters that a message may have, as a person counts them. Nothing is cut: what is over is said. */
  readonly maxLength?: number
  /** Offered above the field. */
  readonly suggestions?: readonly (string | Suggestion)[]
  /** Takes files: by a button, by pasting, and by whoever holds the handle. Keep the object's identity. */
  readonly files?: FileSource
  readonly ref?: Ref<ComposerHandle>
}

const isRunning = (phase: Phase): boolean => phase !== 'idle' && phase !== 'failed' && phase !== 'sending'

/** Where a person writes. Enter sends, Shift and Enter break the line, an input method's Enter does neither. */
export const Composer = ({ ref, ...props }: ComposerProps): ReactElement => {
  const { phase = 'idle', isClosed = false, files, suggestions = [] } = props
  const strings = useWords('composer', englishComposerField)
  const attachment = useWords('attachment', englishAttachmentChoice)
  const keys = useWords('keys', englishRegions)
  const hintId = useId()
  const { text, setText, takeOver } = useDraft(props)
  const field = useAutosize(text)
  useMirroredDraft(props, field, takeOver)
  const attachments = useAttachments(files, useFileNotes(props))

  const { left } = roomFor(text, props.maxLength)
  const summary = summaryOf(attachments.entries)
  const hasText = text.trim() !== ''
  const situation: ComposerSituation = {
    phase,
    link: props.link ?? 'live',
    whileBusy: props.whileBusy ?? 'refuse',
    isClosed,
    hasText,
    left,
    files: summary,
    isTextRequired: files?.limits.isTextRequired ?? false,
  }
  const isEmpty = !hasText && summary.count === 0
  const hold = holdOf(situation, { composer: strings, attachment })
  const fate = fateOf(situation, strings)
  const isTold = isClosed || situation.link === 'offline' || !isEmpty
  const word = isTold ? (hold ?? fate) : null
  const isReady = hold === null && !isEmpty

  const focus = () => field.current?.focus()
  const insert = (more: string) => setText(text === '' ? more : `${text}\n${more}`)
  useImperativeHandle(ref, () => ({
    focus,
    insert: (more, given = []) => {
      if (more !== '') insert(more)
      attachments.restore(given)
      focus()
    },
    attach: (given) => {
      attachments.add(given)
      focus()
    },
  }))
  const send = () => {
    if (!isReady) return
    const carried = attachments.take()
    setText('')
    if (carried.length > 0) props.onSend(text.trim(), carried)
    else props.onSend(text.trim())
    focus()
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    const { isComposing, keyCode } = event.nativeEvent
    const { key, shiftKey, altKey } = event
    if (!asksToSend({ key, shiftKey, altKey, isComposing, keyCode })) return
    event.preventDefault()
    if (!event.repeat) send()
  }
  const choose = ({ text: suggested, action = 'send' }: Suggestion) => {
    // What stands in the field is the person's; a suggestion never sends it along.
    if (action === 'send' && hold === null && isEmpty) return props.onSend(suggested)
    insert(suggested)
    focus()
  }

  return (
    <>
      {suggestions.length > 0 && !isClosed && <Suggestions suggestions={suggestions} onChoose={choose} />}
      <form
        className="twk-composer"
        part="composer"
        aria-label={keys.composer}
        data-told={word !== null || undefined}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
        onClick={(event) => {
          if (event.target === event.currentTarget) focus()
        }}
      >
        {(attachments.entries.length > 0 || attachments.lost.length > 0) && (
          <LateAttachmentTray attachments={attachments} />
        )}
        <textarea
          ref={field}
          className="twk-composer__field"
          part="input"
          aria-label={strings.label}
          aria-describedby={hintId}
          aria-invalid={left !== null && left < 0 ? true : undefined}
          dir="auto"
          rows={1}
          enterKeyHint="send"
          placeholder={props.placeholder ?? strings.placeholder}
          value={text}
          readOnly={isClosed}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={handleKeyDown}
          onPaste={(event) => {
            const pasted = files ? pastedFiles(event.clipboardData) : []
            if (pasted.length === 0) return
            event.preventDefault()
            attachments.add(pasted)
          }}
        />
        <div className="twk-composer__row">
          {files && !isClosed && <AttachButton limits={files.limits} onFiles={attachments.add} />}
          <span className="twk-composer__hint" id={hintId} role="status">
            {word ?? strings.hint}
          </span>
          {left !== null && left >= 0 && (
            <span className="twk-composer__count">{strings.charactersLeft(left)}</span>
          )}
          {props.onStop && isRunning(phase) && (
            <StopButton onStop={props.onStop} stop={props.stop ?? 'cancel'} />
          )}
          <button
            type="submit"
            className="twk-button twk-composer__send"
            part="send"
            data-variant="primary"
            aria-disabled={!isReady}
          >
            {strings.send}
          </button>
        </div>
      </form>
    </>
  )
}
