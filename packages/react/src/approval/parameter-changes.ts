import { canonicalJson, type ParameterSchema } from '@threadwork/core'

type Values = Readonly<Record<string, unknown>>

/** A parameter that a person changed, took away or added. */
export interface ParameterChange {
  readonly name: string
  /** The skill's own word for it. */
  readonly label: string | null
  readonly type: 'changed' | 'removed' | 'added'
  /** `undefined`: it was not there. */
  readonly before: unknown
  /** `undefined`: it is no longer there. */
  readonly after: unknown
}

const own = (values: Values, name: string): unknown =>
  Object.hasOwn(values, name) ? values[name] : undefined

/** What differs between two sets of parameters, types included, in the order of the first and then of the second. */
export const parameterChanges = (
  before: Values,
  after: Values,
  schema: readonly ParameterSchema[],
): readonly ParameterChange[] => {
  const labels = new Map(schema.map(({ name, label }) => [name, label]))
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => {
    const [was, is] = [own(before, name), own(after, name)]
    if ((was === undefined) === (is === undefined) && canonicalJson(was) === canonicalJson(is)) return []
    const type = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    return [{ name, label: labels.get(name) ?? null, type, before: was, after: is }]
  })
}

/** The parameters that are the same in both. */
export const unchangedParameters = (after: Values, changes: readonly ParameterChange[]): Values => {
  const changed = new Set(changes.map(({ name }) => name))
  return Object.fromEntries(Object.entries(after).filter(([name]) => !changed.has(name)))
}
