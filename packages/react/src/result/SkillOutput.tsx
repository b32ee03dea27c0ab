'use client'

import type { ReactElement } from 'react'
import { englishResult } from '../strings/result.ts'
import { useWords } from '../strings/useWords.ts'
import { CellValue } from './CellValue.tsx'
import { ResultPicture } from './ResultPicture.tsx'
import type { ResultChart } from './result-source.ts'
import { ResultTableView } from './ResultTableView.tsx'
import { viewOf } from './result-view.ts'

export interface SkillOutputProps {
  /** Any JSON. */
  readonly data: unknown
  /** Names the table and the chart. */
  readonly label: string
  readonly chart?: ResultChart | null
}

/** A skill's structured output: a table, facts, words or its JSON, whichever reads best. */
export const SkillOutput = ({ data, label, chart }: SkillOutputProps): ReactElement => {
  const strings = useWords('result', englishResult)
  const view = viewOf(data)
  switch (view.type) {
    case 'nothing':
      return <p className="twk-hint">{strings.nothing}</p>
    case 'text':
      return <p className="twk-result__text">{view.text}</p>
    case 'json':
      return (
        <pre className="twk-result__json" tabIndex={0} role="group" aria-label={label}>
          {view.json}
        </pre>
      )
    case 'facts':
      return (
        <dl className="twk-result__facts">
          {view.facts.map(([name, value]) => (
            <div key={name}>
              <dt>
                <bdi>{name}</bdi>
              </dt>
              <dd>
                <CellValue value={value} type="text" />
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return chart?.suits(view.table) ? (
        <ResultPicture table={view.table} label={label} chart={chart} />
      ) : (
        <ResultTableView table={view.table} label={label} />
      )
  }
}
