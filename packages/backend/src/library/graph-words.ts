import {
  type Edge,
  type JsonObject,
  type Problem,
  type WorkflowGraph,
  type WorkflowNode,
  dialects,
} from '@threadwork/engine'
import type { DialectName } from '../store/library-records.ts'
import { type EdgeDocument, type GraphDocument, type NodeDocument, blankGraph } from './graph-shape.ts'
import { refuseGraph } from './refusal.ts'

const ownEdgeTypes: readonly string[] = ['direct', 'conditional', 'companion', 'true', 'false']
// What a view adds to a node or an edge, so that what was read can be sent back as it is.
const derived: readonly string[] = ['typeWord', 'workflowId', 'version']

/** The dialect's word for a type of nodes; ours where it has none. */
export function nodeWordOf(dialect: DialectName, node: WorkflowNode): string {
  const written = dialects[dialect].write({ ...blankGraph, nodes: [node] }) as unknown as GraphDocument
  const word = written.nodes[0]?.['type']
  return typeof word === 'string' ? word.replace(/^threadwork:/, '') : node.type
}

/**
 * Under which type a config is read that comes without one: the dialect's word, so that its keys may be the dialect's as
 * well; ours where the config has a preset, which the word would say once more.
 */
export const typeForConfig = (dialect: DialectName, node: WorkflowNode, config: JsonObject): string =>
  'preset' in config ? node.type : nodeWordOf(dialect, node)

/**
 * Reads a node whose type is our word or its dialect's (`say-llm`, `SAY_LLM`), and whose config has the keys of either.
 * An unknown type is kept as it is.
 */
export function readNode(dialect: DialectName, given: NodeDocument, path: string): WorkflowNode {
  const node: JsonObject = { config: {}, name: '', ...without(given, derived) }
  const pair = dialects[dialect].nodeWords.find(([theirs]) => theirs === node['type'])
  const { graph, problems } = dialects[dialect].read({ nodes: [node], edges: [], settings: {} })
  // Our keys under their word: only the type is theirs.
  const isMixed = pair !== undefined && problems.some(({ severity }) => severity === 'warning')
  const own = isMixed ? { ...node, type: pair[1] } : node
  if (pair === undefined || isMixed)
    return readOwn({ nodes: [own], edges: [] }, path).nodes[0] as WorkflowNode
  requireRead(problems, path)
  return graph.nodes[0] as WorkflowNode
}

/** Reads an edge whose type is our word or its dialect's (`true`, `True`). */
export function readEdge(dialect: DialectName, given: EdgeDocument, path: string): Edge {
  const edge = without(given, derived)
  if (ownEdgeTypes.some((type) => type === edge['type']))
    return readOwn({ nodes: [], edges: [edge] }, path).edges[0] as Edge
  const { graph, problems } = dialects[dialect].read({ nodes: [], edges: [edge], settings: {} })
  requireRead(problems, path)
  return graph.edges[0] as Edge
}

/** Reads a graph, node by node and edge by edge. */
export function readGraph(
  dialect: DialectName,
  { nodes, edges, settings, ...extra }: GraphDocument,
): WorkflowGraph {
  const own = readOwn({ nodes: [], edges: [], settings, ...extra }, 'settings')
  return {
    ...own,
    nodes: nodes.map((node, index) => readNode(dialect, node, `nodes[${index}]`)),
    edges: edges.map((edge, index) => readEdge(dialect, edge, `edges[${index}]`)),
  }
}

/** Reads a document that is wholly in the words of a dialect, as an export has it. */
export function readDialectDocument(dialect: DialectName, document: GraphDocument): WorkflowGraph {
  const { graph, problems } = dialects[dialect].read({ ...document })
  requireRead(problems, '')
  return graph
}

function readOwn(document: JsonObject, path: string): WorkflowGraph {
  const { graph, problems } = dialects.threadwork.read(document)
  requireRead(problems, path)
  return graph
}

function requireRead(problems: readonly Problem[], path: string): void {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return
  const placed = errors.map((problem) => ({
    ...problem,
    path: problem.path.replace(/^(?:nodes|edges)\[0\]/, path),
  }))
  throw refuseGraph('The graph cannot be read.', placed)
}

const without = (value: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
