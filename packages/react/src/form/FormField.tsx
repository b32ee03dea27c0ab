import { validateField, type DataPoint } from '@threadwork/core'
import { createElement, type ReactElement, type ReactNode } from 'react'
import { useController, type Control } from 'react-hook-form'
import { Icon } from '../icon/Icon.tsx'
import type { FormStrings } from '../strings/form.ts'
import { useStrings } from '../strings/StringsProvider.tsx'
import { FieldSlot } from '../renderers/FieldSlot.tsx'
import { builtInControlFor, labelPlace, ownControlFor } from './control-for.ts'
import { labelIdOf, type FieldControls } from './field-control.ts'
import { missesPattern } from './pattern.ts'

/** The form's own names for its fields: a data point key may hold dots or be a reserved word. */
export type SlotValues = Readonly<Record<string, unknown>>
export const slotName = (index: number): string => `slot${index}`

const problemOf = (field: DataPoint, value: unknown, strings: FormStrings): string | null => {
  const problem = validateField(field, value)
  if (problem) return strings.problem(problem)
  return typeof value === 'string' && missesPattern(field.pattern, value) ? strings.pattern : null
}

const hintOf = (field: DataPoint, hasOwnControl: boolean, strings: FormStrings): string | null => {
  const own = field.unknownType !== null && !hasOwnControl ? strings.unknownType(field.unknownType) : null
  const file = field.type === 'File' && !hasOwnControl ? strings.fileAsText : null
  return [field.help, own, file].filter((part) => part !== null).join(' ') || null
}

const isWide = (field: DataPoint): boolean =>
  field.type === 'TextArea' ||
  field.type === 'Consent' ||
  labelPlace(field) === 'group' ||
  field.unknownType !== null

interface FrameProps {
  readonly field: DataPoint
  readonly ids: FieldIds
  readonly hint: string | null
  readonly error: string | null
  readonly children: ReactNode
}

interface FieldIds {
  readonly control: string
  readonly label: string
  readonly hint: string
  readonly error: string
}

const idsOf = (base: string): FieldIds => ({
  control: base,
  label: labelIdOf(base),
  hint: `${base}-hint`,
  error: `${base}-error`,
})

const Frame = ({ field, ids, hint, error, children }: FrameProps): ReactElement => {
  const strings = useStrings().form
  const place = labelPlace(field)
  const words = (
    <>
      {field.label}
      {!field.isRequired && place !== 'beside' && (
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

export interface FormFieldProps {
  readonly field: DataPoint
  readonly name: string
  readonly id: string
  readonly control: Control<Record<string, unknown>>
  readonly renderers: FieldControls
  readonly isDisabled: boolean
}

/** One field: its label, its control, its hint and its error, each named by the other. */
export const FormField = (props: FormFieldProps): ReactElement => {
  const { field } = props
  const strings = useStrings().form
  const { field: slot, fieldState } = useController({
    name: props.name,
    control: props.control,
    rules: { validate: (value: unknown) => problemOf(field, value, strings) ?? true },
  })
  const ids = idsOf(props.id)
  const own = ownControlFor(field, props.renderers)
  const builtIn = builtInControlFor(field)
  const hint = hintOf(field, own !== null, strings)
  const error = fieldState.error?.message ?? null
  const describedBy = [hint !== null ? ids.hint : '', error !== null ? ids.error : ''].join(' ').trim()
  const given = {
    field,
    id: ids.control,
    value: slot.value as unknown, // the form keeps values of every type
    onChange: slot.onChange,
    onBlur: slot.onBlur,
    isInvalid: error !== null,
    isDisabled: props.isDisabled,
    describedBy: describedBy || undefined,
  }
  return (
    <Frame field={field} ids={ids} hint={hint} error={error}>
      {own ? <FieldSlot renderer={own} standIn={builtIn} given={given} /> : createElement(builtIn, given)}
    </Frame>
  )
}
