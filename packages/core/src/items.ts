import type { Attachment } from './attachment.ts'
import type { AuthLink, ParameterSchema } from './events.ts'
import type { DataPoint } from './form.ts'
import type { AttemptId, CallId, IntentId, MessageId, RunId, StepId, WorkflowId } from './ids.ts'
import type { ReplyAction } from './reply-action.ts'

/** How an intent of this client stands. `unknown`: it may have arrived; it is looked up before it is sent again. */
export type IntentStatus = 'queued' | 'sending' | 'unknown' | 'sent' | 'failed'

/** What the person did about an item and how far that came. */
export interface Submission {
  readonly intentId: IntentId
  readonly status: IntentStatus
  /** For decisions: what was chosen. */
  readonly choice: 'approved' | 'rejected' | null
  /** A sentence for the person, when the status is `failed` or `unknown`. */
  readonly problem: string | null
  /** A form's problems by data point key, as the backend told them. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>
}

interface ItemBase {
  /** Names the item on the page and in tests. */
  readonly id: string
  /** Stays the same when `id` changes (a message that the backend has named meanwhile): React's key. */
  readonly key: string
  readonly runId: RunId | null
  /** Server time in milliseconds; `null` for what no server time is known of. */
  readonly at: number | null
}

export interface MessageItem extends ItemBase {
  readonly kind: 'message'
  readonly role: 'user' | 'agent'
  readonly messageId: MessageId | null
  /** Markdown for an agent, plain text for a user. */
  readonly text: string
  /** `pending`: only this client knows it. `streaming`: more text will come. */
  readonly status: 'complete' | 'pending' | 'streaming'
  /** The files that came with it; left out, there are none. */
  readonly attachments?: readonly Attachment[]
  /** Links and buttons below it; left out, there are none. Only the wire's own field makes them, never its text. */
  readonly actions?: readonly ReplyAction[]
  /** The scripted model wrote or judged it: no real model was asked. */
  readonly isScripted?: boolean
  readonly submission: Submission | null
}

/** `unknown`: the turn ended and nobody said how this one went. */
export type SkillStatus = 'running' | 'completed' | 'failed' | 'unknown'

export interface SkillItem extends ItemBase {
  readonly kind: 'skill'
  readonly skillName: string
  readonly skillId: string | null
  /** The how-manieth use of this skill in its run, from 1. */
  readonly occurrence: number
  readonly status: SkillStatus
  readonly error: string | null
  /** Server times in milliseconds, where the wire told them. */
  readonly startedAt: number | null
  readonly endedAt: number | null
}

/**
 * `resolved`: no longer waiting, and the wire did not say which way. `expired`: nobody answered in time. `changed`: what
 * was shown is not what the backend would run; it asks anew under another call.
 */
export type ApprovalStatus =
  | 'awaiting'
  | 'approved'
  | 'rejected'
  | 'resolved'
  | 'expired'
  | 'changed'
  | 'running'
  | 'completed'
  | 'failed'
  | 'unknown'

export interface ApprovalItem extends ItemBase {
  readonly kind: 'approval'
  readonly callId: CallId
  readonly scope: 'skill' | 'business'
  readonly skillName: string
  readonly skillId: string | null
  readonly occurrence: number
  readonly parameters: Readonly<Record<string, unknown>>
  readonly schema: readonly ParameterSchema[]
  /** Server time in milliseconds from which no decision is taken any more, where the wire says. */
  readonly expiresAt?: number | null
  /** What this client's person approved in the place of `parameters`; `null` for those as they were asked. */
  readonly edited?: Readonly<Record<string, unknown>> | null
  readonly status: ApprovalStatus
  readonly by: 'me' | 'elsewhere' | null
  readonly error: string | null
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly submission: Submission | null
}

/** `closed`: the turn went on without it. */
export type ConnectionStatus = 'auth-required' | 'failed' | 'authorized' | 'skipped' | 'closed'

export interface ConnectionItem extends ItemBase {
  readonly kind: 'connection'
  readonly attemptId: AttemptId
  readonly status: ConnectionStatus
  /** Nobody told `authorized`: the reply that followed says that nothing is waited for any more. */
  readonly isInferred?: true
  readonly link: AuthLink | null
  readonly error: string | null
  readonly submission: Submission | null
}

/** `unknown`: the workflow is over and nobody said how this one went. `cancelled`: it was stopped under way. */
export type StepStatus =
  | 'pending'
  | 'running'
  | 'awaiting-input'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'unknown'

export interface WorkflowStep {
  readonly stepId: StepId
  readonly message: string
  readonly status: StepStatus
  readonly error: string | null
  /** How often it was started, from 1. */
  readonly attempts: number
  /** The companion lane that it runs in, beside the main lane's steps; `null`: the main lane. */
  readonly lane: string | null
  /** False where the backend would not run it again; left out, nobody said. */
  readonly canRetry?: boolean
  /** The scripted model judged it. */
  readonly isScripted?: boolean
}

/** `ended`: it is over and nobody said how. `halted`: a step, or all of it, failed and nothing goes on. */
export type WorkflowStatus = 'running' | 'awaiting-input' | 'completed' | 'halted' | 'cancelled' | 'ended'

export interface WorkflowItem extends ItemBase {
  readonly kind: 'workflow'
  readonly workflowId: WorkflowId | null
  readonly name: string
  readonly status: WorkflowStatus
  /** Why it halted, where no step of it says so; left out, nobody said. */
  readonly error?: string
  /** The main lane's in their order; a companion's follow the step that they started beside. */
  readonly steps: readonly WorkflowStep[]
  /** A retry or a cancellation under way. */
  readonly submission: Submission | null
}

export type FormStatus = 'awaiting' | 'submitted' | 'closed'

/** A step's form. It stays in the thread, closed, after it was answered. */
export interface FormItem extends ItemBase {
  readonly kind: 'form'
  readonly workflowId: WorkflowId | null
  readonly workflowName: string
  readonly stepId: StepId
  readonly message: string
  readonly dataPoints: readonly DataPoint[]
  /** A sentence for each field that could not be drawn. */
  readonly problems: readonly string[]
  /** How often the step asked, from 1: an answer counts for the round in which it was given. */
  readonly round: number
  readonly status: FormStatus
  readonly submission: Submission | null
  /** What this client sent, without secrets; `null` when it was answered elsewhere. */
  readonly answers: Readonly<Record<string, unknown>> | null
}

/** A line of the thread that is nobody's message, such as the edge before which events have expired. */
export interface NoticeItem extends ItemBase {
  readonly kind: 'notice'
  readonly notice: 'events-expired' | 'conversation-closed'
}

export type Item =
  | MessageItem
  | SkillItem
  | ApprovalItem
  | ConnectionItem
  | WorkflowItem
  | FormItem
  | NoticeItem
export type ItemKind = Item['kind']

/** The one derived answer to "what is going on". */
export type Phase =
  | 'idle'
  | 'sending'
  | 'ai-running'
  | 'skill-running'
  | 'awaiting-approval'
  | 'awaiting-connection'
  | 'awaiting-input'
  | 'failed'

/** How the session hears of the conversation; never part of the timeline. */
export type Link = 'live' | 'recovering' | 'offline'
