import type { Session } from '@threadwork/core'
import { recordTape, type SessionRecording } from '@threadwork/core/inspect'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'
import { saveFile } from './save-file.ts'
import { useInspection } from './useInspection.ts'

export interface TapeControlProps {
  readonly session: Session
  /** Takes a finished tape; left out, the browser saves it as a file. */
  readonly onSave?: ((tape: string) => void) | undefined
}

/** Records the session from a press on, and saves the tape. */
export const TapeControl = ({ session, onSave }: TapeControlProps): ReactElement => {
  const words = useInspection()
  const clock = useClock()
  const [keepsContent, setKeepsContent] = useState(false)
  const [recording, setRecording] = useState<SessionRecording | null>(null)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => () => recording?.stop(), [recording])

  const end = () => {
    recording?.stop()
    setRecording(null)
    // The button that was pressed is gone.
    requestAnimationFrame(() => first.current?.focus())
  }
  const handleSave = () => {
    if (!recording) return
    const tape = recording.toText()
    if (onSave) onSave(tape)
    else saveFile(`${session.conversationId.replaceAll(/[^\w-]/gu, '_')}.tape`, tape)
    end()
  }
  if (recording)
    return (
      <div className="twk-inspector__tape" data-recording>
        <button ref={first} type="button" className="twk-button" data-variant="quiet" onClick={handleSave}>
          {words.save}
        </button>
        <button type="button" className="twk-text-button" onClick={end}>
          {words.discard}
        </button>
        <span className="twk-hint">{words.entries(recording.count())}</span>
      </div>
    )
  return (
    <div className="twk-inspector__tape">
      <button
        ref={first}
        type="button"
        className="twk-button"
        data-variant="quiet"
        onClick={() => setRecording(recordTape(session, { clock, keepsContent }))}
      >
        {words.record}
      </button>
      <label className="twk-hint">
        <input
          type="checkbox"
          checked={keepsContent}
          onChange={({ target }) => setKeepsContent(target.checked)}
        />
        {words.withContent}
      </label>
    </div>
  )
}
