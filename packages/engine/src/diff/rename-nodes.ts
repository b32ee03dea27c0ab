import type { WorkflowGraph } from '../workflow.ts'

/** A graph whose nodes have other ids; edges follow. */
export function renameNodes(graph: WorkflowGraph, renames: ReadonlyMap<string, string>): WorkflowGraph {
  const nameOf = (id: string): string => renames.get(id) ?? id
  return {
    ...graph,
    nodes: graph.nodes.map((node) => ({ ...node, id: nameOf(node.id) })),
    edges: graph.edges.map((edge) => ({ ...edge, source: nameOf(edge.source), target: nameOf(edge.target) })),
  }
}
