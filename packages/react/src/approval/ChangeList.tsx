import { useState, type ReactNode } from 'react'
import { englishApprovalCard, type ApprovalCardStrings } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'
import { describeValue, noValue } from './describe-value.ts'
import { LongText } from './LongText.tsx'
import type { ParameterChange } from './parameter-changes.ts'
import { VisibleText } from './VisibleText.tsx'

const tagOf = ({ type }: ParameterChange, strings: ApprovalCardStrings): string => {
  switch (type) {
    case 'changed':
      return strings.changedValue
    case 'removed':
      return strings.removed
    case 'added':
      return strings.added
  }
}

const Side = ({ caption, value }: { readonly caption: string; readonly value: unknown }): ReactNode => {
  const [open, setOpen] = useState(0)
  const written = value === undefined ? { kind: 'missing', text: noValue } : describeValue(value)
  return (
    <div className="twk-changes__side">
      <span className="twk-parameters__hint">{caption}</span>
      <LongText text={written.text} isCode={written.kind === 'structure'} open={open} onOpen={setOpen} />
    </div>
  )
}

/** What a person changed: each value as it was and as it is to be. */
export const ChangeList = ({ changes }: { readonly changes: readonly ParameterChange[] }): ReactNode => {
  const strings = useWords('approval', englishApprovalCard)
  return (
    <dl className="twk-parameters twk-changes" aria-label={strings.changes(changes.length)}>
      {changes.map((change) => (
        <div key={change.name} className="twk-parameters__row" data-type={change.type}>
          <dt className="twk-parameters__name">
            <VisibleText text={change.label ?? change.name} />
            {change.label !== null && (
              <code className="twk-parameters__key">
                <VisibleText text={change.name} />
              </code>
            )}
            <span className="twk-parameters__flag">{tagOf(change, strings)}</span>
          </dt>
          <dd className="twk-parameters__value twk-changes__sides">
            <del>
              <Side caption={strings.before} value={change.before} />
            </del>
            <ins>
              <Side caption={strings.after} value={change.after} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
