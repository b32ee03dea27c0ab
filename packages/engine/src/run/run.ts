import type { Json, JsonObject } from '../json.ts'
import type { Question } from '../question.ts'
import type { Workflow } from '../workflow.ts'

/** `production`: a trigger fired; `test`: from an editor, with sample data; `manual`: somebody asked for it. */
export type RunMode = 'production' | 'test' | 'manual'

/**
 * `queued`: has not begun, waits for a slot. `waiting`: every lane waits for a person, a delay or nothing at all can
 * be done by the host. `failed`: a step failed, and only a retry or a cancellation goes on.
 */
export type RunStatus = 'queued' | 'running' | 'waiting' | 'failed' | 'completed' | 'cancelled'

/** `choosing`: the node is done, and a model judges which edge is followed. */
export type StepStatus = 'running' | 'asking' | 'sleeping' | 'choosing' | 'completed' | 'failed' | 'cancelled'

/** One visit of a node. */
export interface Step {
  /** The node's id; from the second visit on with its number, `lookup#2`. */
  readonly id: string
  readonly nodeId: string
  /** The lane that it runs in. */
  readonly laneId: string
  readonly status: StepStatus
  /** Whether the node has done its work: what may still be open, or have failed, is which edge is followed. */
  readonly isDone: boolean
  /** How often it was begun. An answer that names an older attempt is ignored. */
  readonly attempt: number
  /** What the node was given, rendered, secrets as their names. */
  readonly input: Json
  readonly output: Json
  readonly error: string | null
  /** What a person is asked while it is `asking`. */
  readonly question: Question | null
  /** Milliseconds since 1970 at which it wakes, its question expires, or what it waits for took too long. */
  readonly wakesAt: number | null
  readonly startedAt: number
  readonly endedAt: number | null
}

/** A place in the graph that goes on by itself: `main`, and one for each companion edge that was followed. */
export interface Lane {
  readonly id: string
  /** The step that it is at; `null` when it is over, or between two. */
  readonly stepId: string | null
  /** The node that it begins as soon as the run goes on: it stands while the run is failed. */
  readonly next: string | null
}

/** One execution of a workflow, as plain JSON. */
export interface Run {
  readonly id: string
  readonly workflow: Workflow
  readonly mode: RunMode
  readonly status: RunStatus
  /** What started it: the event's data, read as `trigger.…`. */
  readonly trigger: JsonObject
  /** Variables that were given or that nodes set; they win over global ones, but never over a secret. */
  readonly variables: JsonObject
  /** The team's global variables when the run began, without the values of secrets. */
  readonly globals: JsonObject
  readonly secretNames: readonly string[]
  /** How often this workflow was started before, this run included. */
  readonly invokeCount: number
  readonly lanes: readonly Lane[]
  /** Every visit, in the order of their beginnings. */
  readonly steps: readonly Step[]
  /** Of the failed step, or of the budget that was used up. */
  readonly error: string | null
  /** The number of its newest event; 0 before the first. */
  readonly seq: number
  /** Milliseconds since 1970, as the host's clock told them. */
  readonly createdAt: number
  readonly startedAt: number | null
  readonly endedAt: number | null
  /** Milliseconds in which the host had something to do for it, and since when it has now. */
  readonly activeMs: number
  readonly activeSince: number | null
}

/** What a run is made of. */
export interface RunSeed {
  readonly id: string
  readonly workflow: Workflow
  readonly mode: RunMode
  readonly trigger: JsonObject
  readonly variables: JsonObject
  readonly globals: JsonObject
  readonly secretNames: readonly string[]
  readonly invokeCount: number
}
