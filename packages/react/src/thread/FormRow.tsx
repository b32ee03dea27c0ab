import type { FormItem, FormValues } from '@threadwork/core'
import { useCallback, useMemo, type ReactElement } from 'react'
import { DataPointsForm } from '../form/DataPointsForm.tsx'
import { formUpload } from './form-upload.ts'
import type { ThreadActions } from './thread-actions.ts'
import type { StepPosition } from './row-parts.ts'

export interface FormRowProps {
  readonly item: FormItem
  readonly position: StepPosition | null
  readonly actions: ThreadActions
}

/** A form item with the session's actions and drafts tied to it. */
export const FormRow = ({ item, position, actions }: FormRowProps): ReactElement => {
  const { workflowId, stepId, submission } = item
  const handleSubmit = useCallback(
    (values: FormValues) => void actions.submitForm?.(workflowId, stepId, values),
    [actions, workflowId, stepId],
  )
  const drafts = useMemo(
    () =>
      actions.readDraft && actions.writeDraft
        ? {
            draftName: `form:${workflowId ?? ''}:${stepId}`,
            readDraft: (name: string) => actions.readDraft?.(name) ?? null,
            writeDraft: (name: string, draft: string | null) => actions.writeDraft?.(name, draft),
            ...(actions.subscribeDrafts ? { subscribeDrafts: actions.subscribeDrafts } : {}),
          }
        : {},
    [actions, workflowId, stepId],
  )
  const files = useMemo(() => formUpload(actions), [actions])
  const retry = submission && actions.retry ? { onRetry: () => actions.retry?.(submission.intentId) } : {}
  return (
    <DataPointsForm
      id={item.id}
      message={item.message}
      dataPoints={item.dataPoints}
      problems={item.problems}
      status={item.status}
      workflowName={item.workflowName}
      position={position}
      submission={submission}
      round={item.round}
      answers={item.answers}
      onSubmit={handleSubmit}
      {...drafts}
      {...files}
      {...retry}
    />
  )
}
