import type { LoggedReport, RunId } from '@threadwork/core'
import type { ReactElement } from 'react'
import { englishInspector } from '../strings/inspector.ts'
import { useWords } from '../strings/useWords.ts'
import type { ReportFilter } from './report-filter.ts'
import { useInspection } from './useInspection.ts'

export interface ReportFiltersProps {
  readonly filter: ReportFilter
  readonly runs: readonly RunId[]
  readonly onChange: (filter: ReportFilter) => void
}

/** What is to be seen of the events: kind, run, text. */
export const ReportFilters = ({ filter, runs, onChange }: ReportFiltersProps): ReactElement => {
  const strings = useWords('inspector', englishInspector)
  const words = useInspection()
  const kinds = Object.keys(strings.kinds) as LoggedReport['type'][] // the catalogue has each kind once
  return (
    <div className="twk-inspector__filters" role="search" aria-label={words.find}>
      <select
        className="twk-input"
        aria-label={words.kind}
        value={filter.kind ?? ''}
        onChange={({ target }) =>
          onChange({ ...filter, kind: kinds.find((kind) => kind === target.value) ?? null })
        }
      >
        <option value="">{words.allKinds}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {strings.kinds[kind]}
          </option>
        ))}
      </select>
      <select
        className="twk-input"
        aria-label={words.run}
        value={filter.runId ?? ''}
        onChange={({ target }) =>
          onChange({ ...filter, runId: runs.find((run) => run === target.value) ?? null })
        }
      >
        <option value="">{words.allRuns}</option>
        {runs.map((run, index) => (
          <option key={run} value={run} title={run}>
            {words.runName(index + 1)}
          </option>
        ))}
      </select>
      <input
        className="twk-input"
        type="search"
        aria-label={words.find}
        placeholder={words.find}
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
      />
    </div>
  )
}
