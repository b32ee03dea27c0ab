import type { Attachment, ChosenFile, UploadWatch } from './attachment.ts'
import type { Clock } from './clock.ts'
import type { LoggedReport, SessionState } from './conversation.ts'
import type { AttemptId, CallId, ConversationId, IntentId, StepId, WorkflowId } from './ids.ts'
import type { AuthLink } from './events.ts'
import type { Ledger } from './ledger.ts'
import type { Outbox } from './outbox-state.ts'
import type { RecoveryState } from './recovery-contract.ts'
import type { OpenMirror } from './session-mirror.ts'
import type { SessionWatcher } from './session-watch.ts'
import type { Storage } from './storage.ts'
import type { Transport, TransportCapabilities, UploadOutcome } from './transport.ts'

export interface SessionOptions {
  readonly transport: Transport
  readonly conversationId: ConversationId | string
  readonly clock: Clock
  readonly storage: Storage
  /** Mirrors decisions and drafts in the same person's other pages: `mirrorAcross(neighbours)` makes one. */
  readonly mirror?: OpenMirror
  /** Called once with the session before it opens, to watch it: `telemetry(tracer)` makes one. */
  readonly telemetry?: SessionTelemetry
}

/** Follows a session from its beginning to its end. */
export type SessionTelemetry = (session: Session) => void

/** What stands behind a session's state at one moment, for inspectors. The ledger goes on growing; do not add to it. */
export interface SessionInsides {
  readonly ledger: Ledger
  readonly outbox: Outbox
  readonly recovery: RecoveryState
}

/** What goes with a decision. */
export interface DecisionDetails {
  /** Why it was rejected. The assistant reads it and may quote it. */
  readonly reason?: string | undefined
  /** The digest of the call as the person saw it, from `digestOfCall`. */
  readonly shown?: string | undefined
  /** The parameters with the person's changes, whole; only where `canEditParameters` says so. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined
}

/**
 * One conversation, alive. It lives outside React: mounting twice never opens a second stream.
 * Every action is stored as an intent first, so that a reload knows what was under way.
 */
export interface Session {
  readonly conversationId: ConversationId
  readonly capabilities: TransportCapabilities
  getState(): SessionState
  /** Calls back after each change of the state; returns the way to stop. */
  subscribe(listener: () => void): () => void

  /** Starts reading and listening. Calling it again does nothing. */
  open(): void
  /** Lets go of the stream and of every timer. */
  close(): void
  /** The browser came online, or the page became visible, or the person asked: catch up now. */
  wake(): void
  /** The browser said that it is offline. */
  setOffline(): void

  /** Sends a message, or lets it wait for the running turn where `whileBusy` says so. */
  send(text: string, attachments?: readonly Attachment[]): IntentId
  /** Brings a file to the backend, for a message to carry it. It never rejects. */
  upload(file: ChosenFile, watch?: UploadWatch): Promise<UploadOutcome>
  /** Decides about one call, once. A text alone is the reason. */
  decide(callId: CallId, resolution: 'approved' | 'rejected', details?: string | DecisionDetails): IntentId
  submitForm(
    workflowId: WorkflowId | null,
    stepId: StepId,
    values: Readonly<Record<string, unknown>>,
  ): IntentId
  retryStep(workflowId: WorkflowId | null, stepId: StepId): IntentId
  cancelWorkflow(workflowId: WorkflowId | null): IntentId
  skipConnection(attemptId: AttemptId): IntentId
  /** Fetches a fresh link for an attempt: the link that came, or `null` when none did. It never rejects. */
  renewLink(attemptId: AttemptId): Promise<AuthLink | null>
  /** The person opened an attempt's link: watch for its completion. */
  watchConnection(attemptId: AttemptId): void
  /** Sends a failed intent again, under the same key; a message that waits, now. */
  retry(intentId: IntentId): void
  /** Gives a message that waits another text. */
  editQueued(intentId: IntentId, text: string): void
  /** Keeps a message that waits, and all behind it, from leaving while the person is at it. */
  pauseQueued(intentId: IntentId, isPaused: boolean): void
  /** Takes a failed intent, or a message that waits, off the page; returns its text when it was a message. */
  discard(intentId: IntentId): string | null
  /** Ends the run where the backend can; else stops listening to it. */
  stop(): void

  /** A form's unsent values, kept over reloads; secrets are never stored. */
  readDraft(name: string): string | null
  writeDraft(name: string, value: string | null): void
  /** Calls back with the name of a draft that another page of this person wrote; returns the way to stop. */
  subscribeDrafts(listener: (name: string) => void): () => void

  /** The newest wire reports, oldest first, for an inspector. */
  getReports(): readonly LoggedReport[]
  subscribeReports(listener: () => void): () => void
  /** What stands behind the state now, for an inspector. */
  inspect(): SessionInsides
  /** Calls back after each call between the session and its transport; returns the way to stop. */
  watch(watcher: SessionWatcher): () => void
}
