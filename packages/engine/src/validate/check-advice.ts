import type { GraphFacts } from './graph-facts.ts'
import { judgeSentence } from './judge-sentence.ts'
import { below, type Problem, warning } from './problem.ts'

const speaking: ReadonlySet<string> = new Set([
  'say-llm',
  'say-static',
  'send-message',
  'custom-reply',
  'end',
])

/** What would be better: conditions that a model can judge, and instructions that are no workflows. */
export const checkAdvice = (facts: GraphFacts): readonly Problem[] => [
  ...conditionAdvice(facts),
  ...instructionAdvice(facts),
]

function conditionAdvice({ graph, nodes }: GraphFacts): readonly Problem[] {
  const onEdges = graph.edges.flatMap((edge, index) => {
    if (edge.type !== 'conditional' || typeof edge.condition !== 'string') return []
    const advice = judgeSentence(edge.condition)
    const place = { path: `edges[${index}].condition`, edgeId: edge.id }
    return advice === null ? [] : [warning(place, advice)]
  })
  const onTriggers = nodes.flatMap(({ node, place }) => {
    const { description } = node.config
    if ((node.type !== 'ai-decision' && node.type !== 'hybrid') || typeof description !== 'string') return []
    const advice = judgeSentence(description)
    return advice === null ? [] : [warning(below(place, 'config.description'), advice)]
  })
  return [...onEdges, ...onTriggers]
}

// “Do this” is a workflow, “respond like this” is an instruction (seed 003).
function instructionAdvice({ triggers, nodes, reachable }: GraphFacts): readonly Problem[] {
  const [trigger] = triggers
  if (trigger?.node.type !== 'ai-decision') return []
  const steps = nodes.filter((each) => each !== trigger && reachable.has(each.node.id))
  if (steps.length === 0 || !steps.every(({ node }) => speaking.has(node.type))) return []
  const sentence =
    'This workflow takes no action, it only says something. How the agent responds belongs into its instructions, which always apply; keep a workflow for what it should do.'
  return [warning(trigger.place, sentence)]
}
