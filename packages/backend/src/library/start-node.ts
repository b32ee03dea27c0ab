import type { WorkflowGraph } from '@threadwork/engine'
import { triggerOf } from './trigger-of.ts'

/**
 * A graph with a beginning. Seed 002 knows no triggers: its workflows begin at the node that nothing leads to, when
 * somebody asks for it. A graph without a trigger is therefore judged and run with a manual one before that node.
 */
export function withStart(graph: WorkflowGraph): WorkflowGraph {
  const first = triggerOf(graph)
    ? undefined
    : graph.nodes.find(({ id }) => graph.edges.every((edge) => edge.target !== id))
  if (!first) return graph
  const id = freeId(graph)
  return {
    ...graph,
    // Behind the others, so that the places of problems stay right.
    nodes: [...graph.nodes, { id, type: 'manual', name: 'Start', config: {} }],
    edges: [...graph.edges, { id, source: id, target: first.id, type: 'direct' }],
  }
}

function freeId({ nodes, edges }: WorkflowGraph): string {
  const taken = new Set([...nodes, ...edges].map(({ id }) => id))
  let id = 'start'
  while (taken.has(id)) id = `${id}-`
  return id
}
