import { validateField, type DataPoint } from '@threadwork/core'
import { createElement, memo, useEffect, type NamedExoticComponent, type ReactElement } from 'react'
import { useController, type Control, type UseFormTrigger } from 'react-hook-form'
import { FieldSlot } from '../renderers/FieldSlot.tsx'
import type { FieldRendererProps } from '../renderers/renderers.ts'
import { englishForm, type FormStrings } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import { builtInControlFor, ownControlFor } from './control-for.ts'
import type { FieldControl, FieldControls } from './field-control.ts'
import { fieldIds, FieldFrame } from './FieldFrame.tsx'
import { hintOf } from './field-hint.ts'
import type { UploadFile } from './file-entry.ts'
import { FileControl } from './FileControl.tsx'
import { missesPattern } from './pattern.ts'

/** The form's own names for its fields: a data point key may hold dots or be a reserved word. */
export type SlotValues = Readonly<Record<string, unknown>>
export const slotName = (index: number): string => `slot${index}`

const isMissed = (pattern: string | null, value: unknown): boolean =>
  (Array.isArray(value) ? value : [value]).some(
    (entry) => typeof entry === 'string' && missesPattern(pattern, entry),
  )

const patternText = ({ patternHint, placeholder }: DataPoint, strings: FormStrings): string => {
  if (patternHint !== null) return patternHint
  return placeholder === null ? strings.pattern : strings.patternLike(placeholder)
}

const problemOf = (field: DataPoint, value: unknown, strings: FormStrings): string | null => {
  const problem = validateField(field, value)
  if (problem) return strings.problem(problem)
  return isMissed(field.pattern, value) ? patternText(field, strings) : null
}

export interface FormFieldProps {
  readonly field: DataPoint
  readonly name: string
  readonly id: string
  readonly control: Control<Record<string, unknown>>
  readonly trigger: UseFormTrigger<Record<string, unknown>>
  readonly renderers: FieldControls
  /** How a file leaves; `null` where none can. */
  readonly upload: UploadFile | null
  readonly isDisabled: boolean
}

const drawControl = (
  field: DataPoint,
  own: FieldControl | null,
  control: FieldRendererProps,
): ReactElement => {
  const builtIn = builtInControlFor(field)
  return own ? (
    <FieldSlot renderer={own} standIn={builtIn} given={control} />
  ) : (
    createElement(builtIn, control)
  )
}

/** One field: its label, its control, its hint and its error, each named by the other. */
export const FormField: NamedExoticComponent<FormFieldProps> = memo((props: FormFieldProps) => {
  const { field, name, trigger } = props
  const strings = useWords('form', englishForm)
  const { field: slot, fieldState } = useController({
    name,
    control: props.control,
    rules: { validate: (value: unknown) => problemOf(field, value, strings) ?? true },
  })
  const ids = fieldIds(props.id)
  const own = ownControlFor(field, props.renderers)
  const hint = hintOf(field, own !== null, strings)
  const error = fieldState.error?.message ?? null
  const isInvalid = error !== null
  const describedBy = [hint !== null ? ids.hint : '', isInvalid ? ids.error : ''].join(' ').trim()

  // What made the field wrong may be an answer to another one.
  useEffect(() => {
    if (isInvalid) void trigger(name)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [field.isRequired])

  const control: FieldRendererProps = {
    field,
    id: ids.control,
    value: slot.value,
    onChange: slot.onChange,
    onBlur: slot.onBlur,
    isInvalid,
    isDisabled: props.isDisabled,
    describedBy: describedBy || undefined,
  }
  const isUpload = field.type === 'File' && own === null && props.upload !== null
  return (
    <FieldFrame field={field} ids={ids} hint={hint} error={error}>
      {isUpload && props.upload ? (
        <FileControl {...control} upload={props.upload} />
      ) : (
        drawControl(field, own, control)
      )}
    </FieldFrame>
  )
})
