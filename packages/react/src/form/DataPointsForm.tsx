'use client'

import type { DataPoint, DecodedForm, FormStatus, FormValues, Submission } from '@threadwork/core'
import {
  Suspense,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type ReactElement,
} from 'react'
import { Mark } from '../icon/Mark.tsx'
import { useRenderers } from '../renderers/RenderersProvider.tsx'
import { englishFormCard } from '../strings/form-card.ts'
import { useWords } from '../strings/useWords.ts'
import { ClosedForm } from './ClosedForm.tsx'
import { DefinitionProblems } from './DefinitionProblems.tsx'
import type { FieldControls } from './field-control.ts'
import type { UploadFile } from './file-entry.ts'
import { readDefinition, type RawDataPoint } from './form-definition.ts'
import { lateForm } from './late-form.ts'
import { useFormDraft } from './useFormDraft.ts'
import { useOwnAnswer } from './useOwnAnswer.ts'

/** A form in any dialect, decoded: what the readers of `@threadwork/core/forms` give. */
export type FormDefinitionProp = DecodedForm & {
  readonly title?: string | null
  readonly help?: string | null
}

export interface DataPointsFormProps {
  /** What is asked for, in a sentence. It names the form; left out, the definition's title does. */
  readonly message?: string
  /** Fields as core decodes them, or as a wire spells them. */
  readonly dataPoints?: readonly (DataPoint | RawDataPoint)[]
  /** A form that was decoded from another dialect, in place of `dataPoints`. */
  readonly definition?: FormDefinitionProp
  /** Faults of the definition that were found before it came here. */
  readonly problems?: readonly string[]
  readonly status?: FormStatus
  /** The item's id, on the page as `data-twk-id`. */
  readonly id?: string
  /** The workflow or the server that asks. */
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
  /** Says no to the request. With it, a button “Decline”. */
  readonly onDecline?: () => void | Promise<void>
  /** Leaves the request without an answer. With it, a button “Cancel”. */
  readonly onCancel?: () => void | Promise<void>
  /** Sends a submission of unknown outcome again, under its own key. */
  readonly onRetry?: () => void
  /** Sends a file ahead of the form. Without it, a File field takes a text and says so. */
  readonly onUpload?: UploadFile
  /** The largest file that `onUpload` takes, in bytes. */
  readonly maxUploadBytes?: number
  /** The name that the draft is kept under; no drafts without it. */
  readonly draftName?: string
  readonly readDraft?: (name: string) => string | null
  readonly writeDraft?: (name: string, draft: string | null) => void
  /** Calls back with the name of a draft that another page of the same person wrote; returns the way to stop. */
  readonly subscribeDrafts?: (listener: (name: string) => void) => () => void
  /** Controls of the host's own, by field type; else those of `renderers.fields`. */
  readonly fieldRenderers?: FieldControls
}

const noRenderers: FieldControls = {}
const noFields: readonly RawDataPoint[] = []

const keysOf = (fields: readonly DataPoint[]): string => JSON.stringify(fields.map((field) => field.key))

/**
 * A request for details. A form while it waits, a read-only summary afterwards. Faults of the definition are shown
 * by name, and the rest of the form still works.
 */
export const DataPointsForm = (props: DataPointsFormProps): ReactElement => {
  const strings = useWords('form', englishFormCard)
  const renderers = useRenderers()
  const { definition } = props
  const [OpenForm] = useState(() => lateForm.take())
  const titleId = useId()
  const helpId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const hasFocus = useRef(false)
  const [hasTyped, setHasTyped] = useState(false)
  const given = definition?.dataPoints ?? props.dataPoints ?? noFields
  const { fields, problems } = useMemo(
    () =>
      definition ? { fields: definition.dataPoints, problems: definition.problems } : readDefinition(given),
    [definition, given],
  )
  const { status, end, answers, handleSubmit, handleDecline, handleCancel } = useOwnAnswer(props, fields)
  const isOpen = status === 'awaiting'
  const wasOpen = useRef(isOpen)
  const { draft, onDraft, mirror, fileNames, keepFileNames } = useFormDraft(props, isOpen)
  const handleType = useCallback(() => setHasTyped(true), [])
  // A list that is empty is a fault on either way: said once.
  const faults = [...new Set([...(props.problems ?? []), ...problems])]
  const help = definition?.help ?? null

  // The field that had the focus is gone: without this it would fall to the top of the page.
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen && hasFocus.current) title.current?.focus({ preventScroll: true })
    wasOpen.current = isOpen
  }, [isOpen])

  return (
    <article
      className="twk-card twk-form"
      part="card"
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
          <h3 className="twk-card__title" id={titleId} tabIndex={-1} ref={title}>
            <bdi>{props.message ?? definition?.title ?? strings.untitled}</bdi>
          </h3>
          <FormSubtitle {...props} />
        </div>
      </div>
      {help !== null && isOpen && (
        <p className="twk-card__body" id={helpId}>
          {help}
        </p>
      )}
      {faults.length > 0 && isOpen && <DefinitionProblems problems={faults} />}
      {isOpen ? (
        fields.length > 0 ? (
          <Suspense fallback={<p className="twk-hint twk-form__closed">{strings.loading}</p>}>
            <OpenForm
              key={keysOf(fields)}
              titleId={titleId}
              helpId={help === null ? undefined : helpId}
              fields={fields}
              renderers={props.fieldRenderers ?? renderers.fields ?? noRenderers}
              submission={props.submission ?? null}
              round={props.round ?? 1}
              draft={draft}
              onDraft={onDraft}
              mirror={mirror}
              onType={handleType}
              onSubmit={handleSubmit}
              onRetry={props.onRetry}
              onDecline={handleDecline}
              onCancel={handleCancel}
              upload={props.onUpload ?? null}
              maxUploadBytes={props.maxUploadBytes ?? null}
              onFileNames={keepFileNames}
            />
          </Suspense>
        ) : (
          <p className="twk-hint twk-form__closed">{strings.nothingToFill}</p>
        )
      ) : (
        <ClosedForm
          status={status}
          end={end}
          fields={fields}
          answers={answers}
          fileNames={fileNames}
          hasTyped={hasTyped}
        />
      )}
    </article>
  )
}

const FormSubtitle = ({ workflowName, position }: DataPointsFormProps): ReactElement | null => {
  const strings = useWords('form', englishFormCard)
  if (!workflowName) return null
  return (
    <p className="twk-card__subtitle">
      {position ? strings.position(workflowName, position.step, position.steps) : workflowName}
    </p>
  )
}
