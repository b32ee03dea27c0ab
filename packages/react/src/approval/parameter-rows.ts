import type { ParameterSchema } from '@threadwork/core'
import { describeName, describeValue, noValue, type WrittenValue } from './describe-value.ts'
import { glossOf, type Gloss } from './gloss.ts'
import { declaredType, fitsType, typeOfValue, type ValueType } from './value-type.ts'

/** What a person should know of a row besides its value. */
export type Flag =
  /** The skill needs it, and the call does not have it. */
  | { readonly type: 'missing' }
  /** The call has it, and the skill does not describe it. */
  | { readonly type: 'undescribed' }
  | { readonly type: 'other-type'; readonly expected: ValueType; readonly actual: ValueType }
  | { readonly type: 'no-choice' }
  /** A whole number beyond what a browser can hold: what is shown may be rounded. */
  | { readonly type: 'rounded' }

/** What a row shows as its value. A list or a group is followed by its `size` rows, each with what it holds. */
export type RowValue =
  | WrittenValue
  | { readonly kind: 'list' | 'group'; readonly size: number }
  | { readonly kind: 'missing'; readonly text: string }

export interface ParameterRow {
  /** Its place among the rows, from 0. */
  readonly index: number
  /** How many lists and groups it is in. */
  readonly depth: number
  /** What the call names it, as it is written; of a list's entry, its number from 1. */
  readonly name: string | number
  /** The skill's own word for it. */
  readonly label: string | null
  /** Whether the call's name has to stand beside the label. */
  readonly isNameShown: boolean
  readonly hint: string | null
  readonly flags: readonly Flag[]
  readonly value: RowValue
  readonly gloss: Gloss | null
}

interface Entry {
  readonly depth: number
  readonly name: string | number
  readonly value: unknown
  readonly isMissing: boolean
  readonly siblings: unknown
  readonly schema: ParameterSchema | null
  /** The skill describes what stands beside it. */
  readonly isAmongDescribed: boolean
  readonly isNameTold: boolean
}

const spelling = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]+/gu, '')

const flagsOf = (entry: Entry): readonly Flag[] => {
  const { schema, value, isMissing } = entry
  if (isMissing) return [{ type: 'missing' }]
  const flags: Flag[] = []
  if (schema === null && entry.isAmongDescribed) flags.push({ type: 'undescribed' })
  const expected = schema ? declaredType(schema) : null
  const actual = typeOfValue(value)
  if (expected !== null && actual !== null && !fitsType(value, expected))
    flags.push({ type: 'other-type', expected, actual })
  if (schema?.options && actual !== null && !isChosen(schema.options, value))
    flags.push({ type: 'no-choice' })
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    flags.push({ type: 'rounded' })
  return flags
}

type Options = NonNullable<ParameterSchema['options']>

const isChosen = (options: Options, value: unknown): boolean =>
  Array.isArray(value)
    ? value.every((entry: unknown) => options.some((option) => option.value === entry))
    : options.some((option) => option.value === value)

const valueOf = ({ value, isMissing }: Entry): RowValue => {
  if (isMissing) return { kind: 'missing', text: noValue }
  if (Array.isArray(value)) return { kind: 'list', size: value.length }
  if (typeof value === 'object' && value !== null) return { kind: 'group', size: Object.keys(value).length }
  return describeValue(value)
}

const choiceOf = ({ schema, value }: Entry): Gloss | null => {
  const chosen = schema?.options?.find((option) => option.value === value)
  return chosen && chosen.label !== value ? { type: 'choice', label: chosen.label } : null
}

const rowOf = (entry: Entry, index: number): ParameterRow => ({
  index,
  depth: entry.depth,
  name: typeof entry.name === 'string' ? describeName(entry.name) : entry.name,
  label: entry.schema?.label || null,
  isNameShown: Boolean(entry.schema?.label) && !entry.isNameTold,
  hint: entry.schema?.hint || null,
  flags: flagsOf(entry),
  value: valueOf(entry),
  gloss: choiceOf(entry) ?? glossOf(entry.value, String(entry.name), entry.siblings),
})

type Inside = Pick<Entry, 'depth'> & { readonly schema: readonly ParameterSchema[] }

// One label for two parameters would tell neither.
const toldNames = (schema: readonly ParameterSchema[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const { label, name } of schema) {
    const word = spelling(label || name)
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return new Set(
    schema.flatMap(({ label, name }) =>
      label && spelling(label) === spelling(name) && counts.get(spelling(label)) === 1 ? [name] : [],
    ),
  )
}

const membersOf = (values: Readonly<Record<string, unknown>>, { depth, schema }: Inside): Entry[] => {
  const described = new Map(schema.map((row) => [row.name, row]))
  const told = toldNames(schema)
  const has = (name: string): boolean => Object.hasOwn(values, name)
  const listed = [...described.values()].filter((row) => has(row.name) || !row.isOptional)
  const others = Object.keys(values).filter((name) => !described.has(name))
  return [...listed.map(({ name }) => name), ...others].map((name) => ({
    depth,
    name,
    value: has(name) ? values[name] : undefined,
    isMissing: !has(name),
    siblings: values,
    schema: described.get(name) ?? null,
    isAmongDescribed: described.size > 0,
    isNameTold: told.has(name),
  }))
}

const entriesOf = (values: readonly unknown[], { depth, schema }: Inside): Entry[] =>
  values.map((value, index) => ({
    depth,
    name: index + 1,
    value,
    isMissing: false,
    siblings: null,
    // The entries of a described list are groups of what it describes.
    schema: schema.length > 0 ? entrySchema(schema) : null,
    isAmongDescribed: false,
    isNameTold: true,
  }))

const entrySchema = (properties: readonly ParameterSchema[]): ParameterSchema => ({
  name: '',
  label: null,
  type: 'object',
  controlType: null,
  isOptional: false,
  hint: null,
  properties,
})

const inside = (entry: Entry): readonly Entry[] => {
  const { value, schema } = entry
  const place = { depth: entry.depth + 1, schema: schema?.properties ?? [] }
  if (Array.isArray(value)) return entriesOf(value, place)
  // A record by the line before; its members are JSON.
  if (typeof value === 'object' && value !== null) return membersOf(value as Record<string, unknown>, place)
  return []
}

/**
 * Every value of a call, once, each list and group before what it holds: those that the skill describes in its order,
 * then all others. What the skill needs and the call lacks is a row as well. Any depth is taken.
 */
export const parameterRows = (
  parameters: Readonly<Record<string, unknown>>,
  schema: readonly ParameterSchema[],
): readonly ParameterRow[] => {
  const rows: ParameterRow[] = []
  const open: Entry[] = membersOf(parameters, { depth: 0, schema }).toReversed()
  for (let entry = open.pop(); entry; entry = open.pop()) {
    rows.push(rowOf(entry, rows.length))
    for (const inner of inside(entry).toReversed()) open.push(inner)
  }
  return rows
}
