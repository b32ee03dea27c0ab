import type { Fact } from './facts.ts'
import { orderedEvents } from './ledger-run.ts'
import type { WorkflowLogs } from './ledger-workflow-log.ts'
import type { Ledger } from './ledger.ts'

// Of several workflows side by side only the newest list counts; of one after another, each one's last word.
const snapshotFacts = ({ list, isPlural }: WorkflowLogs): readonly Fact[] => {
  const told = list.flatMap((log) => {
    const last = log.entries.findLast((entry) => entry.type === 'snapshot')
    const isAbsent = log.entries.at(-1)?.type === 'absent'
    return last?.type === 'snapshot' ? [{ snapshot: last.snapshot, isAbsent }] : []
  })
  const active = told.filter(({ isAbsent }) => !isAbsent).map(({ snapshot }) => snapshot)
  if (isPlural)
    return [
      { type: 'workflow-snapshots', snapshots: told.map(({ snapshot }) => snapshot) },
      { type: 'workflow-snapshots', snapshots: active },
    ]
  const each = told.map(({ snapshot }): Fact => ({ type: 'workflow-snapshot', snapshot }))
  return told.at(-1)?.isAbsent === true ? [...each, { type: 'workflow-snapshot', snapshot: null }] : each
}

// Events of a wire without runs stand in their workflow's log alone.
const workflowFacts = ({ workflows }: Ledger): readonly Fact[] => [
  ...workflows.list.flatMap((log) =>
    log.entries.flatMap((entry): readonly Fact[] =>
      entry.type === 'event' && log.runId === null && entry.event.runId === null
        ? [{ type: 'event', event: entry.event }]
        : [],
    ),
  ),
  ...snapshotFacts(workflows),
]

/** What a ledger holds, as facts: another ledger that is given them shows the same. */
export const factsOf = (ledger: Ledger): readonly Fact[] => [
  ...[...ledger.runs.values()].flatMap(orderedEvents).map((event): Fact => ({ type: 'event', event })),
  ...workflowFacts(ledger),
  ...[...ledger.messages.values()].map((message): Fact => ({ type: 'history-message', message })),
  ...[...ledger.decisions.values()].map((decision): Fact => ({ type: 'decision', decision })),
  ...[...ledger.connections.values()].map((connection): Fact => ({ type: 'connection', connection })),
  ...(ledger.backendState
    ? [{ type: 'backend-state', state: ledger.backendState.state, at: ledger.backendState.at } as const]
    : []),
  ...[...ledger.settledRuns].map(([runId, at]): Fact => ({ type: 'run-settled', runId, at })),
  ...(ledger.expiredBefore === null
    ? []
    : [{ type: 'events-expired', before: ledger.expiredBefore } as const]),
]
