import type { Condition } from '../condition.ts'
import { templatePaths } from '../text/parse-template.ts'
import type { Json } from '../json.ts'
import type { GraphFacts, NodeFacts } from './graph-facts.ts'
import { below, type Place } from './problem.ts'

/** A path of the scope that a graph reads, and where. */
export interface PathUse {
  readonly path: string
  readonly place: Place
  /** The node before which, or after which (an edge's condition), it is read. */
  readonly nodeId: string
  readonly isAfterNode: boolean
  /** Whether a secret may stand there. */
  readonly mayHoldSecret: boolean
}

/** Every path that templates and conditions of a graph read. */
export const pathUses = ({ graph, nodes }: GraphFacts): readonly PathUse[] => [
  ...nodes.flatMap(nodeUses),
  ...graph.edges.flatMap((edge, index) => {
    const place = { path: `edges[${index}].condition`, edgeId: edge.id }
    return conditionPaths(edge.condition as Json | undefined).map((path) => ({
      path,
      place,
      nodeId: edge.source,
      isAfterNode: true,
      mayHoldSecret: false,
    }))
  }),
]

function nodeUses({ node, place, kind, read }: NodeFacts): readonly PathUse[] {
  if (kind === null || read?.type !== 'config') return []
  const at = below(place, 'config')
  const inTemplates = (kind.templates?.(read.config) ?? []).flatMap((use) =>
    templatePaths(use.text).map((path) => ({
      path,
      place: below(at, use.path),
      nodeId: node.id,
      isAfterNode: false,
      mayHoldSecret: use.mayHoldSecret,
    })),
  )
  const inCondition = conditionPaths(node.config['condition']).map((path) => ({
    path,
    place: below(at, 'condition'),
    nodeId: node.id,
    isAfterNode: false,
    mayHoldSecret: false,
  }))
  return [...inTemplates, ...inCondition]
}

const deepest = 50

/** The paths that a computed condition compares; none of a sentence. */
function conditionPaths(
  condition: Condition | Json | undefined,
  levels: number = deepest,
): readonly string[] {
  if (typeof condition !== 'object' || condition === null || levels === 0) return []
  return Object.entries(condition).flatMap(([key, value]: [string, Json]) => {
    if (key === 'path') return typeof value === 'string' ? [value] : []
    if (key === 'not') return conditionPaths(value, levels - 1)
    if ((key !== 'all' && key !== 'any') || !Array.isArray(value)) return []
    return value.flatMap((each: Json) => conditionPaths(each, levels - 1))
  })
}
