import type { AttemptId, AuthLink, ConnectionItem, IntentId, RunId, Submission } from '@threadwork/core'
import type { ConnectionNotes } from './connection-note.ts'

const issuedAt = Date.UTC(2026, 10, 19, 12, 3)

/** Good for ten minutes. */
export const sampleLink: AuthLink = {
  url: 'https://login.example.com/authorize?attempt=1',
  expiresAt: issuedAt + 600_000,
  connectorName: 'Salesforce',
}

/** A connection that waits, as stories and tests show it. */
export const sampleConnection: ConnectionItem = {
  kind: 'connection',
  id: 'connection:attempt-1',
  key: 'connection:attempt-1',
  // Samples name their ids by hand; a brand costs nothing at run time.
  runId: 'run-1' as RunId,
  attemptId: 'attempt-1' as AttemptId,
  at: issuedAt,
  status: 'auth-required',
  link: sampleLink,
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

/** Another service that waits at the same time. */
export const sampleOther: ConnectionItem = {
  ...sampleConnection,
  id: 'connection:attempt-2',
  key: 'connection:attempt-2',
  attemptId: 'attempt-2' as AttemptId,
  link: { url: 'https://login.example.com/authorize?attempt=2', expiresAt: null, connectorName: 'Jira' },
}

/** What a page noted of the sample before it was loaded again. */
export const noted = (note: { readonly wasOpened?: boolean; readonly seenAt?: number }): ConnectionNotes => ({
  read: () =>
    JSON.stringify({ url: sampleLink.url, toldAt: null, seenAt: Date.now(), wasOpened: false, ...note }),
  write: () => {},
})
