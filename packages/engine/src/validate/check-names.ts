import { isReservedVariable, isVariableName, scopeRoots } from '../text/reserved-names.ts'
import type { GraphFacts } from './graph-facts.ts'
import { below, error, type Place, type Problem, warning } from './problem.ts'
import type { ValidationContext } from './validation-context.ts'

/** No node sets what has a meaning of its own, or a secret. */
export function checkNames({ nodes }: GraphFacts, { secrets }: ValidationContext): readonly Problem[] {
  const secret = new Set((secrets ?? []).map(({ name }) => name))
  return nodes.flatMap(({ place, kind, read }) => {
    const names = read?.type === 'config' ? (kind?.sets?.(read.config) ?? []) : []
    return names.flatMap((name) => nameProblems(name, below(place, 'config'), secret))
  })
}

function nameProblems(name: string, place: Place, secrets: ReadonlySet<string>): readonly Problem[] {
  if (secrets.has(name)) {
    return [
      error(place, `“${name}” is a secret, and nothing can take its place; name the variable otherwise.`),
    ]
  }
  if (isReservedVariable(name) || scopeRoots.includes(name)) {
    return [
      error(place, `“${name}” is reserved: it always has its own meaning. Name the variable otherwise.`),
    ]
  }
  if (isVariableName(name)) return []
  const sentence = `“${name}” has more than letters, digits and underscores, so that not every template can read it; name it otherwise.`
  return [warning(place, sentence)]
}
