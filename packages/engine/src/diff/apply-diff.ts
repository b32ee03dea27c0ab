import type { Json } from '../json.ts'
import type { WorkflowGraph } from '../workflow.ts'
import type { Change, FieldChange } from './change.ts'
import { withField } from './field-changes.ts'
import { renameNodes } from './rename-nodes.ts'

/**
 * The graph after these changes: `applyDiff(before, diffGraphs(before, after))` is `after`, up to positions and the
 * order of its lists. A change of what is not there changes nothing.
 */
export const applyDiff = (graph: WorkflowGraph, changes: readonly Change[]): WorkflowGraph =>
  changes.reduce(apply, graph)

function apply(graph: WorkflowGraph, change: Change): WorkflowGraph {
  switch (change.type) {
    case 'renamed':
      return rename(graph, change)
    case 'removed':
      return change.part === 'node'
        ? { ...graph, nodes: without(graph.nodes, change.id) }
        : { ...graph, edges: without(graph.edges, change.id) }
    case 'added':
      return change.part === 'node'
        ? { ...graph, nodes: [...graph.nodes, change.value] }
        : { ...graph, edges: [...graph.edges, change.value] }
    case 'changed':
      return changeField(graph, change)
  }
}

function rename(graph: WorkflowGraph, change: Change & { readonly type: 'renamed' }): WorkflowGraph {
  const { id, to } = change
  if (change.part === 'node') return renameNodes(graph, new Map([[id, to]]))
  return { ...graph, edges: graph.edges.map((edge) => (edge.id === id ? { ...edge, id: to } : edge)) }
}

const without = <Value extends { readonly id: string }>(
  values: readonly Value[],
  id: string,
): readonly Value[] => values.filter((each) => each.id !== id)

function changeField(graph: WorkflowGraph, change: Change & { readonly type: 'changed' }): WorkflowGraph {
  switch (change.part) {
    case 'node':
      return {
        ...graph,
        nodes: graph.nodes.map((each) => (each.id === change.id ? changed(each, change) : each)),
      }
    case 'edge':
      return {
        ...graph,
        edges: graph.edges.map((each) => (each.id === change.id ? changed(each, change) : each)),
      }
    case 'settings':
    case 'extra':
      return changed(graph, { ...change, path: [change.part, ...change.path] })
  }
}

// A change was made of two values of this type, so that what comes out is one as well.
const changed = <Value extends object>(value: Value, { path, after }: FieldChange): Value =>
  withField(value as unknown as Json, path, after) as unknown as Value
