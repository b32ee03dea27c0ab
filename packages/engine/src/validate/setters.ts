import { groupBy } from '../group-by.ts'
import type { GraphFacts } from './graph-facts.ts'

/** The ids of the nodes that set a variable, by its name. */
export type Setters = ReadonlyMap<string, readonly string[]>

/** Who sets which variables, among nodes whose config is right. */
export function settersOf({ nodes }: GraphFacts): Setters {
  const pairs = nodes.flatMap(({ node, kind, read }) => {
    const names = read?.type === 'config' ? (kind?.sets?.(read.config) ?? []) : []
    return names.map((name) => ({ name, id: node.id }))
  })
  const byName = groupBy(pairs, ({ name }) => name)
  return new Map([...byName].map(([name, setters]) => [name, setters.map(({ id }) => id)]))
}
