import type { ServedEvent, WireParameterSchema } from '@threadwork/headless/wire'
import type { Run } from '@threadwork/engine/linear'
import type { Beat } from '../turn/beat.ts'
import type { Skill } from '../turn/skill.ts'
import type { LibraryRecords } from './library-records.ts'
import type { RecordBase } from './record-base.ts'
import type { RunRecords } from './run-records.ts'

export interface ConversationRecord extends RecordBase {
  readonly topic: string | null
  readonly updatedAt: number
  /** The name of its newest event. */
  readonly lastEvent: string | null
  /** Its newest turn. */
  readonly turnId: string | null
}

export interface MessageRecord extends RecordBase {
  readonly source: 'user' | 'genie'
  readonly content: string
  readonly runId: string | null
  readonly clientMessageId: string | null
  readonly fileId: string | null
}

/** An event as it went out. `workflow_seq` counts a workflow's own events, as the hub's `seq` does. */
export type RunEvent = ServedEvent & { readonly workflow_seq?: number }

export interface EventRecord extends RecordBase {
  readonly runId: string
  readonly event: RunEvent
}

/** What a turn waits for, and what it does then. */
export type Waiting =
  | { readonly type: 'approvals'; readonly callIds: readonly string[] }
  | {
      readonly type: 'connection'
      readonly attemptId: string
      readonly authorized: readonly Beat[]
      readonly denied: readonly Beat[]
      readonly skipped: readonly Beat[]
    }
  | {
      readonly type: 'workflow'
      readonly workflowId: string
      readonly completed: readonly Beat[]
      readonly cancelled: readonly Beat[]
    }

export interface TurnRecord extends RecordBase {
  /** `left`: it waited for a connection, and another run went on in its place. */
  readonly status: 'running' | 'waiting' | 'ended' | 'left'
  /** What is still to be done; all that a restart needs to go on. */
  readonly todo: readonly Beat[]
  readonly waiting: Waiting | null
  /** The number of its newest event. */
  readonly seq: number
  readonly runningSkills: readonly Skill[]
  /** Its events are neither streamed nor kept: only its messages show. */
  readonly isHidden: boolean
}

export interface ApprovalRecord extends RecordBase {
  readonly turnId: string
  readonly scope: 'skill' | 'business'
  readonly skill: Skill
  readonly parameters: Readonly<Record<string, unknown>>
  readonly schema: readonly WireParameterSchema[]
  /** `replaced`: the person was shown something else, and is asked anew under another id. */
  readonly status: 'pending' | 'approved' | 'rejected' | 'expired' | 'replaced'
  readonly reason: string | null
  /** Milliseconds since 1970 from when no decision is taken; `null` without an end. */
  readonly expiresAt: number | null
  readonly approved: readonly Beat[]
  readonly rejected: readonly Beat[]
}

export interface AttemptRecord extends RecordBase {
  readonly turnId: string
  readonly connector: string
  readonly status: 'pending' | 'authorized' | 'denied' | 'skipped'
  /** Opens the consent page; worth nothing once the attempt is settled. */
  readonly token: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

export interface WorkflowRecord extends RecordBase {
  readonly turnId: string
  readonly run: Run
}

export interface FileRecord extends RecordBase {
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

export interface FeedbackRecord extends RecordBase {
  readonly runId: string
  readonly reaction: 'positive' | 'negative'
  readonly comment: string | null
}

/** An idempotency key that was used, and what it was answered with. */
export interface KeyRecord extends RecordBase {
  readonly answer: Readonly<Record<string, unknown>>
}

/** Every collection by name. */
export interface Records extends LibraryRecords, RunRecords {
  readonly conversations: ConversationRecord
  readonly messages: MessageRecord
  readonly events: EventRecord
  readonly turns: TurnRecord
  readonly approvals: ApprovalRecord
  readonly attempts: AttemptRecord
  readonly workflows: WorkflowRecord
  readonly files: FileRecord
  readonly feedback: FeedbackRecord
  readonly keys: KeyRecord
}

export type Collection = keyof Records
