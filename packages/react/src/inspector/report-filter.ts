import type { LoggedReport, RunId } from '@threadwork/core'

/** What a person wants to see of the events; `null`: all. */
export interface ReportFilter {
  readonly kind: LoggedReport['type'] | null
  readonly runId: RunId | null
  readonly text: string
}

export const noFilter: ReportFilter = { kind: null, runId: null, text: '' }

/** The run that a report's event belongs to; `null` where it names none. */
export const runOf = ({ heard }: LoggedReport): RunId | null => {
  for (const fact of heard?.facts ?? [])
    if (fact.type === 'event' && fact.event.runId) return fact.event.runId
  return null
}

/** The runs that some reports tell of, in the order in which they came. */
export const runsOf = (reports: readonly LoggedReport[]): readonly RunId[] => {
  const runs = new Set<RunId>()
  for (const report of reports) {
    const run = runOf(report)
    if (run !== null) runs.add(run)
  }
  return [...runs]
}

/** The reports that a filter lets through, newest first. Text is looked for in names and details, whatever its case. */
export const filterReports = (
  reports: readonly LoggedReport[],
  { kind, runId, text }: ReportFilter,
): readonly LoggedReport[] => {
  const wanted = text.trim().toLocaleLowerCase()
  return reports
    .filter(
      (report) =>
        (kind === null || report.type === kind) &&
        (runId === null || runOf(report) === runId) &&
        (wanted === '' || `${report.name} ${report.detail}`.toLocaleLowerCase().includes(wanted)),
    )
    .toReversed()
}
