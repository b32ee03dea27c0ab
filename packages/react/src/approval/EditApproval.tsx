import type { ApprovalItem, FormValues } from '@threadwork/core'
import { decodeParameterSchema, editedParameters } from '@threadwork/core/forms'
import { useId, useMemo, useState, type ReactNode } from 'react'
import { localTime } from '../form/local-time.ts'
import { OpenForm } from '../form/OpenForm.tsx'
import { useRenderers } from '../renderers/RenderersProvider.tsx'
import { englishApproval } from '../strings/approval.ts'
import { StringsProvider } from '../strings/StringsProvider.tsx'
import { useWords } from '../strings/useWords.ts'
import { StepHeading } from './StepHeading.tsx'
import { ReviewChanges, type ReviewChangesProps } from './ReviewChanges.tsx'

export type EditApprovalProps = Omit<ReviewChangesProps, 'edited' | 'onEdit' | 'onReset'>

const noRenderers = {}
const ignore = (): void => undefined

/** Lets the person change the values of an approval, look at what changed, and approve just that. */
export const EditApproval = (props: EditApprovalProps): ReactNode => {
  const { item, onCancel } = props
  const { parameters, schema } = item
  const strings = useWords('approval', englishApproval)
  const renderers = useRenderers().fields ?? noRenderers
  const id = useId()
  const [edited, setEdited] = useState<ApprovalItem['parameters']>(parameters)
  const [isReviewing, setIsReviewing] = useState(false)
  const { dataPoints } = useMemo(() => decodeParameterSchema(schema, edited), [schema, edited])
  const words = useMemo(() => ({ form: { send: strings.review, cancel: strings.cancelEdit } }), [strings])

  const handleValues = (values: FormValues): void => {
    setEdited(editedParameters({ parameters: edited, fields: dataPoints, values, time: localTime }))
    setIsReviewing(true)
  }
  if (isReviewing)
    return (
      <ReviewChanges
        {...props}
        edited={edited}
        onEdit={() => setIsReviewing(false)}
        onReset={() => {
          setEdited(parameters)
          setIsReviewing(false)
        }}
      />
    )
  return (
    <div className="twk-card__body twk-approval__edit">
      <StepHeading id={id}>{strings.editHint}</StepHeading>
      <StringsProvider strings={words}>
        <OpenForm
          titleId={id}
          helpId={undefined}
          fields={dataPoints}
          renderers={renderers}
          submission={null}
          round={0}
          draft={null}
          onDraft={null}
          mirror={null}
          onType={ignore}
          onSubmit={handleValues}
          onRetry={undefined}
          onDecline={undefined}
          onCancel={onCancel}
          upload={null}
          maxUploadBytes={null}
          onFileNames={ignore}
        />
      </StringsProvider>
    </div>
  )
}
