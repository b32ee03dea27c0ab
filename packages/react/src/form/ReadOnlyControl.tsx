import type { ReactElement } from 'react'
import type { FieldRendererProps } from '../renderers/renderers.ts'
import { englishForm } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'
import { labelIdOf } from './field-control.ts'
import { readValue } from './read-value.ts'

/** A value that is shown and sent as it is. */
export const ReadOnlyControl = ({ field, id, value, describedBy }: FieldRendererProps): ReactElement => {
  const strings = useWords('form', englishForm)
  return (
    <output
      id={id}
      className="twk-form__output"
      aria-labelledby={`${labelIdOf(id)} ${id}`}
      aria-describedby={describedBy}
    >
      <bdi>{readValue(field, value, strings)}</bdi>
    </output>
  )
}
