/**
 * What every event carries. Times are ISO 8601 with a zone. A field may be left out by a server;
 * a decoded event has it, as `null`.
 */
export interface WireEnvelope {
  readonly event_id?: string | null
  readonly conversation_id?: string | null
  readonly genie_run_id?: string | null
  /** Position in the run, from 1. */
  readonly seq_num?: number | null
  readonly created_at?: string | null
}

/** How skill events name a skill; `skill_id` is `recipe:<number>`. Only a confirmation has a `call_id` for sure. */
export interface WireSkill {
  readonly skill_name: string
  readonly skill_id?: string | null
  readonly call_id?: string | null
}

/** One row of `skill_parameter_schema`. */
export interface WireParameterSchema {
  readonly name: string
  readonly label?: string | null
  readonly type?: string | null
  readonly control_type?: string | null
  readonly optional?: boolean
  readonly hint?: string | null
  /** The values that it may have, each with its label. */
  readonly pick_list?: readonly WireParameterOption[]
  /** What an object, or each entry of a list of objects, is made of. */
  readonly properties?: readonly WireParameterSchema[]
}

export interface WireParameterOption {
  readonly value: unknown
  readonly label: string
}

export interface WireAuthLink {
  readonly url: string
  readonly expires_at?: string | null
  readonly connector_name?: string | null
}

export interface WireProcessingStarted extends WireEnvelope {
  readonly type: 'processing.started'
}
export interface WireProcessingFinished extends WireEnvelope {
  readonly type: 'processing.finished'
}
export interface WireSkillRunning extends WireEnvelope, WireSkill {
  readonly type: 'skill.running'
}
export interface WireSkillCompleted extends WireEnvelope, WireSkill {
  readonly type: 'skill.completed'
}
/** A terminal success of some runtime versions. */
export interface WireSkillStopped extends WireEnvelope, WireSkill {
  readonly type: 'skill.stopped'
}
export interface WireSkillFailed extends WireEnvelope, WireSkill {
  readonly type: 'skill.failed'
  readonly error: string
}
interface WireApproval extends WireEnvelope, WireSkill {
  readonly call_id: string
  readonly skill_parameters: Readonly<Record<string, unknown>>
  readonly skill_parameter_schema?: readonly WireParameterSchema[]
  /** From when no decision is taken any more, where a server sets a time. */
  readonly expires_at?: string | null
  /** The call that is asked about anew under this one's `call_id`. */
  readonly replaces_call_id?: string | null
}
export interface WireSkillConfirmationRequired extends WireApproval {
  readonly type: 'skill.confirmation_required'
}
export interface WireBusinessApprovalRequired extends WireApproval {
  readonly type: 'business_approval.required'
}
export interface WireAuthRequired extends WireEnvelope {
  readonly type: 'runtime_connection.auth_required'
  readonly runtime_connection_attempt_id: string
  readonly auth_link?: WireAuthLink | null
}
export interface WireAuthSuccess extends WireEnvelope {
  readonly type: 'runtime_connection.auth_success'
  readonly runtime_connection_attempt_id: string
}
export interface WireAuthFailed extends WireEnvelope {
  readonly type: 'runtime_connection.auth_failed'
  readonly runtime_connection_attempt_id: string
  readonly error?: string | null
}
export interface WireAgentMessage extends WireEnvelope {
  readonly type: 'agent.message'
  readonly message_id: string
  /** Markdown. */
  readonly message: string
  /** A list of `ReplyAction`, taken as it comes: the core decodes it, for every wire alike. */
  readonly actions?: unknown
  /** `scripted`: no real model was asked. */
  readonly judged_by?: string | null
}
export interface WirePing extends WireEnvelope {
  readonly type: 'system.ping'
  readonly timestamp?: string | null
}
/** This stream is over and the run is not: recover. */
export interface WireStreamInterrupted extends WireEnvelope {
  readonly type: 'system.stream_interrupted'
  readonly last_seq_num?: number | null
  readonly reason?: string | null
  readonly retry_after_ms?: number | null
}
export interface WireWorkflowStarted extends WireEnvelope {
  readonly type: 'workflow.started'
  readonly workflow_id: string
  readonly name: string
}
/** What each event of a step carries. */
export interface WireStepEnvelope extends WireEnvelope {
  readonly workflow_id?: string | null
  readonly step_id: string
  /** `main`, as when it is left out, or the name of a companion lane. */
  readonly lane?: string | null
  /** False where the server would not run the step again. */
  readonly can_retry?: boolean
  /** `scripted`: no real model was asked. */
  readonly judged_by?: string | null
}
export interface WireStepStarted extends WireStepEnvelope {
  readonly type: 'workflow.step_started'
  readonly message: string
}
export interface WireInterventionRequired extends WireStepEnvelope {
  readonly type: 'workflow.intervention_required'
  readonly message: string
  /** A list of `WireDataPoint`, taken as it comes: the core decodes it, for every wire alike. */
  readonly data_points: unknown
}
export interface WireStepCompleted extends WireStepEnvelope {
  readonly type: 'workflow.step_completed'
}
export interface WireStepFailed extends WireStepEnvelope {
  readonly type: 'workflow.step_failed'
  readonly error: string
}
export interface WireWorkflowCompleted extends WireEnvelope {
  readonly type: 'workflow.completed'
  readonly workflow_id: string
}
/** The workflow stopped as a whole; a retry may revive it. */
export interface WireWorkflowFailed extends WireEnvelope {
  readonly type: 'workflow.failed'
  readonly workflow_id: string
  readonly error?: string | null
}
/** A person stopped it. */
export interface WireWorkflowCancelled extends WireEnvelope {
  readonly type: 'workflow.cancelled'
  readonly workflow_id: string
}

/** Every event that a server of this wire sends. */
export type ServedEvent =
  | WireProcessingStarted
  | WireProcessingFinished
  | WireSkillRunning
  | WireSkillCompleted
  | WireSkillStopped
  | WireSkillFailed
  | WireSkillConfirmationRequired
  | WireBusinessApprovalRequired
  | WireAuthRequired
  | WireAuthSuccess
  | WireAuthFailed
  | WireAgentMessage
  | WirePing
  | WireStreamInterrupted
  | WireWorkflowStarted
  | WireStepStarted
  | WireInterventionRequired
  | WireStepCompleted
  | WireStepFailed
  | WireWorkflowCompleted
  | WireWorkflowFailed
  | WireWorkflowCancelled

export type WireEventName = ServedEvent['type']

/** An event of a name that is not known here, or a known one that lacks what it cannot be without. */
export interface WireUnknownEvent extends WireEnvelope {
  readonly type: 'unknown'
  readonly name: string
  readonly payload: unknown
  /** What a known event lacked; `null` for an unknown name. */
  readonly problem: string | null
}

/** What decoding gives. */
export type WireEvent = ServedEvent | WireUnknownEvent
