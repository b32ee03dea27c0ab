import type { ReactElement, ReactNode } from 'react'
import type { DataPoint } from '@threadwork/core'
import type { FormPart } from './form-parts.ts'

export interface FormPartsProps {
  readonly parts: readonly FormPart[]
  readonly idBase: string
  readonly children: (field: DataPoint) => ReactNode
}

const keyOf = (part: FormPart): string => (part.type === 'field' ? part.field.key : `group ${part.group.key}`)

/** Fields in a grid, groups of them as fieldsets below their titles. */
export const FormParts = ({ parts, idBase, children }: FormPartsProps): ReactElement => (
  <div className="twk-form__fields">
    {parts.map((part) => {
      if (part.type === 'field') return children(part.field)
      const { group } = part
      const helpId = `${idBase}-${group.key}`
      return (
        <fieldset
          key={keyOf(part)}
          className="twk-form__group"
          aria-describedby={group.help === null ? undefined : helpId}
        >
          <legend className="twk-form__legend">{group.label}</legend>
          {group.help !== null && (
            <p className="twk-hint" id={helpId}>
              {group.help}
            </p>
          )}
          <FormParts parts={part.parts} idBase={idBase}>
            {children}
          </FormParts>
        </fieldset>
      )
    })}
  </div>
)
