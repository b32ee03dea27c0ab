/** A time as a server writes it: ISO 8601 with a zone. */
export type WireTime = string

/** What each workflow event carries beside its own fields. All of it is optional on the wire. */
export interface WireEnvelope {
  readonly conversationId?: string
  readonly workflowId?: string
  /** Position of the event in its workflow, from 1. */
  readonly seq?: number
  readonly at?: WireTime
}

export interface WireOption {
  readonly value: string
  readonly label: string
}

/** One field that a step asks for. The seed has `key`, `label` and `type`; all else is optional. */
export interface WireDataPoint {
  readonly key: string
  readonly label: string
  /** `Text`, `Email`, `Select`, `Number` …; an unknown one is drawn as text. */
  readonly type: string
  /** Default true. */
  readonly required?: boolean
  readonly options?: readonly (WireOption | string)[]
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

export interface WireMessage {
  readonly messageId: string
  readonly source: 'user' | 'agent'
  /** Markdown from an agent, plain text from a user. */
  readonly content: string
  readonly createdAt: WireTime
  /** The `clientMessageId` that the message was sent with, where the server keeps it. */
  readonly clientMessageId?: string
  /** Links and buttons that are offered below it. */
  readonly actions?: readonly WireReplyAction[]
  /** `scripted`: no real model was asked. */
  readonly judgedBy?: string
}

export type WireReplyAction =
  | { readonly type: 'link'; readonly label: string; readonly url: string }
  | { readonly type: 'button'; readonly label: string; readonly text: string }

/** What each event of a step, and each step of the history, may carry beside. */
export interface WireStepBeside {
  /** `main`, as when it is left out, or the name of a companion lane. */
  readonly lane?: string
  /** False where the server would not run the step again. */
  readonly canRetry?: boolean
  /** `scripted`: no real model was asked. */
  readonly judgedBy?: string
}
type WireStepEnvelope = WireEnvelope & WireStepBeside & { readonly stepId: string }

/** The one object argument of each hub event, as a server sends it to its clients. */
export interface HubEventBodies {
  readonly WorkflowStarted: WireEnvelope & { readonly workflowId: string; readonly name: string }
  readonly WorkflowStepStarted: WireStepEnvelope & { readonly message: string }
  readonly WorkflowInterventionRequired: WireStepEnvelope & {
    readonly message: string
    readonly dataPoints: readonly WireDataPoint[]
  }
  readonly WorkflowStepCompleted: WireStepEnvelope
  readonly WorkflowStepFailed: WireStepEnvelope & { readonly error: string }
  readonly WorkflowCompleted: WireEnvelope & { readonly workflowId: string }
  /** It stopped as a whole; a retry may revive it. */
  readonly WorkflowFailed: WireEnvelope & { readonly workflowId: string; readonly error?: string }
  /** A person stopped it. */
  readonly WorkflowCancelled: WireEnvelope & { readonly workflowId: string }
  readonly MessageReceived: WireMessage & { readonly conversationId?: string }
}

export type HubEventName = keyof HubEventBodies

/** The fields of each hub event in the order in which the seed lists them: the positional form. */
export const hubEventFields: { readonly [Name in HubEventName]: readonly string[] } = {
  WorkflowStarted: ['workflowId', 'name'],
  WorkflowStepStarted: ['stepId', 'message'],
  WorkflowInterventionRequired: ['stepId', 'message', 'dataPoints'],
  WorkflowStepCompleted: ['stepId'],
  WorkflowStepFailed: ['stepId', 'error'],
  WorkflowCompleted: ['workflowId'],
  WorkflowFailed: ['workflowId', 'error'],
  WorkflowCancelled: ['workflowId'],
  MessageReceived: ['messageId', 'source', 'content', 'createdAt'],
}

/** The hub's events, by name. Built from `hubEventFields`, so it cannot miss one. */
export const hubEventNames: readonly HubEventName[] = Object.keys(hubEventFields) as HubEventName[] // keys of a closed literal

/** The methods that a client invokes on the hub, each with the conversation's id. */
export type HubMethodName = 'JoinConversation' | 'LeaveConversation'

export type WireWorkflowStatus =
  | 'running'
  | 'awaiting_input'
  | 'failed'
  | 'completed'
  | 'halted'
  | 'cancelled'
export type WireStepStatus = 'pending' | 'running' | 'awaiting_input' | 'completed' | 'failed' | 'cancelled'

export interface WireStep extends WireStepBeside {
  readonly stepId: string
  readonly message: string
  readonly status: WireStepStatus
  readonly error?: string
}

/** A form that waits. */
export interface WireIntervention {
  readonly stepId: string
  readonly message: string
  readonly dataPoints: readonly WireDataPoint[]
  readonly values?: Readonly<Record<string, unknown>>
  readonly expiresAt?: WireTime
}

export interface ActiveWorkflow {
  readonly workflowId: string
  readonly name: string
  readonly status: WireWorkflowStatus
  /** Why it failed as a whole. */
  readonly error?: string
  readonly currentStep: string | null
  readonly steps: readonly WireStep[]
  readonly pendingIntervention?: WireIntervention
  /** What companions ask for beside it. */
  readonly furtherInterventions?: readonly WireIntervention[]
  readonly startedAt: WireTime
  readonly updatedAt: WireTime
  /** The workflow's last event that this snapshot contains. */
  readonly seq: number
}

/** The answer of `GET history?conversationId=`; messages in the order in which they were written. */
export interface HistoryBody {
  readonly messages: readonly WireMessage[]
  readonly activeWorkflow: ActiveWorkflow | null
  /** All of them, where the server runs several side by side; it then stands for `activeWorkflow`. */
  readonly activeWorkflows?: readonly ActiveWorkflow[]
}

/** `POST messages` → 202. A repeated `clientMessageId` is one message. */
export interface SendMessageBody {
  readonly conversationId: string
  readonly text: string
  readonly clientMessageId: string
}
/** `POST resume-workflow` → 202; 409 already resumed; 410 the step is over; 422 `{errors: {key: [text]}}`. */
export interface ResumeWorkflowBody {
  readonly conversationId: string
  /** `null` when no event has named it: the conversation's active workflow is meant. */
  readonly workflowId: string | null
  readonly stepId: string
  readonly values: Readonly<Record<string, unknown>>
  readonly idempotencyKey: string
}
/** `POST retry-step` → 202. */
export interface RetryStepBody {
  readonly conversationId: string
  readonly workflowId: string | null
  readonly stepId: string
  readonly idempotencyKey: string
}
/** `POST cancel-workflow` → 202. */
export interface CancelWorkflowBody {
  readonly conversationId: string
  readonly workflowId: string | null
  readonly idempotencyKey: string
}
/** The body of a 422. */
export interface FieldErrorsBody {
  readonly errors: Readonly<Record<string, readonly string[]>>
}
