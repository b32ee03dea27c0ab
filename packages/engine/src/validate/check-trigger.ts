import type { GraphFacts } from './graph-facts.ts'
import { error, type Problem } from './problem.ts'

/** Exactly one trigger, with something after it and nothing before it. */
export function checkTrigger({ graph, triggers, byId }: GraphFacts): readonly Problem[] {
  const [first, ...others] = triggers
  if (!first) {
    return [error({ path: 'nodes' }, 'A workflow needs a trigger: add the event that starts it.')]
  }
  const sentence = `A workflow has one trigger, and this is one more beside “${first.node.name}”; take one of them out.`
  return [
    ...others.map(({ place }) => error(place, sentence)),
    ...graph.edges.flatMap((edge, index) =>
      byId.get(edge.target)?.kind?.category === 'trigger'
        ? [
            error(
              { path: `edges[${index}].target`, edgeId: edge.id },
              'Nothing can lead to the trigger; let this edge end elsewhere.',
            ),
          ]
        : [],
    ),
    ...(first.ways.some((edge) => byId.has(edge.target))
      ? []
      : [error(first.place, 'Nothing comes after the trigger; connect it with a step.')]),
  ]
}
