import type { ParameterSchema } from '@threadwork/core'
import { describeValue, type WrittenValue } from './describe-value.ts'

export interface ParameterRow {
  readonly name: string
  /** The skill's own word for it; `null` where it has none or one that only spells `name` differently. */
  readonly label: string | null
  readonly hint: string | null
  readonly value: WrittenValue
}

const spelling = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]+/gu, '')

const toRow = (name: string, value: unknown, schema: ParameterSchema | undefined): ParameterRow => ({
  name,
  label: schema?.label ?? null,
  hint: schema?.hint ?? null,
  value: describeValue(value),
})

/** True when the label alone tells which parameter is meant. */
export const isNameTold = (row: ParameterRow): boolean =>
  row.label !== null && spelling(row.label) === spelling(row.name)

/** Every parameter of a call, once: those that the skill describes in its order, then all others. */
export const parameterRows = (
  parameters: Readonly<Record<string, unknown>>,
  schema: readonly ParameterSchema[],
): readonly ParameterRow[] => {
  const described = new Map(schema.map((entry) => [entry.name, entry]))
  const names = [...described.keys()].filter((name) => Object.hasOwn(parameters, name))
  const others = Object.keys(parameters).filter((name) => !described.has(name))
  return [...names, ...others].map((name) => toRow(name, parameters[name], described.get(name)))
}
