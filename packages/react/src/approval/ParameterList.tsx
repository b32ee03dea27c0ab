import type { ApprovalItem } from '@threadwork/core'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { englishApprovalCard } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'
import { useCardState } from './approval-desk.ts'
import type { CardMemory } from './card-memory.ts'
import { isFolded } from './long-text.ts'
import { parameterRows, type ParameterRow } from './parameter-rows.ts'
import { ParameterRowView } from './ParameterRowView.tsx'
import { createSeenWatch } from './seen-watch.ts'

export interface ParameterListProps {
  readonly item: Pick<ApprovalItem, 'parameters' | 'schema'>
  readonly memory: CardMemory
}

/** So many rows more are drawn with each click. */
const rowStep = 1000

const isPartly = ({ value, index }: ParameterRow, opened: ReadonlyMap<number, number>): boolean =>
  'text' in value && isFolded(value.text, opened.get(index) ?? 0)

const Nothing = ({ memory }: Pick<ParameterListProps, 'memory'>): ReactNode => {
  useEffect(() => memory.noteSeen(0, 0), [memory])
  return <p className="twk-hint">{useWords('approval', englishApprovalCard).nothing}</p>
}

/** What an approval is for, value by value, each drawn by its type. */
export const ParameterList = ({ item, memory }: ParameterListProps): ReactNode => {
  const strings = useWords('approval', englishApprovalCard)
  const { parameters, schema } = item
  const rows = useMemo(() => parameterRows(parameters, schema), [parameters, schema])
  const state = useCardState(memory)
  const [watch] = useState(createSeenWatch)
  const count = rows.length
  const handleSeen = useCallback((row: number) => memory.noteSeen(row, count), [memory, count])
  const handleOpen = useCallback(
    (row: number, characters: number) =>
      memory.setState({ opened: new Map(memory.getState().opened).set(row, characters) }),
    [memory],
  )
  if (count === 0) return <Nothing memory={memory} />
  const drawn = rows.slice(0, state.rows)
  const hidden = count - drawn.length
  const folded = drawn.filter((row) => isPartly(row, state.opened)).length
  return (
    <>
      <dl className="twk-parameters" aria-label={strings.parameters}>
        {drawn.map((row) => (
          <ParameterRowView
            key={row.index}
            row={row}
            open={state.opened.get(row.index) ?? 0}
            onOpen={handleOpen}
            watch={watch}
            onSeen={handleSeen}
          />
        ))}
      </dl>
      {hidden > 0 && (
        <button
          type="button"
          className="twk-text-button twk-parameters__more"
          onClick={() => memory.setState({ rows: state.rows + rowStep })}
        >
          {strings.showMoreRows(Math.min(hidden, rowStep), hidden)}
        </button>
      )}
      <p className="twk-hint twk-parameters__note" data-note="hidden-signs">
        {strings.hiddenSigns}
      </p>
      {hidden + folded > 0 && (
        <p className="twk-hint twk-parameters__note">{strings.partlyShown(hidden + folded)}</p>
      )}
    </>
  )
}
