import type { Edge } from '../edge.ts'
import type { Json } from '../json.ts'
import type { WorkflowNode } from '../workflow.ts'

/** Keys and places of lists, from the part's own fields on: `['config', 'headers', 0, 'value']`. */
export type FieldPath = readonly (string | number)[]

/** One field that is not what it was; a side is missing where the field is. */
export interface FieldChange {
  readonly path: FieldPath
  readonly before?: Json
  readonly after?: Json
}

/**
 * One difference between two graphs. `renamed` is the same node or edge under another id: edges follow their nodes.
 * `changed` is one field, of a node or an edge (an edge whose `source` or `target` changed was moved), of the settings,
 * or of what a document said beside.
 */
export type Change =
  | { readonly type: 'added'; readonly part: 'node'; readonly id: string; readonly value: WorkflowNode }
  | { readonly type: 'added'; readonly part: 'edge'; readonly id: string; readonly value: Edge }
  | { readonly type: 'removed'; readonly part: 'node'; readonly id: string; readonly value: WorkflowNode }
  | { readonly type: 'removed'; readonly part: 'edge'; readonly id: string; readonly value: Edge }
  | { readonly type: 'renamed'; readonly part: 'node' | 'edge'; readonly id: string; readonly to: string }
  | (FieldChange & { readonly type: 'changed'; readonly part: 'node' | 'edge'; readonly id: string })
  | (FieldChange & { readonly type: 'changed'; readonly part: 'settings' | 'extra' })
