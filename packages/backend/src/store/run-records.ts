import type { Effect, Json, JsonObject, Rendered, Run } from '@threadwork/engine'
import type { RecordBase } from './record-base.ts'

/** Where a run stands with the slots of its team: it has one, waits for one in turn, or needs none now. */
export type SlotState = 'held' | 'queued' | 'none'

/** One execution of a workflow; its parent is the workflow. Labelled by its slot while it has or wants one. */
export interface RunRecord extends RecordBase {
  readonly teamId: string
  readonly conversationId: string | null
  readonly run: Run
  readonly slot: SlotState
  /** Its turn among those that wait for a slot, the smallest first; `null` while it does not wait. */
  readonly turn: number | null
  /** Why it waits for a slot, as a sentence with the limit; `null` while it does not. */
  readonly queuedBecause: string | null
  readonly idempotencyKey: string | null
  /** The journaled effects that have no answer yet, by key. */
  readonly openEffects: readonly string[]
}

/** What the host answered to an effect. */
export type EffectAnswer =
  | { readonly type: 'succeeded'; readonly output: Json }
  | { readonly type: 'failed'; readonly error: string }
  | { readonly type: 'chosen'; readonly edgeId: string | null }
  /** The step was over before the answer came: cancelled, timed out, or begun anew. */
  | { readonly type: 'dropped' }

/** An effect that needs the world; its id is the effect's key, its parent the run. Labelled `open` until it is answered. */
export interface EffectRecord extends RecordBase {
  readonly effect: Extract<Effect, { readonly type: 'perform' | 'choose-edge' }>
  readonly status: 'pending' | 'sent' | 'answered'
  /** How often it was sent, each time under the same key. */
  readonly sends: number
  readonly answer: EffectAnswer | null
}

/** When a run is to be woken; its id is `<run>:<step>:<attempt>`, its parent the run. It is taken away when it fires. */
export interface AlarmRecord extends RecordBase {
  readonly stepId: string
  readonly attempt: number
  /** Milliseconds since 1970. */
  readonly dueAt: number
}

export type Channel = 'webchat' | 'whatsapp' | 'instagram' | 'facebook' | (string & {})

/** What is known of a conversation beside its messages; its id is the conversation's, its parent the team. */
export interface FactsRecord extends RecordBase {
  /** Whose conversation it is: the contact. */
  readonly userId: string
  readonly status: 'open' | 'resolved'
  readonly labels: readonly string[]
  readonly channel: Channel
  readonly isStarred: boolean
  readonly assignee: { readonly to: 'human' | 'ai'; readonly name: string } | null
  /** Whether it was handed to people, and they are not done with it; left out until it was. */
  readonly isEscalated?: boolean
  /** A stretch of talk: a new one begins with the first message after a long silence. */
  readonly session: { readonly id: string; readonly memory: JsonObject }
  readonly signals: readonly string[]
  /** Nobody has written in it yet. */
  readonly isNew: boolean
  /** When somebody wrote last, in milliseconds since 1970. */
  readonly lastActiveAt: number
  /** When the conversation ended, in milliseconds since 1970; a message takes it up again. */
  readonly endedAt: number | null
}

/** What a team remembers of a person; its id is `<team>:<user>`, its parent the team. */
export interface ContactRecord extends RecordBase {
  readonly userId: string
  readonly memory: JsonObject
}

/** A conversation that was handed to people; its parent is the team. */
export interface EscalationRecord extends RecordBase {
  readonly runId: string
  readonly conversationId: string | null
  /** Who is to take it, in the workflow's words. */
  readonly team: string | null
  readonly note: string
  readonly contact: JsonObject
  /** Oldest first; empty where the workflow leaves it out. */
  readonly transcript: readonly {
    readonly from: 'person' | 'agent'
    readonly text: string
    readonly at: number
  }[]
  /** What was known of conversation, contact and session. */
  readonly context: JsonObject
  readonly status: 'open' | 'closed'
}

/** Whose a run is; its id is the run's, its parent the team. */
export type TeamRunRecord = RecordBase

/** That something was started under a key; its parent is the workflow. It is forgotten after a week. */
export interface StartKeyRecord extends RecordBase {
  readonly runId: string
}

/** One event on its way to one address. Its id stays the same however often it is sent. */
export interface Delivery {
  /** `msg_…`: the receiver sees it as `webhook-id`. */
  readonly id: string
  readonly teamId: string
  readonly workflowId: string
  readonly runId: string
  readonly stepId: string
  readonly event: string
  /** Where it goes, without path or query: those may be secret. */
  readonly host: string
  readonly status: 'sending' | 'delivered' | 'failed'
  /** How many requests it took so far. */
  readonly attempts: number
  /** The receiver’s last HTTP status; `null` when it gave none. */
  readonly responseStatus: number | null
  readonly error: string | null
  /** Milliseconds since 1970. */
  readonly at: number
  readonly endedAt: number | null
}

/** A delivery; its parent is the team. */
export interface DeliveryRecord extends RecordBase {
  readonly delivery: Delivery
}

/** A message that reached nobody’s telephone, for a developer to read. */
export interface KeptSms {
  readonly teamId: string
  /** E.164: `+4915112345678`. */
  readonly to: string
  readonly text: string
  /** Names the attempt. */
  readonly key: string
  readonly messageId: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A message that the development provider kept; its parent is the team, its id names the attempt. */
export interface SmsRecord extends RecordBase {
  readonly message: KeptSms
}

/** How the newest production runs of a workflow ended, and whom that was told; its id is the workflow's, its parent the team. Labelled `open` until a call is answered. */
export interface ErrorRateRecord extends RecordBase {
  /** Oldest first, at most `runs` of them. */
  readonly outcomes: readonly { readonly runId: string; readonly isFailed: boolean }[]
  readonly runs: number
  /** Whether the hook was called and the workflow has not recovered since. */
  readonly isRaised: boolean
  /** The newest call of the hook; `null` before the first. */
  readonly call: {
    readonly key: string
    readonly runId: string
    readonly url: Rendered
    readonly payload: JsonObject
    readonly status: 'pending' | 'delivered' | 'failed'
    readonly sends: number
    readonly error: string | null
    readonly at: number
  } | null
}

/** The collections of runs and of what they work on. */
export interface RunRecords {
  readonly runs: RunRecord
  readonly effects: EffectRecord
  readonly alarms: AlarmRecord
  readonly facts: FactsRecord
  readonly contacts: ContactRecord
  readonly escalations: EscalationRecord
  readonly teamRuns: TeamRunRecord
  readonly startKeys: StartKeyRecord
  readonly deliveries: DeliveryRecord
  readonly smsMessages: SmsRecord
  readonly errorRates: ErrorRateRecord
}
