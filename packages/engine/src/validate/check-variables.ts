import { wordsOf } from '../text/read-path.ts'
import { isReservedVariable } from '../text/reserved-names.ts'
import type { GraphFacts } from './graph-facts.ts'
import { error, type Problem, warning } from './problem.ts'
import { type PathUse, pathUses } from './read-paths.ts'
import { type Setters, settersOf } from './setters.ts'
import type { ValidationContext } from './validation-context.ts'

const worldFields: ReadonlyMap<string, readonly string[] | null> = new Map([
  ['trigger', null],
  ['contact', null],
  ['session', null],
  ['conversation', ['id', 'status', 'labels', 'channel', 'starred', 'assignee']],
  ['message', ['text']],
])

/** Every path that is read leads somewhere, as far as that can be known before a run. */
export function checkVariables(facts: GraphFacts, context: ValidationContext): readonly Problem[] {
  const setters = settersOf(facts)
  const given = new Set([
    ...(context.globals ?? []),
    ...(context.variables ?? []),
    ...(context.secrets ?? []).map(({ name }) => name),
  ])
  return pathUses(facts).flatMap((use) => {
    const words = wordsOf(use.path)
    const [first = ''] = words
    if (given.has(first) || isReservedVariable(first)) return []
    if (first === '')
      return [error(use.place, 'An empty {{}} reads nothing; name a variable in it, or take it out.')]
    if (first === 'steps') return stepProblems(words, use, facts)
    if (worldFields.has(first)) return worldProblems(words, use)
    return variableProblems(first, use, setters, facts)
  })
}

function stepProblems(words: readonly string[], use: PathUse, facts: GraphFacts): readonly Problem[] {
  const [, id = '', field] = words
  const step = facts.byId.get(id)
  if (!step)
    return [error(use.place, `${said(use)} reads a node “${id}” that is not there; name one that is.`)]
  if (field !== 'output' && field !== 'error') {
    return [
      error(
        use.place,
        `${said(use)} reads neither “output” nor “error” of “${step.node.name}”; write steps.${id}.output.`,
      ),
    ]
  }
  if (isEarlier(id, use, facts)) return []
  return [
    error(
      use.place,
      `${said(use)} reads “${step.node.name}”, which never runs before; read a node that does.`,
    ),
  ]
}

function worldProblems(words: readonly string[], use: PathUse): readonly Problem[] {
  const [first = '', field] = words
  const fields = worldFields.get(first)
  if (!fields || field === undefined || fields.includes(field)) return []
  return [warning(use.place, `${said(use)} reads nothing: a ${first} has ${fields.join(', ')}.`)]
}

function variableProblems(
  name: string,
  use: PathUse,
  setters: Setters,
  facts: GraphFacts,
): readonly Problem[] {
  const by = setters.get(name) ?? []
  if (by.some((id) => isEarlier(id, use, facts))) return []
  const setter = facts.byId.get(by[0] ?? '')
  const sentence = setter
    ? `${said(use)} is only set by “${setter.node.name}”, which never runs before; a run that is not given it reads nothing.`
    : `Nothing sets ${said(use)}; a run that is not given it reads nothing. Define “${name}”, let an earlier node save it, or correct the name.`
  return [warning(use.place, sentence)]
}

const isEarlier = (id: string, use: PathUse, facts: GraphFacts): boolean =>
  (use.isAfterNode && id === use.nodeId) || facts.earlierThan(use.nodeId).has(id)

const said = ({ path }: PathUse): string => `“{{${path}}}”`
