import type { Edge } from '../edge.ts'
import { conditionProblems } from '../text/condition-problems.ts'
import type { GraphFacts } from './graph-facts.ts'
import { below, error, type Place, type Problem, warning } from './problem.ts'

const edgeTypes: ReadonlySet<string> = new Set(['direct', 'conditional', 'companion', 'true', 'false'])

/** Each edge by itself: where it begins and ends, of which type it is, and its condition. */
export const checkEdges = ({ graph, byId }: GraphFacts): readonly Problem[] =>
  graph.edges.flatMap((edge, index) => {
    const place = { path: `edges[${index}]`, edgeId: edge.id }
    return [
      ...endProblems(edge, place, (id) => byId.has(id)),
      ...(edgeTypes.has(edge.type)
        ? conditionOf(edge, place)
        : [
            error(
              below(place, 'type'),
              `“${edge.type}” is no type of edge; use direct, conditional, companion, true or false.`,
            ),
          ]),
    ]
  })

function endProblems(edge: Edge, place: Place, isNode: (id: string) => boolean): readonly Problem[] {
  return (['source', 'target'] as const).flatMap((end) => {
    if (isNode(edge[end])) return []
    const what = end === 'source' ? 'begins' : 'ends'
    return [
      error(
        below(place, end),
        `This edge ${what} at “${edge[end]}”, which is no node; connect it, or take it out.`,
      ),
    ]
  })
}

function conditionOf({ type, condition, priority }: Edge, place: Place): readonly Problem[] {
  const at = below(place, 'condition')
  if (type !== 'conditional') {
    return condition === undefined && priority === undefined
      ? []
      : [
          warning(
            at,
            `A condition or priority means nothing on an edge of type “${type}”; make the edge conditional, or take them out.`,
          ),
        ]
  }
  const finite =
    priority === undefined || Number.isFinite(priority)
      ? []
      : [error(below(place, 'priority'), 'A priority is a number; the smallest is asked first.')]
  return [...finite, ...conditionFlaws(condition, at)]
}

function conditionFlaws(condition: Edge['condition'], at: Place): readonly Problem[] {
  if (condition === undefined || (typeof condition === 'string' && condition.trim() === '')) {
    return [error(at, 'A conditional edge needs its condition: write what has to be true for it.')]
  }
  if (typeof condition === 'string') return []
  return conditionProblems(condition).map(({ path, sentence }) => error(below(at, path), sentence))
}
