import type { AttemptId, CallId, MessageId, RunId, StepId, WorkflowId } from './ids.ts'
import type { DataPoint } from './form.ts'
import type { ReplyAction } from './reply-action.ts'

/** What every conversation event carries. Each field is `null` where the wire does not say. */
export interface EventEnvelope {
  readonly runId: RunId | null
  /** Position in the run, from 1. Never comparable between runs. */
  readonly seq: number | null
  /** Server time in milliseconds since 1970. Never compared with a client clock. */
  readonly at: number | null
  readonly eventId: string | null
}

/** A skill as the wire names it. `skillId` has the form `recipe:<number>` on the Headless API. */
export interface SkillReference {
  readonly skillName: string
  readonly skillId: string | null
  readonly callId: CallId | null
}

/** One row of `skill_parameter_schema`: how a parameter is to be drawn. */
export interface ParameterSchema {
  readonly name: string
  readonly label: string | null
  readonly type: string | null
  readonly controlType: string | null
  readonly isOptional: boolean
  readonly hint: string | null
  /** The values that it may have, where the skill lists them. */
  readonly options?: readonly ParameterOption[]
  /** What an object, or each entry of a list of objects, is made of. */
  readonly properties?: readonly ParameterSchema[]
}

export interface ParameterOption {
  readonly value: unknown
  readonly label: string
}

/** Where a person connects an account. Times are server times in milliseconds. */
export interface AuthLink {
  readonly url: string
  readonly expiresAt: number | null
  /** When the backend told of it; left out where only the event's own time is known. */
  readonly toldAt?: number | null
  readonly connectorName: string | null
}

export interface TurnStarted extends EventEnvelope {
  readonly type: 'turn-started'
}
export interface TurnEnded extends EventEnvelope {
  readonly type: 'turn-ended'
}
export interface SkillRunning extends EventEnvelope, SkillReference {
  readonly type: 'skill-running'
}
export interface SkillCompleted extends EventEnvelope, SkillReference {
  readonly type: 'skill-completed'
}
export interface SkillFailed extends EventEnvelope, SkillReference {
  readonly type: 'skill-failed'
  readonly error: string
}
export interface ApprovalRequired extends EventEnvelope, SkillReference {
  readonly type: 'approval-required'
  readonly callId: CallId
  /** Which endpoint takes the decision. */
  readonly scope: 'skill' | 'business'
  readonly parameters: Readonly<Record<string, unknown>>
  readonly schema: readonly ParameterSchema[]
  /** Server time in milliseconds from which no decision is taken any more, where the wire says. */
  readonly expiresAt?: number | null
  /** The call that this one stands for: that one is asked no longer. */
  readonly replaces?: CallId | null
}
export interface ConnectionRequired extends EventEnvelope {
  readonly type: 'connection-required'
  readonly attemptId: AttemptId
  readonly link: AuthLink | null
}
export interface ConnectionAuthorized extends EventEnvelope {
  readonly type: 'connection-authorized'
  readonly attemptId: AttemptId
}
export interface ConnectionFailed extends EventEnvelope {
  readonly type: 'connection-failed'
  readonly attemptId: AttemptId
  readonly error: string | null
}
export interface MessageEvent extends EventEnvelope {
  readonly type: 'message'
  readonly messageId: MessageId
  /** Markdown. */
  readonly text: string
  /** What it offers beside its words; left out, nothing. */
  readonly actions?: readonly ReplyAction[]
  /** The scripted model wrote or judged it. */
  readonly isScripted?: boolean
}
/** A piece of a message that is still being written. The whole `message` outranks its pieces. */
export interface TextDelta extends EventEnvelope {
  readonly type: 'text-delta'
  readonly messageId: MessageId
  readonly text: string
}
export interface WorkflowStarted extends EventEnvelope {
  readonly type: 'workflow-started'
  readonly workflowId: WorkflowId
  readonly name: string
}
/** What each event of a step tells of it. */
export interface StepEnvelope extends EventEnvelope {
  /** `null` on a wire whose step events do not name their workflow. */
  readonly workflowId: WorkflowId | null
  readonly stepId: StepId
  /** The companion lane that it runs in; `null` or left out: the main lane. */
  readonly lane?: string | null
  /** The scripted model judged it. */
  readonly isScripted?: boolean
  /** False where the backend would not run it again; left out, nobody said. */
  readonly canRetry?: boolean
}
export interface StepStarted extends StepEnvelope {
  readonly type: 'step-started'
  readonly message: string
}
/** A step waits for a person: draw a form of `dataPoints`, with the message as its introduction. */
export interface FormRequired extends StepEnvelope {
  readonly type: 'form-required'
  readonly message: string
  readonly dataPoints: readonly DataPoint[]
  /** A sentence for each fault of the form's definition; the faulty fields are left out. */
  readonly problems: readonly string[]
}
export interface StepCompleted extends StepEnvelope {
  readonly type: 'step-completed'
}
export interface StepFailed extends StepEnvelope {
  readonly type: 'step-failed'
  readonly error: string
}
export interface WorkflowEnded extends EventEnvelope {
  readonly type: 'workflow-ended'
  readonly workflowId: WorkflowId
}
/** The workflow stopped as a whole, such as when a budget was used up. A retry may revive it. */
export interface WorkflowFailed extends EventEnvelope {
  readonly type: 'workflow-failed'
  readonly workflowId: WorkflowId
  readonly error: string | null
}
/** A person stopped it, and nothing of it goes on. */
export interface WorkflowCancelled extends EventEnvelope {
  readonly type: 'workflow-cancelled'
  readonly workflowId: WorkflowId
}
/** Anything this version does not know. Kept for the inspector; changes nothing on screen. */
export interface UnknownEvent extends EventEnvelope {
  readonly type: 'unknown'
  readonly name: string
  readonly payload: unknown
}

export type WorkflowEvent =
  | WorkflowStarted
  | StepStarted
  | FormRequired
  | StepCompleted
  | StepFailed
  | WorkflowEnded
  | WorkflowFailed
  | WorkflowCancelled

export type ConversationEvent =
  | TurnStarted
  | TurnEnded
  | SkillRunning
  | SkillCompleted
  | SkillFailed
  | ApprovalRequired
  | ConnectionRequired
  | ConnectionAuthorized
  | ConnectionFailed
  | MessageEvent
  | TextDelta
  | WorkflowEvent
  | UnknownEvent

export type EventType = ConversationEvent['type']
