import { groupBy } from '../group-by.ts'
import { type GraphFacts, type NodeFacts, walk } from './graph-facts.ts'
import { error, type Problem, warning } from './problem.ts'

/** Whether a run comes to every node, and from every node to an end. */
export function checkReach(facts: GraphFacts): readonly Problem[] {
  const [trigger, ...others] = facts.triggers
  if (!trigger || others.length > 0) return []
  return [...unreachable(facts), ...endless(facts)]
}

function unreachable({ nodes, reachable }: GraphFacts): readonly Problem[] {
  return nodes
    .filter(({ node }) => !reachable.has(node.id))
    .map(({ node, place }) =>
      warning(place, `No way leads to “${node.name}”, so that it never runs; connect it, or take it out.`),
    )
}

function endless({ nodes, byId, reachable, earlierThan }: GraphFacts): readonly Problem[] {
  const ways = [...byId.values()].flatMap((facts) => facts.ways.filter((edge) => edge.type !== 'companion'))
  const backward = groupBy(ways, (edge) => edge.target)
  const stops = [...byId.values()].filter((facts) => canStop(facts, byId)).map(({ node }) => node.id)
  const ending = walk(stops, (id) => (backward.get(id) ?? []).map((edge) => edge.source))
  return nodes
    .filter(({ node }) => reachable.has(node.id) && !ending.has(node.id) && earlierThan(node.id).has(node.id))
    .map(({ node, place }) =>
      error(
        place,
        `From “${node.name}” no way leads to an end: the run would go round until its budget is used up. Let one way out of the circle.`,
      ),
    )
}

/** Whether a lane can be over after this node: nothing follows it, or nothing has to. */
function canStop({ kind, ways }: NodeFacts, byId: ReadonlyMap<string, NodeFacts>): boolean {
  if (kind === null) return true
  const taken = new Set(ways.filter((edge) => byId.has(edge.target)).map((edge) => edge.type))
  if (taken.has('direct')) return false
  return !(taken.has('true') && taken.has('false'))
}
