import type { Attachment } from './attachment.ts'
import type { AuthLink, ConversationEvent, FormRequired } from './events.ts'
import type { AttemptId, CallId, MessageId, RunId, StepId, WorkflowId } from './ids.ts'
import type { ReplyAction } from './reply-action.ts'

/** A message as the history tells it. The history's copy wins over the stream's. */
export interface HistoryMessage {
  readonly messageId: MessageId
  readonly role: 'user' | 'agent'
  readonly text: string
  readonly runId: RunId | null
  /** Server time in milliseconds. */
  readonly at: number
  /** The client's own name for it, where the backend keeps one. */
  readonly intentId: string | null
  /** Grows with each edit; 0 when the backend does not count them. */
  readonly revision: number
  /** The files that came with it, where the backend tells of them. */
  readonly attachments?: readonly Attachment[]
  /** What it offers beside its words; left out where the backend does not tell. */
  readonly actions?: readonly ReplyAction[]
  readonly isScripted?: boolean
}

/** The backend's coarse word for a conversation. A hint: it ends a turn only when nothing waits for the person. */
export type BackendState = 'idle' | 'ai-running' | 'skill-running' | 'awaiting-approval'

/**
 * A definite answer to an approval. `resolved` is an answer that this client did not learn; after `expired` and
 * `changed` nobody's answer counts.
 */
export interface Decision {
  readonly callId: CallId
  readonly resolution: 'approved' | 'rejected' | 'resolved' | 'expired' | 'changed'
  readonly by: 'me' | 'elsewhere'
}

/** What a read of an attempt's link said. */
export interface ConnectionRead {
  readonly attemptId: AttemptId
  readonly status: 'auth-required' | 'failed' | 'authorized' | 'skipped'
  readonly link: AuthLink | null
}

export interface SnapshotStep {
  readonly stepId: StepId
  readonly message: string
  readonly status: 'pending' | 'running' | 'awaiting-input' | 'completed' | 'failed' | 'cancelled'
  readonly error: string | null
  /** The companion lane that it runs in; `null` or left out: the main lane. */
  readonly lane?: string | null
  readonly isScripted?: boolean
  readonly canRetry?: boolean
}

/** A form as a snapshot tells it. */
export type SnapshotForm = Pick<FormRequired, 'stepId' | 'message' | 'dataPoints' | 'problems'>

/** The history's ActiveWorkflow: authoritative for the active workflow, but never moves a step backwards. */
export interface WorkflowSnapshot {
  readonly workflowId: WorkflowId
  readonly name: string
  readonly status: 'running' | 'awaiting-input' | 'failed' | 'completed' | 'halted' | 'cancelled'
  /** Why the workflow as a whole failed; left out where no step of it did, or nobody said. */
  readonly error?: string | null
  readonly currentStep: StepId | null
  readonly steps: readonly SnapshotStep[]
  /** What the current step asks for. */
  readonly form: SnapshotForm | null
  /** What companions ask for beside it; left out where nobody says. */
  readonly formsBeside?: readonly SnapshotForm[]
  /** The workflow's last event that this snapshot contains; `null` when the backend does not count. */
  readonly seq: number | null
  /** Server time in milliseconds. */
  readonly at: number | null
}

/** What the ledger holds, each once. Adding a fact never takes another away. */
export type Fact =
  | { readonly type: 'event'; readonly event: ConversationEvent }
  | { readonly type: 'history-message'; readonly message: HistoryMessage }
  | { readonly type: 'decision'; readonly decision: Decision }
  | { readonly type: 'connection'; readonly connection: ConnectionRead }
  /** `at` is the server's `updated_at` in milliseconds. */
  | { readonly type: 'backend-state'; readonly state: BackendState; readonly at: number | null }
  | { readonly type: 'workflow-snapshot'; readonly snapshot: WorkflowSnapshot | null }
  /** All active workflows at once: a backend that tells a list runs several side by side. */
  | { readonly type: 'workflow-snapshots'; readonly snapshots: readonly WorkflowSnapshot[] }
  /**
   * The session watched a run for long enough to take it that nothing more will come behind `at`, the server time of its
   * newest event in milliseconds; 0 when no event of it has one.
   */
  | { readonly type: 'run-settled'; readonly runId: RunId; readonly at: number }
  /** The backend has dropped events from before this server time (milliseconds). */
  | { readonly type: 'events-expired'; readonly before: number }
