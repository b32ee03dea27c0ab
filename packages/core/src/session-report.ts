import type { Clock } from './clock.ts'
import type { LoggedReport } from './conversation.ts'
import type { WireReport } from './transport.ts'

/** The newest reports of the wire, for an inspector. */
export interface ReportLog {
  readonly add: (report: WireReport) => void
  readonly list: () => readonly LoggedReport[]
  readonly subscribe: (listener: () => void) => () => void
}

const mostReports = 500

export const createReportLog = (clock: Clock): ReportLog => {
  const listeners = new Set<() => void>()
  let reports: readonly LoggedReport[] = []
  let count = 0
  return {
    add(report) {
      count += 1
      reports = [...reports.slice(1 - mostReports), { ...report, id: count, at: clock.now() }]
      for (const listener of listeners) listener()
    },
    list: () => reports,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
