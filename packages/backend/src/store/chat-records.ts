import type { ReplyAction } from '@threadwork/engine'
import type { ServedEvent, WireParameterSchema } from '@threadwork/headless/wire'
import type { Skill } from '../agent/skill.ts'
import type { AgentMemory } from '../agent/agent-memory.ts'
import type { WireName } from '../agent/scenarios/scenario.ts'
import type { RecordBase } from './record-base.ts'

/** Its parent is its owner. */
export interface ConversationRecord extends RecordBase {
  /** The owner's team when it began; left out by those that had none. */
  readonly teamId?: string
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
  /** What can be pressed under it. */
  readonly actions?: readonly ReplyAction[]
  /** No real model wrote it. */
  readonly judgedBy?: 'scripted'
  /** The run that said it, or `model` for the agent's own; left out for what a person or the host said. */
  readonly saidBy?: string
}

/** An event as it went out. `workflow_seq` counts a workflow's own events, as the hub's `seq` does. */
export type TurnEvent = ServedEvent & { readonly workflow_seq?: number }

export interface EventRecord extends RecordBase {
  readonly runId: string
  readonly event: TurnEvent
}

/** What happens between a message, or an event, and the quiet after it: one run of the Headless API. Its parent is the conversation. */
export interface TurnRecord extends RecordBase {
  /** `waiting`: for the person. `left`: it waited for a connection, and another turn went on in its place. */
  readonly status: 'running' | 'waiting' | 'ended' | 'left'
  /** What the person is asked, or that a workflow's card is under way. */
  readonly waiting: 'approval' | 'connection' | 'workflow' | null
  /** The way that its message came; `null` for a turn that nobody's message began. */
  readonly wire: WireName | null
  /** Whether it is still being found out what answers: until then it does not end, whatever its runs do. */
  readonly isChoosing: boolean
  /** The runs that it tells. */
  readonly runIds: readonly string[]
  /** What a model was told and answered so far; `null` where no model answers. */
  readonly agent: AgentMemory | null
  /** The number of its newest event. */
  readonly seq: number
  readonly runningSkills: readonly Skill[]
  /** Its events are neither streamed nor kept: only its messages show. */
  readonly isHidden: boolean
}

/** In which turn a run is told; its id is the run's, its parent the conversation. */
export interface TellingRecord extends RecordBase {
  readonly turnId: string
  readonly teamId: string
  /** The number of the newest event of its card, on both wires. */
  readonly seq: number
  /** Whether its card was begun. */
  readonly hasCard: boolean
}

export interface ApprovalRecord extends RecordBase {
  readonly teamId: string
  readonly runId: string
  readonly stepId: string
  readonly scope: 'skill' | 'business'
  readonly skill: Skill
  readonly parameters: Readonly<Record<string, unknown>>
  readonly schema: readonly WireParameterSchema[]
  /** `replaced`: the person was shown something else, and is asked anew under another id. `over`: the run did not wait for it. */
  readonly status: 'pending' | 'approved' | 'rejected' | 'expired' | 'replaced' | 'over'
  readonly reason: string | null
  /** Who decided; left out before. */
  readonly by?: string
  /** Milliseconds since 1970 from when no decision is taken; `null` without an end. */
  readonly expiresAt: number | null
}

export interface AttemptRecord extends RecordBase {
  readonly teamId: string
  readonly runId: string
  readonly stepId: string
  readonly connector: string
  readonly status: 'pending' | 'authorized' | 'denied' | 'skipped'
  /** Opens the consent page; worth nothing once the attempt is settled. */
  readonly token: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
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

/** The collections of what people see. */
export interface ChatRecords {
  readonly conversations: ConversationRecord
  readonly messages: MessageRecord
  readonly events: EventRecord
  readonly turns: TurnRecord
  readonly tellings: TellingRecord
  readonly approvals: ApprovalRecord
  readonly attempts: AttemptRecord
  readonly files: FileRecord
  readonly feedback: FeedbackRecord
  readonly keys: KeyRecord
}
