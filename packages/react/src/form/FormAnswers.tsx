import { answerOf, submittedOption, type DataPoint, type FormValues } from '@threadwork/core'
import type { ReactElement } from 'react'
import type { FormStrings } from '../strings/form.ts'
import { useStrings } from '../strings/StringsProvider.tsx'

const labelOf = (field: DataPoint, value: unknown): string =>
  field.options.find((option) => submittedOption(option) === value)?.label ?? String(value)

const shown = (field: DataPoint, value: unknown, strings: FormStrings): string => {
  if (field.isSecret) return strings.secret
  if (typeof value === 'boolean') return value ? strings.chosen : strings.notChosen
  if (value === undefined || value === null || value === '') return strings.empty
  if (!Array.isArray(value)) return labelOf(field, value)
  return value.length === 0 ? strings.empty : value.map((entry) => labelOf(field, entry)).join(', ')
}

export interface FormAnswersProps {
  readonly fields: readonly DataPoint[]
  readonly answers: FormValues
}

/** What was sent, to read. Secrets are named, never shown. */
export const FormAnswers = ({ fields, answers }: FormAnswersProps): ReactElement => {
  const strings = useStrings().form
  return (
    <dl className="twk-form__answers">
      {fields.map((field) => (
        <div key={field.key}>
          <dt>{field.label}</dt>
          <dd>
            <bdi>{shown(field, answerOf(field, answers), strings)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
