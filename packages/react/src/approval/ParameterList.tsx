import type { ApprovalItem } from '@threadwork/core'
import { useMemo, useState, type ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'
import { isNameTold, parameterRows, type ParameterRow } from './parameter-rows.ts'
import { VisibleText } from './VisibleText.tsx'

export interface ParameterListProps {
  readonly item: Pick<ApprovalItem, 'parameters' | 'schema'>
}

const longText = 600

const Value = ({ value }: Pick<ParameterRow, 'value'>): ReactNode => {
  const strings = useStrings().approval
  const [isOpen, setIsOpen] = useState(false)
  const isLong = value.text.length > longText
  return (
    <dd className="twk-parameters__value" data-kind={value.kind}>
      <div className="twk-parameters__text" data-clipped={(isLong && !isOpen) || undefined}>
        <VisibleText text={value.text} isCode={value.kind === 'structure'} />
      </div>
      {isLong && (
        <button
          type="button"
          className="twk-text-button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? strings.showLess : strings.showAll(value.text.length)}
        </button>
      )}
    </dd>
  )
}

const Row = ({ row }: { readonly row: ParameterRow }): ReactNode => (
  <div className="twk-parameters__row">
    <dt className="twk-parameters__name">
      <VisibleText text={row.label ?? row.name} />
      {row.label !== null && !isNameTold(row) && (
        <code className="twk-parameters__key">
          <VisibleText text={row.name} />
        </code>
      )}
      {row.hint !== null && <span className="twk-parameters__hint">{row.hint}</span>}
    </dt>
    <Value value={row.value} />
  </div>
)

/** What an approval is for, value by value, each drawn by its type. */
export const ParameterList = ({ item }: ParameterListProps): ReactNode => {
  const { parameters, schema } = item
  const rows = useMemo(() => parameterRows(parameters, schema), [parameters, schema])
  const strings = useStrings().approval
  if (rows.length === 0) return <p className="twk-hint">{strings.nothing}</p>
  return (
    <dl className="twk-parameters" aria-label={strings.parameters}>
      {rows.map((row) => (
        <Row key={row.name} row={row} />
      ))}
    </dl>
  )
}
