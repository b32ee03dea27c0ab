import { type Json, type JsonObject, compilePattern } from '@threadwork/engine'
import { isRecord } from '../is-record.ts'

/** What does not fit a schema: where, `items.0.price` (empty for all of it), and a sentence. */
export interface JsonProblem {
  readonly path: string
  readonly sentence: string
}

interface Place {
  readonly path: readonly string[]
  readonly root: JsonObject
  readonly depth: number
  /** How many more parts are judged at all: choices within choices multiply. */
  readonly budget: { left: number }
}

type Rule = (schema: JsonObject, value: Json, place: Place) => readonly JsonProblem[]

const mostProblems = 20
const deepest = 60
const mostParts = 100_000

/**
 * Judges a value by a JSON Schema: types, enumerations, bounds, patterns of RE2, the formats of mail, dates and
 * addresses, properties, items, `anyOf`, `oneOf`, `allOf` and local `$ref`s. What else a schema says is not asked.
 * @returns the first 20 problems; none when it fits.
 */
export const judgeJson = (schema: JsonObject, value: Json): readonly JsonProblem[] =>
  judge(schema, value, { path: [], root: schema, depth: 0, budget: { left: mostParts } }).slice(
    0,
    mostProblems,
  )

/** The problems as one sentence for people: “amount” must be a number; … */
export const tellProblems = (problems: readonly JsonProblem[]): string =>
  problems.map(({ path, sentence }) => (path === '' ? `It ${sentence}` : `“${path}” ${sentence}`)).join('; ')

function judge(given: Json, value: Json, place: Place): readonly JsonProblem[] {
  if (place.depth > deepest) return [problem(place, 'is nested too deeply')]
  place.budget.left -= 1
  if (place.budget.left < 0) return [problem(place, 'is too large to be judged by its schema')]
  if (given === false) return [problem(place, 'is not wanted')]
  const schema = isRecord(given) ? resolve(given, place.root) : {}
  const wrongType = judgeType(schema, value, place)
  if (wrongType.length > 0) return wrongType
  const deeper = { ...place, depth: place.depth + 1 }
  return rules.flatMap((rule) => rule(schema, value, deeper))
}

const problem = ({ path }: Place, sentence: string): JsonProblem => ({ path: path.join('.'), sentence })

/** Only within the schema itself: nothing is fetched. A circle of references alone ends at the depth. */
function resolve(schema: JsonObject, root: JsonObject): JsonObject {
  const reference = schema['$ref']
  if (typeof reference !== 'string' || !reference.startsWith('#')) return schema
  let target: Json | undefined = root
  for (const part of reference.slice(1).split('/').filter(Boolean)) {
    target = isRecord(target) && Object.hasOwn(target, part) ? target[part] : undefined
  }
  return isRecord(target) && target !== schema
    ? { ...target, ...without(schema, '$ref') }
    : without(schema, '$ref')
}

const without = (schema: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([each]) => each !== name))

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'nothing',
  number: 'a number',
  object: 'a record',
  string: 'a text',
}

const judgeType: Rule = ({ type }, value, place) => {
  const types = (Array.isArray(type) ? type : [type]).filter((each) => typeof each === 'string')
  if (types.length === 0 || types.some((each) => isOfType(each, value))) return []
  return [problem(place, `must be ${types.map((each) => typeWords[each] ?? each).join(' or ')}`)]
}

function isOfType(type: string, value: Json): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'null') return value === null
  if (type === 'object') return isRecord(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

const judgeEnum: Rule = (schema, value, place) => {
  const choices = Array.isArray(schema['enum'])
    ? schema['enum']
    : Object.hasOwn(schema, 'const')
      ? [schema['const'] ?? null]
      : null
  if (choices === null || choices.some((each) => JSON.stringify(each) === JSON.stringify(value))) return []
  const shown = choices
    .slice(0, 12)
    .map((each) => (typeof each === 'string' ? `“${each}”` : JSON.stringify(each)))
  return [problem(place, `must be ${shown.length === 1 ? shown[0] : `one of ${shown.join(', ')}`}`)]
}

const bound = (schema: JsonObject, name: string): number | null => {
  const limit = schema[name]
  return typeof limit === 'number' ? limit : null
}

const judgeNumber: Rule = (schema, value, place) => {
  if (typeof value !== 'number') return []
  const checks: readonly (readonly [string, (limit: number) => boolean, string])[] = [
    ['minimum', (limit) => value >= limit, 'must be at least'],
    ['maximum', (limit) => value <= limit, 'must be at most'],
    ['exclusiveMinimum', (limit) => value > limit, 'must be more than'],
    ['exclusiveMaximum', (limit) => value < limit, 'must be less than'],
  ]
  return checks.flatMap(([name, fits, words]) => {
    const limit = bound(schema, name)
    return limit === null || fits(limit) ? [] : [problem(place, `${words} ${limit}`)]
  })
}

const judgeLength: Rule = (schema, value, place) => {
  const isText = typeof value === 'string'
  if (!isText && !Array.isArray(value)) return []
  const length = isText ? Array.from(value).length : value.length
  const least = bound(schema, isText ? 'minLength' : 'minItems') ?? 0
  const most = bound(schema, isText ? 'maxLength' : 'maxItems') ?? Number.POSITIVE_INFINITY
  const unit = isText ? 'characters' : 'items'
  if (length < least) return [problem(place, `must have at least ${least} ${unit}`)]
  return length > most ? [problem(place, `must have at most ${most} ${unit}`)] : []
}

const formats: Readonly<Record<string, readonly [RegExp, string]>> = {
  email: [/^[^\s@]{1,64}@[^\s@]{1,255}$/, 'must be a mail address'],
  date: [/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-11-21'],
  'date-time': [/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, 'must be a moment like 2026-11-21T09:30:00Z'],
  uri: [/^[a-z][a-z0-9+.-]*:\S+$/i, 'must be an address like https://example.com'],
}

const judgeText: Rule = ({ pattern, format }, value, place) => {
  if (typeof value !== 'string') return []
  const [shape, words] = (typeof format === 'string' ? formats[format] : undefined) ?? [null, '']
  const wrongFormat = shape === null || shape.test(value) ? [] : [problem(place, words)]
  if (typeof pattern !== 'string') return wrongFormat
  const compiled = compilePattern(pattern)
  if (compiled.type === 'problem')
    return [problem(place, `cannot be judged by its schema (${compiled.sentence.replace(/\.$/u, '')})`)]
  return compiled.isFoundIn(value) ? wrongFormat : [problem(place, `must match the pattern ${pattern}`)]
}

const judgeProperties: Rule = (schema, value, place) => {
  if (!isRecord(value)) return []
  const properties = isRecord(schema['properties']) ? schema['properties'] : {}
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const missing = required
    .filter((name): name is string => typeof name === 'string' && !Object.hasOwn(value, name))
    .map((name) => problem(inside(place, name), 'is missing'))
  const found = Object.entries(value).flatMap(([name, each]) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : schema['additionalProperties']
    return own === undefined ? [] : judge(own, each, inside(place, name))
  })
  return [...missing, ...found]
}

const judgeItems: Rule = ({ items }, value, place) =>
  Array.isArray(value) && items !== undefined
    ? value.flatMap((each: Json, at) => judge(items, each, inside(place, String(at))))
    : []

const inside = (place: Place, name: string): Place => ({ ...place, path: [...place.path, name] })

const judgeChoices: Rule = (schema, value, place) => {
  const all = listOf(schema['allOf']).flatMap((each) => judge(each, value, place))
  const choices = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])]
  if (choices.length === 0) return all
  const judged = choices.map((each) => judge(each, value, place))
  const fitting = judged.filter((problems) => problems.length === 0).length
  if (Array.isArray(schema['oneOf']) && fitting > 1)
    return [...all, problem(place, 'fits more than one choice')]
  // Of choices that all fail, the one that is nearest says most.
  return fitting > 0
    ? all
    : [...all, ...(judged.toSorted((one, other) => one.length - other.length)[0] ?? [])]
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

const rules: readonly Rule[] = [
  judgeEnum,
  judgeNumber,
  judgeLength,
  judgeText,
  judgeProperties,
  judgeItems,
  judgeChoices,
]
