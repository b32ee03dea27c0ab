import type { WireAuthLink, WireEvent } from './wire-event.ts'

/** `awaiting_approval` is never said by some servers, and `idle` too early by others: a hint. */
export type WireState = 'idle' | 'ai_running' | 'skill_processing' | 'awaiting_approval'

/** Which form the bodies of a server have: bare, or wrapped as `{result: …}`. */
export type WireBodyForm = 'bare' | 'result'

/** `GET /conversations/{id}`. Decoded, `state` is `null` when the server used a word that is not in the list. */
export interface WireConversation {
  readonly conversation_id: string
  readonly topic?: string | null
  readonly state?: WireState | null
  /** The name of the conversation's newest event. */
  readonly last_event?: string | null
  readonly created_at?: string | null
  readonly updated_at?: string | null
}

/** `GET /conversations`, newest first; no `cursor` after the last page. */
export interface WireConversationPage {
  readonly list: readonly WireConversation[]
  readonly total_count?: number | null
  readonly cursor?: string | null
}

/** `POST /conversations`. */
export interface WireCreatedConversation {
  readonly conversation_id: string
}

export interface WireMessage {
  readonly message_id: string
  readonly source: 'user' | 'genie'
  readonly content: string
  readonly genie_run_id?: string | null
  readonly created_at?: string | null
  /** Grows with each edit, where a server counts them. */
  readonly revision?: number | null
  /** The client's own name for its message, where a server keeps one. */
  readonly client_message_id?: string | null
  /** The files that came with it, where a server tells of them. */
  readonly attachments?: readonly WireAttachment[]
  /** A list of `ReplyAction`, taken as it comes: the core decodes it, for every wire alike. */
  readonly actions?: unknown
  /** `scripted`: no real model was asked. */
  readonly judged_by?: string | null
}

/** A file that came with a message. `size` in bytes. */
export interface WireAttachment {
  readonly file_id: string
  readonly name?: string | null
  readonly media_type?: string | null
  readonly size?: number | null
}

/** `GET /conversations/{id}/messages`, newest first; no `cursor` after the last page. */
export interface WireMessagePage {
  readonly messages: readonly WireMessage[]
  readonly total_count?: number | null
  readonly cursor?: string | null
}

/** `GET /conversations/events`, oldest first; `since_created_at` is inclusive. */
export interface WireEventPage {
  readonly events: readonly WireEvent[]
  readonly next_since_created_at?: string | null
}

/** `POST /runtime_connection/{attempt}/link`. */
export interface WireLink {
  readonly status: 'auth_required' | 'authorized' | 'failed' | 'skipped'
  readonly auth_link?: WireAuthLink | null
}

/** Body of `POST /conversations/{id}/messages`. */
export interface WireSendMessage {
  readonly message: string
  readonly file_id?: string
  readonly stream: boolean
}

/** Body of both approval endpoints. */
export interface WireResolution {
  readonly resolution: 'approved' | 'rejected'
  readonly rejection_reason?: string
}

/** Body of `POST /conversations/{id}/genie-runs/{run}/feedback`. */
export interface WireFeedback {
  readonly reaction: 'positive' | 'negative'
  readonly comment?: string
}

/** Body of `POST /resume-workflow`; 409 already resumed, 410 the step is over, 422 with `errors`. */
export interface WireResumeWorkflow {
  readonly conversationId: string
  readonly workflowId: string | null
  readonly stepId: string
  readonly values: Readonly<Record<string, unknown>>
  readonly idempotencyKey: string
}

/** Body of `POST /retry-step`. */
export interface WireRetryStep {
  readonly conversationId: string
  readonly workflowId: string | null
  readonly stepId: string
  readonly idempotencyKey: string
}

/** Body of `POST /cancel-workflow`. */
export interface WireCancelWorkflow {
  readonly conversationId: string
  readonly workflowId: string | null
  readonly idempotencyKey: string
}

/** A body with a status of 400 or more, decoded. */
export interface WireProblem {
  readonly error_code?: string | null
  readonly message?: string | null
  /** Texts by data point key. */
  readonly errors?: Readonly<Record<string, readonly string[]>>
}

/** One field that a step asks for. All but `key`, `label` and `type` may be left out. */
export interface WireDataPoint {
  readonly key: string
  readonly label: string
  readonly type: string
  /** True when left out. */
  readonly required?: boolean
  readonly options?: readonly (string | { readonly value: string; readonly label: string })[]
  readonly placeholder?: string
  readonly help?: string
  readonly default?: unknown
  readonly min?: number | string
  readonly max?: number | string
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly multiple?: boolean
  readonly accept?: string
  readonly secret?: boolean
  readonly group?: string
  readonly visibleWhen?: unknown
}
