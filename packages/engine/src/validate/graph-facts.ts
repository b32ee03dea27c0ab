import type { Edge } from '../edge.ts'
import { groupBy } from '../group-by.ts'
import { kindOf } from '../nodes/node-kinds.ts'
import type { NodeKind } from '../nodes/node-kind.ts'
import { type ReadConfig, readConfig } from '../nodes/read-config.ts'
import type { WorkflowGraph, WorkflowNode } from '../workflow.ts'
import type { Place } from './problem.ts'

/** A node with all that the checks ask of it. */
export interface NodeFacts {
  readonly node: WorkflowNode
  readonly place: Place
  /** `null`: nobody knows its type. */
  readonly kind: NodeKind | null
  readonly read: ReadConfig | null
  /** The edges that leave it and can be followed. */
  readonly ways: readonly Edge[]
}

/** A graph, looked through once. */
export interface GraphFacts {
  readonly graph: WorkflowGraph
  readonly nodes: readonly NodeFacts[]
  /** Of several with one id, the first. */
  readonly byId: ReadonlyMap<string, NodeFacts>
  readonly triggers: readonly NodeFacts[]
  /** The ids of nodes that a run can come to. */
  readonly reachable: ReadonlySet<string>
  /** The ids of nodes that can be over before this one begins. */
  readonly earlierThan: (id: string) => ReadonlySet<string>
}

/** Looks through a graph. */
export function factsOf(graph: WorkflowGraph): GraphFacts {
  const bySource = groupBy(graph.edges, (edge) => edge.source)
  const nodes = graph.nodes.map((node, index) => nodeFacts(node, index, bySource.get(node.id) ?? []))
  const byId = new Map(nodes.toReversed().map((facts) => [facts.node.id, facts]))
  const triggers = nodes.filter(({ kind }) => kind?.category === 'trigger')
  const ways = [...byId.values()].flatMap((facts) => facts.ways)
  const forward = groupBy(ways, (edge) => edge.source)
  const backward = groupBy(ways, (edge) => edge.target)
  return {
    graph,
    nodes,
    byId,
    triggers,
    reachable: walk(
      triggers.map(({ node }) => node.id),
      (id) => (forward.get(id) ?? []).map((edge) => edge.target),
    ),
    earlierThan: (id) => {
      const before = (at: string): readonly string[] => (backward.get(at) ?? []).map((edge) => edge.source)
      return walk(before(id), before)
    },
  }
}

function nodeFacts(node: WorkflowNode, index: number, edges: readonly Edge[]): NodeFacts {
  const kind = kindOf(node.type)
  const read = kind === null ? null : readConfig(kind, node.config)
  return {
    node,
    place: { path: `nodes[${index}]`, nodeId: node.id },
    kind,
    read,
    ways: edges.filter((edge) => isFollowed(edge, node, kind)),
  }
}

const usualWays: readonly string[] = ['direct', 'conditional']

/** Whether an edge can be followed at all. A node of an unknown type fails, and is left by none. */
function isFollowed(edge: Edge, node: WorkflowNode, kind: NodeKind | null): boolean {
  if (kind === null) return false
  if (edge.type === 'companion') return true
  if (!(kind.ways ?? usualWays).includes(edge.type)) return false
  return edge.type !== 'false' || !leavesByFailure(kind) || node.config['onFailure'] === 'continue'
}

/** Whether `false` leaves a node only after a failure: it can go on after one, and decides nothing. */
export const leavesByFailure = (kind: NodeKind): boolean =>
  kind.canContinue === true && kind.ways?.includes('true') !== true

/** All that can be come to from these, these included. */
export function walk(
  starts: readonly string[],
  next: (id: string) => readonly string[],
): ReadonlySet<string> {
  const seen = new Set(starts)
  for (const id of seen) for (const each of next(id)) seen.add(each)
  return seen
}
