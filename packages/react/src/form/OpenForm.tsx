import { submittedValues, type DataPoint, type FormValues, type Submission } from '@threadwork/core'
import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react'
import { useForm, type FieldErrors } from 'react-hook-form'
import { useStrings } from '../strings/StringsProvider.tsx'
import type { FieldControls } from './field-control.ts'
import { FormErrors, type FieldFault } from './FormErrors.tsx'
import { FormField, slotName, type SlotValues } from './FormField.tsx'
import { FormActions } from './FormActions.tsx'
import { startingValues, writtenDraft } from './form-values.ts'
import { localTime } from './local-time.ts'
import { useSendOnce } from './useSendOnce.ts'

export interface OpenFormProps {
  readonly titleId: string
  readonly fields: readonly DataPoint[]
  readonly renderers: FieldControls
  readonly submission: Submission | null
  readonly round: number
  /** What an earlier visit kept. */
  readonly draft: string | null
  /** Keeps the open values; `null` where nothing is kept. */
  readonly onDraft: ((draft: string | null) => void) | null
  readonly onType: () => void
  readonly onSubmit: (values: FormValues) => void | Promise<void>
  readonly onRetry: (() => void) | undefined
}

type Errors = FieldErrors<Record<string, unknown>>

/** One faulty field, or the summary of several (`null`). */
interface FocusTarget {
  readonly controlId: string | null
}

const slotsOf = (fields: readonly DataPoint[], values: FormValues): Record<string, unknown> =>
  Object.fromEntries(fields.map((field, index) => [slotName(index), values[field.key]]))

const faultsOf = (fields: readonly DataPoint[], errors: Errors, formId: string): readonly FieldFault[] =>
  fields.flatMap((field, index) => {
    const message = errors[slotName(index)]?.message
    const controlId = `${formId}-${slotName(index)}`
    return typeof message === 'string' ? [{ controlId, label: field.label, message }] : []
  })

/** A form that waits for its answers. It loads with react-hook-form, in a chunk of its own. */
export const OpenForm = (props: OpenFormProps): ReactElement => {
  const { fields, submission, onDraft, onType } = props
  const formId = useId()
  const strings = useStrings().form
  const summary = useRef<HTMLDivElement>(null)
  const [starting] = useState(() => slotsOf(fields, startingValues(fields, props.draft)))
  const [focusTarget, setFocusTarget] = useState<FocusTarget | null>(null)
  const form = useForm<Record<string, unknown>>({
    defaultValues: starting,
    mode: 'onTouched',
    shouldFocusError: false,
  })
  const { errors } = form.formState
  const { isSending, send } = useSendOnce(submission, props.round)
  const faults = faultsOf(fields, errors, formId)

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          onType()
          onDraft?.(writtenDraft(fields, slotReader(fields, values)))
        },
      }),
    [form, fields, onDraft, onType],
  )

  useEffect(() => {
    if (submission?.status !== 'failed') return
    fields.forEach((field, index) => {
      const told = Object.hasOwn(submission.fieldErrors, field.key) ? submission.fieldErrors[field.key] : []
      if (told?.length) form.setError(slotName(index), { type: 'backend', message: told.join(' ') })
    })
  }, [form, fields, submission])

  // Set by the person's own press of the button and by nothing else: answers of the backend never move the focus.
  useEffect(() => {
    if (focusTarget?.controlId) document.getElementById(focusTarget.controlId)?.focus()
    else if (focusTarget) summary.current?.focus()
  }, [focusTarget])

  const handleValid = (values: SlotValues) =>
    send(() => props.onSubmit(submittedValues(fields, slotReader(fields, values), localTime)))

  const handleSubmit = async (event: FormEvent) => {
    let invalid: readonly FieldFault[] = []
    await form.handleSubmit(handleValid, (found) => {
      invalid = faultsOf(fields, found, formId)
    })(event)
    // Afterwards, because only then does the form show its faults and the summary exists.
    if (invalid.length > 0)
      setFocusTarget({ controlId: invalid.length === 1 ? (invalid[0]?.controlId ?? null) : null })
  }

  return (
    <form
      className="twk-form__form"
      aria-labelledby={props.titleId}
      aria-busy={isSending}
      noValidate
      onSubmit={(event) => void handleSubmit(event)}
    >
      {faults.length > 1 && (focusTarget !== null || submission?.status === 'failed') && (
        <FormErrors ref={summary} faults={faults} />
      )}
      <div className="twk-form__fields">
        {fields.map((field, index) => (
          <FormField
            key={slotName(index)}
            name={slotName(index)}
            id={`${formId}-${slotName(index)}`}
            field={field}
            control={form.control}
            renderers={props.renderers}
            isDisabled={isSending}
          />
        ))}
      </div>
      <FormActions
        isSending={isSending}
        submission={submission}
        isDraftKept={onDraft !== null && (form.formState.isDirty || props.draft !== null)}
        onRetry={props.onRetry}
      />
      <p className="twk-visually-hidden" role="status">
        {faults.length > 0 ? strings.summary(faults.length) : ''}
      </p>
    </form>
  )
}

const slotReader =
  (fields: readonly DataPoint[], values: SlotValues) =>
  (field: DataPoint): unknown =>
    values[slotName(fields.indexOf(field))]
