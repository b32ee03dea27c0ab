import type { GraphFacts } from './graph-facts.ts'
import { below, error, type Problem } from './problem.ts'

/** Every node is of a known type, and says all that its kind asks for. */
export const checkConfigs = ({ nodes }: GraphFacts): readonly Problem[] =>
  nodes.flatMap(({ node, place, kind, read }) => {
    if (kind === null) {
      const sentence = `Nobody here knows what “${node.type}” does; the node is kept, but a run that comes to it fails.`
      return [error(below(place, 'type'), sentence)]
    }
    if (read?.type !== 'problems') return []
    return read.problems.map(({ path, sentence }) => error(below(below(place, 'config'), path), sentence))
  })
