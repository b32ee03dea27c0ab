import type { ApprovalItem, IntentId } from '@threadwork/core'
import { useMemo, type ReactNode } from 'react'
import { Mark } from '../icon/Mark.tsx'
import { englishApproval, type ApprovalStrings } from '../strings/approval.ts'
import { useWords } from '../strings/useWords.ts'
import type { BatchState } from './batch-item.ts'
import { parameterRows, type ParameterRow } from './parameter-rows.ts'
import { VisibleText } from './VisibleText.tsx'

export interface BatchRowProps {
  readonly item: ApprovalItem
  /** How the decision stands; `null` before it is made. */
  readonly state: BatchState | null
  readonly onRetry: (intentId: IntentId) => void
  /** Goes to its card. */
  readonly onShow: (item: ApprovalItem) => void
}

const mostValues = 4
const mostCharacters = 60

const Value = ({
  row,
  strings,
}: {
  readonly row: ParameterRow
  readonly strings: ApprovalStrings
}): ReactNode => {
  const { value } = row
  if (!('text' in value))
    return value.kind === 'list' ? `[ ] ${strings.entries(value.size)}` : `{ } ${strings.members(value.size)}`
  const hidden = value.text.length - mostCharacters
  return (
    <>
      <VisibleText
        text={hidden > 0 ? Array.from(value.text).slice(0, mostCharacters).join('') : value.text}
      />
      {hidden > 0 && strings.moreCharacters(hidden)}
    </>
  )
}

/** One approval of several: enough to know it again, for its values have been seen. */
export const BatchRow = ({ item, state, onRetry, onShow }: BatchRowProps): ReactNode => {
  const strings = useWords('approval', englishApproval)
  const { parameters, schema, submission } = item
  const rows = useMemo(
    () => parameterRows(parameters, schema).filter(({ depth }) => depth === 0),
    [parameters, schema],
  )
  return (
    <li className="twk-batch__row" data-state={state?.tone}>
      <Mark tone={state?.tone ?? 'wait'} />
      <div>
        <VisibleText text={item.skillName} />
        <p className="twk-hint">
          {rows.slice(0, mostValues).map((row) => (
            <span key={row.index} className="twk-batch__value">
              <VisibleText text={row.label ?? String(row.name)} />: <Value row={row} strings={strings} />
            </span>
          ))}
          {rows.length > mostValues && strings.moreValues(rows.length - mostValues)}
        </p>
        {state && (
          <p className={state.isFailed ? 'twk-error' : 'twk-hint'}>
            {state.text}{' '}
            {submission?.status === 'failed' && (
              <button type="button" className="twk-text-button" onClick={() => onRetry(submission.intentId)}>
                {strings.retry}
              </button>
            )}{' '}
            {state.isFailed && (
              <button type="button" className="twk-text-button" onClick={() => onShow(item)}>
                {strings.show}
              </button>
            )}
          </p>
        )}
      </div>
    </li>
  )
}
