import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { englishApprovalCard } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'

export interface RejectFormProps {
  /** Reasons to choose from; the kit's own words when left out. */
  readonly reasons: readonly string[] | undefined
  /** `reason` is `undefined` when the person left it empty. */
  readonly onReject: (reason: string | undefined) => void
  readonly onCancel: () => void
}

/** Asks for a reason, which may stay empty, and says who reads it. */
export const RejectForm = ({ reasons, onReject, onCancel }: RejectFormProps): ReactNode => {
  const strings = useWords('approval', englishApprovalCard)
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const presets = reasons ?? strings.reasonPresets

  // The person has just pressed Reject: this is where they go on.
  useEffect(() => field.current?.focus(), [])

  return (
    <form
      className="twk-approval__reject"
      aria-label={strings.reject}
      onSubmit={(event) => {
        event.preventDefault()
        onReject(reason.trim() === '' ? undefined : reason.trim())
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onCancel()
      }}
    >
      <div className="twk-field">
        <label className="twk-field__label" htmlFor={id}>
          {strings.reason}
        </label>
        <textarea
          ref={field}
          id={id}
          className="twk-input"
          rows={2}
          maxLength={500}
          placeholder={strings.reasonDefault}
          aria-describedby={`${id}-hint`}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {presets.length > 0 && (
          <div className="twk-approval__presets" role="group" aria-label={strings.presets}>
            {presets.map((preset) => (
              <button
                key={preset}
                type="button"
                className="twk-button"
                data-variant="quiet"
                aria-pressed={reason === preset}
                onClick={() => setReason(reason === preset ? '' : preset)}
              >
                {preset}
              </button>
            ))}
          </div>
        )}
        <p className="twk-hint" id={`${id}-hint`}>
          {strings.reasonWarning}
        </p>
      </div>
      <div className="twk-approval__buttons">
        <button type="submit" className="twk-button" data-variant="danger">
          {strings.confirmReject}
        </button>
        <button type="button" className="twk-button" data-variant="secondary" onClick={onCancel}>
          {strings.cancelReject}
        </button>
      </div>
    </form>
  )
}
