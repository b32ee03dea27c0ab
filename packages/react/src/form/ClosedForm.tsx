import type { DataPoint, FormStatus, FormValues } from '@threadwork/core'
import type { ReactElement } from 'react'
import { englishFormCard, type FormCardStrings } from '../strings/form-card.ts'
import { useWords } from '../strings/useWords.ts'
import { FormAnswers, type FormAnswersProps } from './FormAnswers.tsx'
import type { FormEnd } from './useOwnAnswer.ts'

export interface ClosedFormProps extends Pick<FormAnswersProps, 'fileNames'> {
  readonly status: FormStatus
  /** How the person ended it without an answer; `null`: they did not. */
  readonly end: FormEnd | null
  readonly fields: readonly DataPoint[]
  readonly answers: FormValues | null
  readonly hasTyped: boolean
}

const closedText = (status: FormStatus, end: FormEnd | null, strings: FormCardStrings): string => {
  if (end === 'declined') return strings.declined
  if (end === 'cancelled') return strings.cancelled
  return status === 'submitted' ? strings.answeredElsewhere : strings.closed
}

/** What is left of a form that is over: the answers, or a sentence on where they went. */
export const ClosedForm = (props: ClosedFormProps): ReactElement => {
  const { status, end, fields, answers, fileNames } = props
  const strings = useWords('form', englishFormCard)
  // Answers are only known of what arrived, and they stay true when the step that asked for them is over.
  if (answers)
    return (
      <div className="twk-form__closed">
        <p className="twk-hint">{strings.submitted}</p>
        <FormAnswers fields={fields} answers={answers} fileNames={fileNames} />
      </div>
    )
  return (
    <p className="twk-hint twk-form__closed" role="status">
      {closedText(status, end, strings)}
      {props.hasTyped && end === null && ` ${strings.closedWhileTyping}`}
    </p>
  )
}
