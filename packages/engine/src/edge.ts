import type { Condition } from './condition.ts'
import type { JsonObject } from './json.ts'

/**
 * - `direct`: goes on at once; a node has one at most.
 * - `conditional`: goes on if its condition holds; asked in the order of priority, before the direct one.
 * - `companion`: starts a lane of its own beside the lane that goes on, and blocks nothing.
 * - `true`, `false`: the two ways out of a node that decides (decision, approval, connection), and the way out of a
 *   failed step whose failure does not stop the run (`false`).
 */
export type EdgeType = 'direct' | 'conditional' | 'companion' | 'true' | 'false'

/** A sentence that a model judges against the conversation, or a condition that is computed. */
export type EdgeCondition = string | Condition

export interface Edge {
  /** Unique in its version. */
  readonly id: string
  /** The ids of two nodes. */
  readonly source: string
  readonly target: string
  readonly type: EdgeType
  /** Of a conditional edge. */
  readonly condition?: EdgeCondition
  /** Of a conditional edge: the smallest number is asked first, equals in the order of the list. Default 0. */
  readonly priority?: number
  /** What a document said of it beside; kept as it is, and read by nothing. */
  readonly extra?: JsonObject
}
