import type { Edge } from './edge.ts'
import type { JsonObject } from './json.ts'
import type { WorkflowSettings } from './settings.ts'

/** Where a node lies on a canvas, in pixels. Nothing that runs depends on it. */
export interface Position {
  readonly x: number
  readonly y: number
}

/**
 * One step of a workflow, or its trigger. `type` is a word of `nodeKinds`, whose schema `config` has to satisfy; a
 * node of any other type is kept as it is, told by `validateWorkflow`, and fails when a run reaches it.
 */
export interface WorkflowNode {
  /** Unique in its version. */
  readonly id: string
  readonly type: string
  /** What a person reads: on the canvas, and while the step is under way. */
  readonly name: string
  readonly config: JsonObject
  readonly position?: Position
  /** What a document said of it beside; kept as it is, and read by nothing. */
  readonly extra?: JsonObject
}

/** What one version of a workflow says: a graph, as plain JSON. */
export interface WorkflowGraph {
  readonly nodes: readonly WorkflowNode[]
  readonly edges: readonly Edge[]
  readonly settings: WorkflowSettings
  /** What a document said beside; kept as it is, and read by nothing. */
  readonly extra?: JsonObject
}

/** A version of a workflow as a run executes it. A run keeps its own, whatever is edited or activated later. */
export interface Workflow extends WorkflowGraph {
  readonly id: string
  readonly name: string
  /** Counts a workflow's versions from 0. */
  readonly version: number
}
