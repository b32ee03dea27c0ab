import type { Phase, TransportCapabilities } from '@threadwork/core'
import { useId, useImperativeHandle, useRef, type KeyboardEvent, type ReactElement, type Ref } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { useStrings } from '../strings/StringsProvider.tsx'
import { useDraft, type DraftStore } from './useDraft.ts'

/** What the surroundings may do to a composer. */
export interface ComposerHandle {
  focus(): void
  /** Puts text back, behind what stands there. */
  insert(text: string): void
}

export interface ComposerProps extends DraftStore {
  /** Called with the trimmed text; the field is empty afterwards. */
  readonly onSend: (text: string) => void
  readonly onStop?: () => void
  /** What Stop does; said beside it where the run goes on. */
  readonly stop?: TransportCapabilities['stop']
  /** While something runs or waits the text is kept, and the reason is said. */
  readonly phase?: Phase
  /** The conversation takes no more messages. */
  readonly isClosed?: boolean
  readonly placeholder?: string
  readonly ref?: Ref<ComposerHandle>
}

const isRunning = (phase: Phase): boolean => phase !== 'idle' && phase !== 'failed' && phase !== 'sending'

// Safari ends a composition before the keydown of the Enter that ended it; only the key code 229 still tells.
const isComposing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229

/** Where a person writes. Enter sends, Shift and Enter break the line, an input method's Enter does neither. */
export const Composer = ({ ref, ...props }: ComposerProps): ReactElement => {
  const { phase = 'idle', isClosed = false } = props
  const strings = useStrings().composer
  const hintId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useDraft(props)
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    insert: (more) => {
      setText(text === '' ? more : `${text}\n${more}`)
      field.current?.focus()
    },
  }))

  const reason = isClosed ? strings.closed : strings.busy[phase]
  const isTold = reason !== null && (text !== '' || isClosed)
  const isReady = reason === null && text.trim() !== ''
  const send = () => {
    if (!isReady) return
    setText('')
    props.onSend(text.trim())
    field.current?.focus()
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
    event.preventDefault()
    if (!event.repeat) send()
  }

  return (
    <form
      className="twk-composer"
      part="composer"
      data-busy={isTold || undefined}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) field.current?.focus()
      }}
    >
      <textarea
        ref={field}
        className="twk-composer__field"
        part="input"
        aria-label={strings.label}
        aria-describedby={hintId}
        dir="auto"
        rows={1}
        enterKeyHint="send"
        placeholder={props.placeholder ?? strings.placeholder}
        value={text}
        readOnly={isClosed}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
      />
      <div className="twk-composer__row">
        <span className="twk-composer__hint" id={hintId} role="status">
          {isTold ? reason : strings.hint}
        </span>
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
  )
}

interface StopButtonProps {
  readonly onStop: () => void
  readonly stop: TransportCapabilities['stop']
}

const StopButton = ({ onStop, stop }: StopButtonProps): ReactElement => {
  const strings = useStrings().composer
  const detailId = useId()
  const detail = stop === 'cancel' ? strings.cancels : strings.stopListening
  return (
    <>
      <span id={detailId} className={stop === 'cancel' ? 'twk-visually-hidden' : 'twk-composer__detail'}>
        {detail}
      </span>
      <button
        type="button"
        className="twk-button twk-composer__stop"
        data-variant="quiet"
        aria-describedby={detailId}
        title={detail}
        onClick={onStop}
      >
        <Icon name="stop" />
        {strings.stop}
      </button>
    </>
  )
}
