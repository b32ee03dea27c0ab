import type { AttemptId, ConnectionItem, IntentId, RunId, Submission } from '@threadwork/core'

const issuedAt = Date.UTC(2026, 10, 19, 12, 3)

/** A connection that waits, as stories and tests show it. Its link is good for ten minutes. */
export const sampleConnection: ConnectionItem = {
  kind: 'connection',
  id: 'connection:attempt-1',
  key: 'connection:attempt-1',
  // Samples name their ids by hand; a brand costs nothing at run time.
  runId: 'run-1' as RunId,
  attemptId: 'attempt-1' as AttemptId,
  at: issuedAt,
  status: 'auth-required',
  link: {
    url: 'https://login.example.com/authorize?attempt=1',
    expiresAt: issuedAt + 600_000,
    connectorName: 'Salesforce',
  },
  error: null,
  submission: null,
}

/** A skip under way. */
export const sampleSkip = (status: Submission['status'], problem: string | null = null): Submission => ({
  // As above.
  intentId: 'intent-2' as IntentId,
  status,
  choice: null,
  problem,
  fieldErrors: {},
})
