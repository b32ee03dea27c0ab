import type { DataPoint, FormStatus, FormValues, Submission } from '@threadwork/core'
import {
  Suspense,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type ReactElement,
} from 'react'
import { lateComponent, type LateComponent } from '../base/late-component.ts'
import { Mark } from '../icon/Mark.tsx'
import { useRenderers } from '../renderers/RenderersProvider.tsx'
import { useStrings } from '../strings/StringsProvider.tsx'
import type { FieldControls } from './field-control.ts'
import { FormAnswers } from './FormAnswers.tsx'
import { DefinitionProblems } from './FormErrors.tsx'
import { readDefinition, type RawDataPoint } from './form-definition.ts'
import type { OpenFormProps } from './OpenForm.tsx'

const lateForm: LateComponent<OpenFormProps> = lateComponent(
  async () => (await import('./OpenForm.tsx')).OpenForm,
)

export interface DataPointsFormProps {
  /** What is asked for, in a sentence. It names the form. */
  readonly message: string
  /** Fields as core decodes them, or as a wire spells them. */
  readonly dataPoints: readonly (DataPoint | RawDataPoint)[]
  /** Faults of the definition that were found before it came here. */
  readonly problems?: readonly string[]
  readonly status?: FormStatus
  /** The item's id, on the page as `data-twk-id`. */
  readonly id?: string
  readonly workflowName?: string
  /** The step's place in its workflow, from 1. */
  readonly position?: { readonly step: number; readonly steps: number } | null
  /** How far the answers came. Left out, the form counts as sent once `onSubmit` has returned or resolved. */
  readonly submission?: Submission | null
  /** How often the step asked, from 1: a form that is asked for again may be sent again. */
  readonly round?: number
  /** What was sent, without secrets; `null` when it was answered elsewhere. */
  readonly answers?: FormValues | null
  /** Called once for each submission; the values have no prototype. A rejected promise means "not sent". */
  readonly onSubmit: (values: FormValues) => void | Promise<void>
  /** Sends a submission of unknown outcome again, under its own key. */
  readonly onRetry?: () => void
  /** The name that the draft is kept under; no drafts without it. */
  readonly draftName?: string
  readonly readDraft?: (name: string) => string | null
  readonly writeDraft?: (name: string, draft: string | null) => void
  /** Controls of the host's own, by field type; else those of `renderers.fields`. */
  readonly fieldRenderers?: FieldControls
}

const noRenderers: FieldControls = {}

const keysOf = (fields: readonly DataPoint[]): string => JSON.stringify(fields.map((field) => field.key))

const withoutSecrets = (fields: readonly DataPoint[], values: FormValues): FormValues =>
  Object.fromEntries(fields.filter((field) => !field.isSecret).map((field) => [field.key, values[field.key]]))

/** Answers of a host that passes no `submission`: the form itself remembers that it sent them. */
const useOwnAnswers = (props: DataPointsFormProps, fields: readonly DataPoint[]) => {
  const [own, setOwn] = useState<FormValues | null>(null)
  const { submission, onSubmit } = props
  const handleSubmit = async (values: FormValues) => {
    await onSubmit(values)
    if (submission === undefined) setOwn(withoutSecrets(fields, values))
  }
  const status: FormStatus = own ? 'submitted' : (props.status ?? 'awaiting')
  return { status, answers: props.answers ?? own, handleSubmit }
}

const useDraft = ({ draftName, readDraft, writeDraft }: DataPointsFormProps, isOpen: boolean) => {
  const draft = useMemo(
    () => (draftName !== undefined ? (readDraft?.(draftName) ?? null) : null),
    [draftName, readDraft],
  )
  const keep = useCallback(
    (values: string | null) => {
      if (draftName !== undefined) writeDraft?.(draftName, values)
    },
    [draftName, writeDraft],
  )
  useEffect(() => {
    if (!isOpen) keep(null)
  }, [isOpen, keep])
  return { draft, onDraft: draftName !== undefined && writeDraft ? keep : null }
}

/**
 * A step's request for details. A form while it waits, a read-only summary afterwards. Faults of the definition
 * are shown by name, and the rest of the form still works.
 */
export const DataPointsForm = (props: DataPointsFormProps): ReactElement => {
  const strings = useStrings()
  const renderers = useRenderers()
  const [OpenForm] = useState(() => lateForm.take())
  const titleId = useId()
  const title = useRef<HTMLParagraphElement>(null)
  const hasFocus = useRef(false)
  const [hasTyped, setHasTyped] = useState(false)
  const { fields, problems } = useMemo(() => readDefinition(props.dataPoints), [props.dataPoints])
  const { status, answers, handleSubmit } = useOwnAnswers(props, fields)
  const isOpen = status === 'awaiting'
  const wasOpen = useRef(isOpen)
  const { draft, onDraft } = useDraft(props, isOpen)
  const handleType = useCallback(() => setHasTyped(true), [])
  // A list that is empty is a fault on either way: said once.
  const faults = [...new Set([...(props.problems ?? []), ...problems])]

  // The field that had the focus is gone: without this it would fall to the top of the page.
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen && hasFocus.current) title.current?.focus({ preventScroll: true })
    wasOpen.current = isOpen
  }, [isOpen])

  return (
    <article
      className="twk-card twk-form"
      data-twk-kind="form"
      data-twk-id={props.id}
      data-twk-status={status}
      data-tone={isOpen ? undefined : 'done'}
      onFocus={() => (hasFocus.current = true)}
      onBlur={(event: FocusEvent) => (hasFocus.current = event.currentTarget.contains(event.relatedTarget))}
    >
      <div className="twk-card__header">
        <Mark tone={isOpen ? 'wait' : answers ? 'ok' : 'idle'}>
          {isOpen ? props.position?.step : undefined}
        </Mark>
        <div className="twk-card__headings">
          <p className="twk-card__title" id={titleId} tabIndex={-1} ref={title}>
            <bdi>{props.message}</bdi>
          </p>
          <FormSubtitle {...props} />
        </div>
      </div>
      {faults.length > 0 && isOpen && <DefinitionProblems problems={faults} />}
      {isOpen ? (
        fields.length > 0 ? (
          <Suspense fallback={<p className="twk-hint twk-form__closed">{strings.form.loading}</p>}>
            <OpenForm
              key={keysOf(fields)}
              titleId={titleId}
              fields={fields}
              renderers={props.fieldRenderers ?? renderers.fields ?? noRenderers}
              submission={props.submission ?? null}
              round={props.round ?? 1}
              draft={draft}
              onDraft={onDraft}
              onType={handleType}
              onSubmit={handleSubmit}
              onRetry={props.onRetry}
            />
          </Suspense>
        ) : (
          <p className="twk-hint twk-form__closed">{strings.form.nothingToFill}</p>
        )
      ) : (
        <ClosedForm status={status} fields={fields} answers={answers} hasTyped={hasTyped} />
      )}
    </article>
  )
}

const FormSubtitle = ({ workflowName, position }: DataPointsFormProps): ReactElement | null => {
  const strings = useStrings().form
  if (!workflowName) return null
  return (
    <p className="twk-card__subtitle">
      {position ? strings.position(workflowName, position.step, position.steps) : workflowName}
    </p>
  )
}

interface ClosedFormProps {
  readonly status: FormStatus
  readonly fields: readonly DataPoint[]
  readonly answers: FormValues | null
  readonly hasTyped: boolean
}

const ClosedForm = ({ status, fields, answers, hasTyped }: ClosedFormProps): ReactElement => {
  const strings = useStrings().form
  // Answers are only known of what arrived, and they stay true when the step that asked for them is over.
  if (answers)
    return (
      <div className="twk-form__closed">
        <p className="twk-hint">{strings.submitted}</p>
        <FormAnswers fields={fields} answers={answers} />
      </div>
    )
  return (
    <p className="twk-hint twk-form__closed" role="status">
      {status === 'submitted' ? strings.answeredElsewhere : strings.closed}
      {hasTyped && ` ${strings.closedWhileTyping}`}
    </p>
  )
}
