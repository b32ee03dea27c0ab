import type { Run, RunMode, RunStatus } from '@threadwork/engine'

/** How a workflow does (G23): rates are of the runs that ended by themselves, latencies of those that completed. */
export interface WorkflowStats {
  readonly total: number
  readonly byStatus: Readonly<Record<RunStatus, number>>
  readonly byMode: Readonly<Record<RunMode, number>>
  /** 0 to 1; `null` while no run completed or failed. */
  readonly successRate: number | null
  readonly errorRate: number | null
  /** From start to end in milliseconds, the time in which a run waited for a person included. */
  readonly latency: Spread
  /** The same without that time. */
  readonly active: Spread
  /** When the newest run was made, in milliseconds since 1970. */
  readonly lastRunAt: number | null
}

/** The median and the 95th percentile in milliseconds; `null` without a run. */
export interface Spread {
  readonly p50: number | null
  readonly p95: number | null
}

/** The figures of some runs of one workflow. */
export function statsOf(runs: readonly Run[]): WorkflowStats {
  const byStatus = countBy(
    ['queued', 'running', 'waiting', 'failed', 'completed', 'cancelled'] as const,
    runs.map(({ status }) => status),
  )
  const finished = byStatus.completed + byStatus.failed
  const completed = runs.filter(({ status }) => status === 'completed')
  return {
    total: runs.length,
    byStatus,
    byMode: countBy(
      ['production', 'test', 'manual'] as const,
      runs.map(({ mode }) => mode),
    ),
    successRate: finished === 0 ? null : byStatus.completed / finished,
    errorRate: finished === 0 ? null : byStatus.failed / finished,
    latency: spreadOf(completed.flatMap(({ startedAt, endedAt }) => durationOf(startedAt, endedAt) ?? [])),
    active: spreadOf(completed.map(({ activeMs }) => activeMs)),
    lastRunAt: percentile(
      runs.map(({ createdAt }) => createdAt),
      1,
    ),
  }
}

/** Milliseconds between two moments; `null` while one of them has not come. */
export const durationOf = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : to - from

/** The smallest value that at least `share` (0 to 1) of the values do not exceed; `null` without any. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}

const spreadOf = (values: readonly number[]): Spread => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
})

function countBy<Word extends string>(
  words: readonly Word[],
  values: readonly Word[],
): Readonly<Record<Word, number>> {
  const counts = new Map<Word, number>(words.map((word) => [word, 0]))
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  // Every word has its entry from the beginning.
  return Object.fromEntries(counts) as Record<Word, number>
}
