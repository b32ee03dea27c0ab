import type { Problem } from '../validate/problem.ts'
import type { NodeWord, TypedConfig } from './node-word.ts'
import { at } from './take-fields.ts'

/** What a node of a document says in our words although its dialect has its own: kept, but not understood. */
export function wordProblems(
  node: TypedConfig,
  path: string,
  words: readonly NodeWord[],
): readonly Problem[] {
  const word = words.find((each) => each.word === node.type)
  if (word === undefined) {
    const meant = words.find((each) => each.type === node.type)
    return meant ? [problem(at(path, 'type'), node.type, meant.word)] : []
  }
  const pairs = word.keys?.pairs ?? []
  const own = new Set(pairs.map(([theirs]) => theirs))
  return pairs.flatMap(([theirs, ours]) =>
    Object.hasOwn(node.config, ours) && !own.has(ours)
      ? [problem(`${path}.config.${ours}`, ours, theirs)]
      : [],
  )
}

const problem = (path: string, said: string, meant: string): Problem => ({
  path,
  sentence: `“${said}” is not a word of this dialect and is kept without being understood; write “${meant}”.`,
  severity: 'warning',
})
