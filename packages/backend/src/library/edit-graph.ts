import type { Edge, JsonObject, WorkflowGraph, WorkflowNode } from '@threadwork/engine'
import { quote } from '../conversation.ts'
import { notFound } from '../problem.ts'
import type { DefinitionRecord, DialectName } from '../store/library-records.ts'
import { MAX_EDGES, MAX_NODES } from './graph-limits.ts'
import type { EdgeDocument, GraphDocument, NodeDocument } from './graph-shape.ts'
import { readGraph } from './graph-words.ts'
import type { LibraryContext } from './library-context.ts'
import { conflict, refuseField } from './refusal.ts'
import { changeVersion } from './versions.ts'
import { changeDefinition, readVersion } from './workflow-access.ts'

/** Which graph of a workflow is meant: a version by its number, or the draft. */
export type GraphName = number | 'draft'

/** What a version or the draft says. */
export const graphOf = (
  library: LibraryContext,
  definition: DefinitionRecord,
  name: GraphName,
): WorkflowGraph => (name === 'draft' ? definition.draft : readVersion(library, definition, name).graph)

/** Puts another graph in its place, at once and for good: this is the autosave of the draft (I39), and how any version is edited (I49). */
export function replaceGraph(
  library: LibraryContext,
  definition: DefinitionRecord,
  name: GraphName,
  graph: WorkflowGraph,
): void {
  if (name === 'draft') changeDefinition(library, definition, { draft: graph })
  else {
    library.store.transaction(() => {
      changeVersion(library, definition, readVersion(library, definition, name), { graph })
      changeDefinition(library, definition, {})
    })
  }
}

/** What a request changes of a graph: whole lists, and single settings. */
export interface GraphChange {
  readonly nodes: readonly NodeDocument[] | undefined
  readonly edges: readonly EdgeDocument[] | undefined
  readonly settings: JsonObject | undefined
}

/** A graph after such a change; what it is given may be in our words or in the dialect's. */
export function changeGraph(dialect: DialectName, graph: WorkflowGraph, change: GraphChange): WorkflowGraph {
  const given = {
    nodes: change.nodes ?? [],
    edges: change.edges ?? [],
    settings: { ...graph.settings, ...change.settings },
  }
  const read = readGraph(dialect, given as unknown as GraphDocument)
  return {
    ...graph,
    nodes: change.nodes ? read.nodes : graph.nodes,
    edges: change.edges ? read.edges : graph.edges,
    settings: read.settings,
  }
}

/** The node of this id; a 404 without it. */
export function nodeOf(graph: WorkflowGraph, id: string): WorkflowNode {
  const node = graph.nodes.find((candidate) => candidate.id === id)
  if (!node) throw notFound(`The node ${quote(id)}`)
  return node
}

/** The edge of this id; a 404 without it. */
export function edgeOf(graph: WorkflowGraph, id: string): Edge {
  const edge = graph.edges.find((candidate) => candidate.id === id)
  if (!edge) throw notFound(`The edge ${quote(id)}`)
  return edge
}

/** A graph with one node more. */
export function withNode(graph: WorkflowGraph, node: WorkflowNode): WorkflowGraph {
  requireRoom('nodes', graph.nodes, MAX_NODES)
  requireNewId('node', graph.nodes, node.id)
  return { ...graph, nodes: [...graph.nodes, node] }
}

/** A graph with a node changed. */
export const withNodeChanged = (graph: WorkflowGraph, node: WorkflowNode): WorkflowGraph => ({
  ...graph,
  nodes: graph.nodes.map((candidate) => (candidate.id === node.id ? node : candidate)),
})

/** A graph without a node, and without the edges at it, which would lead nowhere. */
export const withoutNode = (graph: WorkflowGraph, id: string): WorkflowGraph => ({
  ...graph,
  nodes: graph.nodes.filter((node) => node.id !== id),
  edges: graph.edges.filter((edge) => edge.source !== id && edge.target !== id),
})

/** A graph with one edge more, whose two ends are there. */
export function withEdge(graph: WorkflowGraph, edge: Edge): WorkflowGraph {
  requireRoom('edges', graph.edges, MAX_EDGES)
  requireNewId('edge', graph.edges, edge.id)
  requireEnds(graph, edge)
  return { ...graph, edges: [...graph.edges, edge] }
}

/** A graph with an edge changed, whose two ends are there. */
export function withEdgeChanged(graph: WorkflowGraph, edge: Edge): WorkflowGraph {
  requireEnds(graph, edge)
  return { ...graph, edges: graph.edges.map((candidate) => (candidate.id === edge.id ? edge : candidate)) }
}

/** A graph without an edge. */
export const withoutEdge = (graph: WorkflowGraph, id: string): WorkflowGraph => ({
  ...graph,
  edges: graph.edges.filter((edge) => edge.id !== id),
})

function requireEnds(graph: WorkflowGraph, edge: Edge): void {
  for (const end of ['source', 'target'] as const) {
    if (graph.nodes.some((node) => node.id === edge[end])) continue
    throw refuseField(
      end,
      `There is no node ${quote(edge[end])} that the edge could have as its ${end}. Create the node first.`,
    )
  }
}

function requireRoom(what: string, items: readonly unknown[], most: number): void {
  if (items.length >= most)
    throw conflict(`There are ${most} ${what}, which is the most that one version can have.`)
}

function requireNewId(what: string, items: readonly { readonly id: string }[], id: string): void {
  if (items.some((item) => item.id === id)) {
    throw conflict(
      `There is a ${what} ${quote(id)} already. Choose another id, or leave it out to be given one.`,
    )
  }
}
