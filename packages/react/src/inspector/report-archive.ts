import type { LoggedReport, Session } from '@threadwork/core'

/** So many events are kept while an inspector is open; the oldest go first. */
export const mostArchived = 10_000

/** What a session reports while somebody looks on: more than the session itself keeps. */
export interface ReportArchive {
  readonly subscribe: (listener: () => void) => () => void
  /** Oldest first. The same list until something new is told. */
  readonly read: () => readonly LoggedReport[]
}

/** Collects a session's reports from the moment of the first subscription on, with those that it still has. */
export const createReportArchive = (session: Session): ReportArchive => {
  let kept: LoggedReport[] = [...session.getReports()]
  let snapshot: readonly LoggedReport[] = [...kept]

  const take = (): boolean => {
    const last = kept.at(-1)?.id ?? -Infinity
    const reports = session.getReports()
    // Told at each report, so that as a rule only the last is new.
    let first = reports.length
    while (first > 0 && (reports[first - 1]?.id ?? last) > last) first -= 1
    if (first === reports.length) return false
    for (const report of reports.slice(first)) kept.push(report)
    // Cut seldom, not at each event.
    if (kept.length > mostArchived * 1.1) kept = kept.slice(-mostArchived)
    return true
  }
  const publish = (): void => {
    snapshot = kept.slice(-mostArchived)
  }

  return {
    read: () => snapshot,
    subscribe(listener) {
      let frame: number | null = null
      const stop = session.subscribeReports(() => {
        if (!take()) return
        frame ??= requestAnimationFrame(() => {
          frame = null
          publish()
          listener()
        })
      })
      if (take()) publish()
      return () => {
        stop()
        if (frame !== null) cancelAnimationFrame(frame)
      }
    },
  }
}
