import type { DataPoint } from '@threadwork/core'
import type { ReactElement, ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishForm } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import { labelPlace } from './control-for.ts'
import { labelIdOf } from './field-control.ts'

/** The ids by which the parts of a field name each other. */
export interface FieldIds {
  readonly control: string
  readonly label: string
  readonly hint: string
  readonly error: string
}

export const fieldIds = (control: string): FieldIds => ({
  control,
  label: labelIdOf(control),
  hint: `${control}-hint`,
  error: `${control}-error`,
})

const isWide = (field: DataPoint): boolean =>
  field.type === 'TextArea' ||
  field.type === 'Consent' ||
  field.type === 'File' ||
  field.isMultiple ||
  (labelPlace(field) === 'group' && field.type !== 'Rating') ||
  field.unknownType !== null

export interface FieldFrameProps {
  readonly field: DataPoint
  readonly ids: FieldIds
  readonly hint: string | null
  readonly error: string | null
  readonly children: ReactNode
}

/** What stands around a control: its label, its hint and its error. */
export const FieldFrame = ({ field, ids, hint, error, children }: FieldFrameProps): ReactElement => {
  const strings = useWords('form', englishForm)
  const place = labelPlace(field)
  const words = (
    <>
      {field.label}
      {!field.isRequired && !field.isReadOnly && place !== 'beside' && (
        <span className="twk-form__optional"> ({strings.optional})</span>
      )}
    </>
  )
  const label =
    place === 'group' ? (
      <span className="twk-field__label" id={ids.label}>
        {words}
      </span>
    ) : (
      <label className="twk-field__label" id={ids.label} htmlFor={ids.control}>
        {words}
      </label>
    )
  return (
    <div
      className="twk-field twk-form__field"
      data-wide={isWide(field) || undefined}
      data-place={place}
      data-invalid={error !== null || undefined}
    >
      {place !== 'beside' && label}
      {children}
      {place === 'beside' && label}
      {hint !== null && (
        <p className="twk-hint" id={ids.hint}>
          {hint}
        </p>
      )}
      {error !== null && (
        <p className="twk-error twk-form__error" id={ids.error}>
          <Icon name="exclamation" />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}
