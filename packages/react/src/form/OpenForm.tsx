import { submittedValues, type DataPoint, type FormValues, type Submission } from '@threadwork/core'
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type ReactElement,
} from 'react'
import { useForm, type FieldErrors } from 'react-hook-form'
import { treeOf } from '../base/tree.ts'
import { englishForm } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import type { FieldControls } from './field-control.ts'
import { fileNames, type UploadFile } from './file-entry.ts'
import { FormActions } from './FormActions.tsx'
import { FormErrors, type FieldFault } from './FormErrors.tsx'
import { FormField, slotName, type SlotValues } from './FormField.tsx'
import { FormParts } from './FormParts.tsx'
import { partsOf } from './form-parts.ts'
import { draftGaps, startingValues, writtenDraft } from './form-values.ts'
import { useMirroredForm } from './useMirroredForm.ts'
import { localTime } from './local-time.ts'
import { refusedFields } from './refused-fields.ts'
import { createSlotReader, useAskedFields } from './useAskedFields.ts'
import { useSendOnce } from './useSendOnce.ts'
import { withFiles } from './with-files.ts'

export interface OpenFormProps {
  readonly titleId: string
  readonly helpId: string | undefined
  readonly fields: readonly DataPoint[]
  readonly renderers: FieldControls
  readonly submission: Submission | null
  readonly round: number
  /** What an earlier visit kept. */
  readonly draft: string | null
  /** Keeps the open values; `null` where nothing is kept. */
  readonly onDraft: ((draft: string | null) => void) | null
  /** Calls back with what another page has kept of it; `null` where there is none. */
  readonly mirror: ((take: (draft: string) => void) => () => void) | null
  readonly onType: () => void
  readonly onSubmit: (values: FormValues) => void | Promise<void>
  readonly onRetry: (() => void) | undefined
  readonly onDecline: (() => void | Promise<void>) | undefined
  readonly onCancel: (() => void | Promise<void>) | undefined
  readonly upload: UploadFile | null
  /** The largest file that the way to the backend takes, in bytes; `null`: any. */
  readonly maxUploadBytes: number | null
  /** Takes the names of the files that are sent, by their ids. */
  readonly onFileNames: (names: Readonly<Record<string, string>>) => void
}

type Errors = FieldErrors<Record<string, unknown>>

/** One faulty field, or the summary of several (`null`). */
interface FocusTarget {
  readonly controlId: string | null
}

/** A form that waits for its answers. It loads with react-hook-form, in a chunk of its own. */
export const OpenForm = (props: OpenFormProps): ReactElement => {
  const { submission, onDraft, onType, upload, maxUploadBytes, renderers } = props
  const formId = useId()
  const strings = useWords('form', englishForm)
  const summary = useRef<HTMLDivElement>(null)
  const element = useRef<HTMLFormElement>(null)
  const fields = useMemo(
    () => withFiles(props.fields, { renderers, upload, maxUploadBytes, strings }),
    [props.fields, renderers, upload, maxUploadBytes, strings],
  )
  const slots = useMemo(() => new Map(fields.map(({ key }, index) => [key, slotName(index)])), [fields])
  const slotOf = useCallback((field: DataPoint) => slots.get(field.key) ?? '', [slots])
  const read = useMemo(() => createSlotReader(fields), [fields])
  const [starting] = useState(() => slotsOf(fields, startingValues(fields, props.draft)))
  const [focusTarget, setFocusTarget] = useState<FocusTarget | null>(null)
  const form = useForm<Record<string, unknown>>({
    defaultValues: starting,
    mode: 'onTouched',
    shouldFocusError: false,
  })
  const { asked, news } = useAskedFields({ fields, form, read })
  const parts = useMemo(() => partsOf(asked), [asked])
  const { isSending, send } = useSendOnce(submission, props.round)
  const faultsOf = (errors: Errors): readonly FieldFault[] =>
    asked.flatMap((field) => {
      const message = errors[slotOf(field)]?.message
      return typeof message === 'string'
        ? [{ controlId: `${formId}-${slotOf(field)}`, label: field.label, message }]
        : []
    })
  const faults = faultsOf(form.formState.errors)
  const refused = useMemo(() => refusedFields(asked, submission), [asked, submission])

  const isTaking = useMirroredForm({ form, fields, slotOf, element, mirror: props.mirror })

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          if (isTaking.current) return
          onType()
          onDraft?.(writtenDraft(fields, read(values)))
        },
      }),
    [form, fields, read, onDraft, onType, isTaking],
  )

  useEffect(() => {
    for (const { field, message } of refused.fields)
      form.setError(slotOf(field), { type: 'backend', message })
    // Once for each refusal: a field that was mended since stays mended.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [form, submission])

  // Set by the person's own press of the button and by nothing else: answers of the backend never move the focus.
  useEffect(() => {
    if (focusTarget?.controlId && element.current)
      treeOf(element.current).getElementById(focusTarget.controlId)?.focus()
    else if (focusTarget) summary.current?.focus()
  }, [focusTarget])

  const handleValid = (values: SlotValues) =>
    send(() => {
      props.onFileNames(fileNames(asked, read(values)))
      return props.onSubmit(submittedValues(asked, read(values), localTime))
    })

  const handleSubmit = async (event: FormEvent) => {
    let invalid: readonly FieldFault[] = []
    await form.handleSubmit(handleValid, (found) => {
      invalid = faultsOf(found)
    })(event)
    // Afterwards, because only then does the form show its faults and the summary exists.
    if (invalid.length > 0)
      setFocusTarget({ controlId: invalid.length === 1 ? (invalid[0]?.controlId ?? null) : null })
  }
  const isRefused = submission?.status === 'failed'
  const hasSummary = faults.length > 1 ? focusTarget !== null || isRefused : isRefused && faults.length > 0

  return (
    <form
      ref={element}
      className="twk-form__form"
      aria-labelledby={props.titleId}
      aria-describedby={props.helpId}
      aria-busy={isSending}
      noValidate
      onSubmit={(event) => void handleSubmit(event)}
    >
      {hasSummary && <FormErrors ref={summary} faults={faults} />}
      <FormParts parts={parts} idBase={formId}>
        {(field) => (
          <FormField
            key={field.key}
            name={slotOf(field)}
            id={`${formId}-${slotOf(field)}`}
            field={field}
            control={form.control}
            trigger={form.trigger}
            renderers={renderers}
            upload={upload}
            isDisabled={isSending}
          />
        )}
      </FormParts>
      <FormActions
        isSending={isSending}
        submission={submission}
        otherProblems={refused.others}
        draft={onDraft !== null && (form.formState.isDirty || props.draft !== null) ? draftGaps(asked) : null}
        onRetry={props.onRetry}
        onDecline={props.onDecline && (() => send(props.onDecline ?? nothing))}
        onCancel={props.onCancel && (() => send(props.onCancel ?? nothing))}
      />
      <p className="twk-visually-hidden" role="status">
        {faults.length > 0 ? strings.summary(faults.length) : ''}
      </p>
      <p className="twk-visually-hidden" role="status">
        {news}
      </p>
    </form>
  )
}

const nothing = (): void => undefined

const slotsOf = (fields: readonly DataPoint[], values: FormValues): Record<string, unknown> =>
  Object.fromEntries(fields.map((field, index) => [slotName(index), values[field.key]]))
