import { isReservedName } from '../text/reserved-names.ts'
import type { GraphFacts } from './graph-facts.ts'
import { below, error, type Place, type Problem, warning } from './problem.ts'

/** Ids and names: there, each once, and none that could be taken for something else. */
export const checkIds = ({ graph, nodes }: GraphFacts): readonly Problem[] => [
  ...idProblems(
    'node',
    nodes.map(({ node, place }) => [node.id, place]),
  ),
  ...idProblems(
    'edge',
    graph.edges.map((edge, index) => [edge.id, { path: `edges[${index}]`, edgeId: edge.id }]),
  ),
  ...nodes.flatMap(({ node, place }) => nodeProblems(node.id, node.name, place)),
]

function idProblems(what: string, parts: readonly (readonly [string, Place])[]): readonly Problem[] {
  const seen = new Set<string>()
  return parts.flatMap(([id, place]) => {
    const at = below(place, 'id')
    if (id.trim() === '') return [error(at, `This ${what} needs an id.`)]
    if (seen.has(id)) return [error(at, `Two ${what}s have the id “${id}”; give one of them another.`)]
    seen.add(id)
    return []
  })
}

function nodeProblems(id: string, name: string, place: Place): readonly Problem[] {
  const at = below(place, 'id')
  const problems: Problem[] = []
  if (isReservedName(id)) problems.push(error(at, `“${id}” is reserved; give the node another id.`))
  if (id.includes('#')) {
    problems.push(error(at, `The id “${id}” holds a “#”, which counts visits of a node; take it out.`))
  }
  if (/[.[\]{}]/.test(id)) {
    const sentence = `The id “${id}” holds a dot or a bracket, so that no template can read what the node made; take it out.`
    problems.push(warning(at, sentence))
  }
  if (name.trim() === '') {
    problems.push(warning(below(place, 'name'), 'Name this node; people see the name while it is under way.'))
  }
  return problems
}
