'use client'

import type { IntentId, Phase, QueuedMessage } from '@threadwork/core'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishAttachment } from '../strings/attachment.ts'
import { englishComposer } from '../strings/composer.ts'
import { useWords } from '../strings/useWords.ts'
import { asksToSend } from './enter-key.ts'

export interface QueuedMessagesProps {
  readonly messages: readonly QueuedMessage[]
  /** What they wait for is said by it. */
  readonly phase: Phase
  readonly onEdit: (intentId: IntentId, text: string) => void
  /** While the person is at a message, it and all behind it stay. */
  readonly onPause: (intentId: IntentId, isPaused: boolean) => void
  readonly onRemove: (intentId: IntentId) => void
  readonly onSendNow: (intentId: IntentId) => void
}

interface RowProps extends Omit<QueuedMessagesProps, 'messages' | 'phase'> {
  readonly message: QueuedMessage
}

const EditRow = ({ message, onEdit, onDone }: RowProps & { readonly onDone: () => void }): ReactElement => {
  const strings = useWords('composer', englishComposer)
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(message.text)
  const isReady = text.trim() !== '' || message.attachments.length > 0
  const save = () => {
    if (!isReady) return
    onEdit(message.intentId, text.trim())
    onDone()
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    const { isComposing, keyCode } = event.nativeEvent
    if (event.key === 'Escape' && !isComposing) onDone()
    else if (
      asksToSend({ key: event.key, shiftKey: event.shiftKey, altKey: event.altKey, isComposing, keyCode })
    )
      save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  // It takes the place of the button that was pressed.
  useEffect(() => field.current?.focus(), [])
  return (
    <>
      <textarea
        ref={field}
        className="twk-input twk-queue__field"
        aria-label={strings.editLabel}
        dir="auto"
        rows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
      />
      <button
        type="button"
        className="twk-button"
        data-variant="quiet"
        aria-disabled={!isReady}
        onClick={save}
      >
        {strings.save}
      </button>
      <button type="button" className="twk-text-button" onClick={onDone}>
        {strings.cancel}
      </button>
    </>
  )
}

const Row = (props: RowProps): ReactElement => {
  const { message, onPause, onRemove } = props
  const strings = useWords('composer', englishComposer)
  const attachment = useWords('attachment', englishAttachment)
  const textId = useId()
  const [isEditing, setIsEditing] = useState(false)
  const edit = useRef<HTMLButtonElement>(null)
  const { intentId } = message
  useEffect(() => {
    if (!isEditing) return undefined
    onPause(intentId, true)
    return () => onPause(intentId, false)
  }, [isEditing, intentId, onPause])
  const handleDone = () => {
    setIsEditing(false)
    // Drawn again in the next moment.
    requestAnimationFrame(() => edit.current?.focus())
  }
  return (
    <li className="twk-queue__row" data-waits-for={message.waitsFor}>
      {isEditing ? (
        <EditRow {...props} onDone={handleDone} />
      ) : (
        <>
          <span id={textId} className="twk-queue__text" dir="auto">
            {message.attachments.map(({ fileId, name }) => (
              <span key={fileId} className="twk-queue__file">
                <Icon name="paperclip" />
                <bdi>{name || attachment.file}</bdi>
              </span>
            ))}
            {message.text}
          </span>
          {message.waitsFor === 'failure' && (
            <button
              type="button"
              className="twk-button"
              data-variant="quiet"
              aria-describedby={textId}
              onClick={() => props.onSendNow(intentId)}
            >
              {strings.sendNow}
            </button>
          )}
          <button
            ref={edit}
            type="button"
            className="twk-text-button"
            aria-describedby={textId}
            onClick={() => setIsEditing(true)}
          >
            {strings.edit}
          </button>
          <button
            type="button"
            className="twk-text-button"
            aria-describedby={textId}
            onClick={() => onRemove(intentId)}
          >
            {strings.remove}
          </button>
        </>
      )}
    </li>
  )
}

/** The messages that go out when the running turn is over, first to leave first. */
export const QueuedMessages = ({ messages, phase, ...acts }: QueuedMessagesProps): ReactElement | null => {
  const strings = useWords('composer', englishComposer)
  if (messages.length === 0) return null
  const hasFailed = messages.some(({ waitsFor }) => waitsFor === 'failure')
  return (
    <section className="twk-queue" aria-label={strings.queue}>
      <p className="twk-queue__head" role="status">
        <b>{strings.waiting(messages.length)}</b>{' '}
        {hasFailed ? strings.waitsAfterFailure : strings.queued[phase]}
      </p>
      <ol>
        {messages.map((message) => (
          <Row key={message.intentId} message={message} {...acts} />
        ))}
      </ol>
    </section>
  )
}
