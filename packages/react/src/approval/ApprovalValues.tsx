import type { ApprovalItem } from '@threadwork/core'
import { useMemo, type ReactNode } from 'react'
import { englishApprovalCard } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'
import { useCardState } from './approval-desk.ts'
import type { CardMemory } from './card-memory.ts'
import { ChangeList } from './ChangeList.tsx'
import { parameterChanges } from './parameter-changes.ts'
import { ParameterList } from './ParameterList.tsx'
import { RawParameters } from './RawParameters.tsx'

export interface ApprovalValuesProps {
  readonly item: ApprovalItem
  readonly memory: CardMemory
  /** An answered approval keeps its values behind a line. */
  readonly isFolded: boolean
  /** What follows them while it waits; it is given the button for the raw JSON. */
  readonly children: (rawToggle: ReactNode) => ReactNode
}

/** The values of an approval, by type, and raw on request. */
export const ApprovalValues = ({ item, memory, isFolded, children }: ApprovalValuesProps): ReactNode => {
  const strings = useWords('approval', englishApprovalCard)
  const { isRaw } = useCardState(memory)
  const { parameters, edited, schema } = item
  const rawToggle = (
    <button
      type="button"
      className="twk-text-button twk-card__end"
      aria-expanded={isRaw}
      onClick={() => memory.setState({ isRaw: !isRaw })}
    >
      {isRaw ? strings.hideRaw : strings.showRaw}
    </button>
  )
  const changes = useMemo(
    () => parameterChanges(parameters, edited ?? parameters, schema),
    [parameters, edited, schema],
  )
  const values = (
    <>
      {changes.length > 0 && <ChangeList changes={changes} />}
      <ParameterList item={edited ? { parameters: edited, schema } : item} memory={memory} />
      {isRaw && <RawParameters parameters={item.parameters} />}
    </>
  )
  if (isFolded)
    return (
      <details className="twk-approval__values">
        <summary>{strings.parameters}</summary>
        {values}
        <div className="twk-approval__buttons">{rawToggle}</div>
      </details>
    )
  return (
    <>
      <div className="twk-card__body">{values}</div>
      {children(rawToggle)}
    </>
  )
}
