import { useId, useState, type ReactElement } from 'react'
import { englishResult } from '../strings/result.ts'
import { useWords } from '../strings/useWords.ts'
import type { ResultChart } from './result-source.ts'
import { ResultTableView, type ResultTableViewProps } from './ResultTableView.tsx'

export interface ResultPictureProps extends ResultTableViewProps {
  readonly chart: ResultChart
}

const views = ['chart', 'table'] as const
type View = (typeof views)[number]

/** A table with its picture. The table is always in the page: for those who hear it, it is the picture. */
export const ResultPicture = ({ table, label, chart }: ResultPictureProps): ReactElement => {
  const strings = useWords('result', englishResult)
  const name = useId()
  const [view, setView] = useState<View>('chart')
  return (
    <>
      <fieldset className="twk-result__views">
        <legend className="twk-visually-hidden">{strings.view}</legend>
        {views.map((choice) => (
          <label key={choice}>
            <input type="radio" name={name} checked={view === choice} onChange={() => setView(choice)} />
            {strings[choice]}
          </label>
        ))}
      </fieldset>
      {view === 'chart' && <chart.Chart table={table} label={label} />}
      <div className={view === 'chart' ? 'twk-visually-hidden' : undefined}>
        <ResultTableView table={table} label={label} />
      </div>
    </>
  )
}
