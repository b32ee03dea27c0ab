import type { Edge, EdgeType } from '../edge.ts'
import { groupBy } from '../group-by.ts'
import { type GraphFacts, leavesByFailure, type NodeFacts } from './graph-facts.ts'
import { error, type Place, type Problem, warning } from './problem.ts'

const usualWays: readonly EdgeType[] = ['direct', 'conditional']

/** The edges that leave each node, together: whether the node can be left so, and which of them is meant. */
export function checkWays({ graph, nodes, byId }: GraphFacts): readonly Problem[] {
  const placed = graph.edges.map((edge, index) => ({ edge, place: placeOf(edge, index) }))
  const bySource = groupBy(placed, ({ edge }) => edge.source)
  return nodes
    .filter((facts) => byId.get(facts.node.id) === facts)
    .flatMap((facts) => {
      const edges = bySource.get(facts.node.id) ?? []
      return [
        ...edges.flatMap(({ edge, place }) => wrongWay(edge, place, facts)),
        ...doubles(edges, facts),
        ...equalPriorities(edges, facts),
        ...undecided(edges, facts),
      ]
    })
}

interface PlacedEdge {
  readonly edge: Edge
  readonly place: Place
}

const placeOf = (edge: Edge, index: number): Place => ({
  path: `edges[${index}]`,
  nodeId: edge.source,
  edgeId: edge.id,
})

function wrongWay(edge: Edge, place: Place, { node, kind }: NodeFacts): readonly Problem[] {
  if (kind === null || edge.type === 'companion') return []
  const ways = kind.ways ?? usualWays
  if (!ways.includes(edge.type)) {
    const left = ways.length === 0 ? 'nothing follows it' : `leave it by ${ways.join(' or ')}`
    return [error(place, `“${node.name}” has no way out called “${edge.type}”; ${left}.`)]
  }
  if (edge.type !== 'false' || !leavesByFailure(kind) || node.config['onFailure'] === 'continue') return []
  const sentence = `“${node.name}” is left by “false” only after a failure that it may go on from; set it to continue after a failure, or take this edge out.`
  return [warning(place, sentence)]
}

function doubles(edges: readonly PlacedEdge[], { node }: NodeFacts): readonly Problem[] {
  return (['direct', 'true', 'false'] as const).flatMap((type) => {
    const [, ...more] = edges.filter(({ edge }) => edge.type === type)
    const sentence = `“${node.name}” has more than one way out called “${type}”, and only the first is followed; keep one, or make the others conditional or companions.`
    return more.map(({ place }) => error(place, sentence))
  })
}

function equalPriorities(edges: readonly PlacedEdge[], { node }: NodeFacts): readonly Problem[] {
  const seen = new Set<number>()
  return edges.flatMap(({ edge, place }) => {
    if (edge.type !== 'conditional') return []
    const priority = edge.priority ?? 0
    if (!seen.has(priority)) {
      seen.add(priority)
      return []
    }
    const sentence = `Two conditions after “${node.name}” have the priority ${priority}, so that their order in the list decides; give each its own.`
    return [warning(place, sentence)]
  })
}

function undecided(edges: readonly PlacedEdge[], { node, kind, place }: NodeFacts): readonly Problem[] {
  if (kind?.ways?.includes('true') !== true) return []
  const leading: readonly EdgeType[] = kind.ways.filter((way) => way !== 'direct')
  if (edges.some(({ edge }) => leading.includes(edge.type))) return []
  return [
    error(
      place,
      `“${node.name}” decides, but neither of its ways leads anywhere; connect true, false or both.`,
    ),
  ]
}
