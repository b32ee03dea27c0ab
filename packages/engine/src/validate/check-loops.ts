import { blockedPair } from '../triggers/blocked-pair.ts'
import { findLoops } from '../triggers/find-loops.ts'
import { doneBy, loopSentence } from '../triggers/loop-sentence.ts'
import type { GraphFacts } from './graph-facts.ts'
import { below, error, type Problem } from './problem.ts'
import type { ValidationContext } from './validation-context.ts'

/** No action starts its own workflow again, be it through others. */
export const checkLoops = (facts: GraphFacts, context: ValidationContext): readonly Problem[] => [
  ...ownLoops(facts),
  ...loopsAcross(facts, context),
]

function ownLoops({ triggers, nodes }: GraphFacts): readonly Problem[] {
  const [trigger] = triggers
  if (!trigger) return []
  return nodes.flatMap(({ node, place }) => {
    const event = blockedPair(trigger.node, node)
    if (event === null) return []
    const sentence = `“${node.name}” ${doneBy(event)}, which starts this workflow again, without end; take it out, or choose another trigger than “${trigger.node.name}”.`
    return [error(below(place, 'type'), sentence)]
  })
}

function loopsAcross(
  { graph, byId }: GraphFacts,
  { workflow, active }: ValidationContext,
): readonly Problem[] {
  if (!workflow) return []
  const others = (active ?? []).filter(({ id }) => id !== workflow.id)
  return findLoops([{ ...workflow, graph }, ...others])
    .filter((loop) => loop.length > 1)
    .flatMap((loop) => {
      const own = loop.find((step) => step.workflowId === workflow.id)
      const place = own && byId.get(own.nodeId)?.place
      return place ? [error(place, loopSentence(loop))] : []
    })
}
