import type {
  JsonObject,
  RunEvent,
  RunInput,
  RunMode,
  RunStatus,
  Verdict,
  Workflow,
} from '@threadwork/engine'
import type { RunRecord } from '../store/run-records.ts'

/** What a run is started with. `workflow.id` names whose run it is. */
export interface StartRequest {
  readonly teamId: string
  readonly workflow: Workflow
  readonly mode: RunMode
  /** The data of the event that started it, read as `trigger.…`. */
  readonly trigger: JsonObject
  readonly variables: JsonObject
  /** The team's global variables, without the values of secrets. */
  readonly globals: JsonObject
  readonly secretNames: readonly string[]
  readonly conversationId: string | null
  /** A second start of the same team, workflow and key gives the first one's run. */
  readonly idempotencyKey: string | null
}

/** Which runs are wanted; what is left out does not narrow. Newest first. */
export interface RunFilter {
  readonly teamId: string
  readonly workflowId?: string
  readonly conversationId?: string
  readonly status?: RunStatus
  readonly mode?: RunMode
}

/** An event of a run and whose it is. `record` is the run as it was kept with the event. */
export interface ToldRunEvent {
  readonly teamId: string
  readonly conversationId: string | null
  readonly runId: string
  readonly record: RunRecord
  readonly event: RunEvent
}

export type RunListener = (told: ToldRunEvent) => void

/**
 * Runs workflows so that a process may die at any moment: every transition is kept in one transaction with what it asks
 * for, an effect is journaled before it is sent and when it is answered, and is sent twice at most, under one key.
 */
export interface Runner {
  /** Keeps a new run and begins it as soon as it has a slot. */
  start(request: StartRequest): RunRecord
  /** A run of this team; `null` for everybody else's. */
  get(teamId: string, runId: string): RunRecord | null
  /** Gives a run what a person answered or decided; `null` when it is not a run of this team. */
  input(teamId: string, runId: string, input: RunInput): Verdict | null
  cancel(teamId: string, runId: string): Verdict | null
  /** Begins a failed step anew; without a name, the one that failed last. */
  retry(teamId: string, runId: string, stepId?: string): Verdict | null
  list(filter: RunFilter): readonly RunRecord[]
  /** Cancels the runs of a workflow and takes them away with all that belongs to them; gives their number. */
  forget(teamId: string, workflowId: string): number
  /** Calls back after an event was kept; returns the way to stop. What it throws is reported and changes nothing. */
  onEvent(listener: RunListener): () => void
  /** The same, inside the transaction: what the listener keeps is kept with the event, or neither is. It must not throw. */
  onKeep(listener: RunListener): () => void
  /** Gives free slots to whoever waits, for when a limit was raised. */
  sweep(): void
  /** Takes up everything that the store holds: sends what was not answered, arms alarms, fires those that are overdue. */
  resume(): void
  /** Stops alarms and aborts what is under way; it is taken up at the next `resume`. */
  close(): void
}
