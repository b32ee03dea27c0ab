import type { ReactElement } from 'react'
import type { FieldRendererProps } from '../renderers/renderers.ts'
import { useStrings } from '../strings/StringsProvider.tsx'
import { labelIdOf } from './field-control.ts'
import { readValue } from './read-value.ts'

/** A value that is shown and sent as it is. */
export const ReadOnlyControl = ({ field, id, value, describedBy }: FieldRendererProps): ReactElement => {
  const strings = useStrings().form
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
