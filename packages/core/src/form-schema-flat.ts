import { asText } from './form-read.ts'
import { isRecord } from './is-record.ts'
import { choiceOf } from './form-schema-options.ts'
import { mergeSchemas, type Schema } from './form-schema-merge.ts'

/** `if`, `then` and `else`. */
export interface Branch {
  readonly condition: unknown
  readonly whenTrue: unknown
  readonly whenFalse: unknown
}

/** A schema whose `$ref` and `allOf` are resolved and whose branches are taken out. */
export interface FlatSchema {
  readonly keywords: Schema
  readonly branches: readonly Branch[]
  /** The references on the way here: one that comes again never ends. */
  readonly trail: readonly string[]
}

/** Reads the parts of one JSON Schema, and notes what cannot be drawn. */
export interface SchemaReader {
  readonly problems: readonly string[]
  /** Notes a problem, once. */
  tell(problem: string): void
  /** `name` is what a person knows the part by. `null` for a part that nothing can satisfy or that cannot be read. */
  flatten(schema: unknown, name: string, trail: readonly string[]): FlatSchema | null
}

/** A definition of more parts than this is not a form that a person fills in. */
const mostParts = 5000

const unescape = (part: string): string => {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return part
  }
}

const step = (value: unknown, name: string): unknown => {
  if (Array.isArray(value)) return value[Number(name)] as unknown
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

const anchored = (root: unknown, anchor: string): unknown => {
  if (!isRecord(root)) return undefined
  const places = [root['$defs'], root['definitions']].filter(isRecord)
  return places
    .flatMap((place) => Object.values(place))
    .find((part) => isRecord(part) && part['$anchor'] === anchor)
}

const lookUp = (root: unknown, reference: string): unknown => {
  if (reference === '#') return root
  if (!reference.startsWith('#/')) return anchored(root, reference.slice(1))
  let found: unknown = root
  for (const part of reference.slice(2).split('/')) found = step(found, unescape(part))
  return found
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const nothing: FlatSchema = { keywords: {}, branches: [], trail: [] }

const isNullSchema = (schema: unknown): boolean =>
  isRecord(schema) && (schema['type'] === 'null' || schema['const'] === null)

const branchOf = (schema: Schema): readonly Branch[] =>
  schema['if'] === undefined
    ? []
    : [{ condition: schema['if'], whenTrue: schema['then'], whenFalse: schema['else'] }]

const ownKeywords = (schema: Schema): Schema => {
  const { $ref: _ref, allOf: _allOf, if: _if, then: _then, else: _else, ...own } = schema
  return own
}

export const createSchemaReader = (root: unknown): SchemaReader => {
  const problems = new Set<string>()
  let parts = 0

  const join = (left: FlatSchema, right: FlatSchema, name: string): FlatSchema => ({
    keywords: mergeSchemas(left.keywords, right.keywords, (keyword) =>
      problems.add(
        `“${name}” has more than one “${keyword}”. Only one is checked here; the backend checks the others.`,
      ),
    ),
    branches: [...left.branches, ...right.branches],
    trail: [...new Set([...left.trail, ...right.trail])],
  })

  const follow = (reference: unknown, name: string, trail: readonly string[]): FlatSchema | null => {
    if (reference === undefined) return { ...nothing, trail }
    if (typeof reference !== 'string' || !reference.startsWith('#')) {
      problems.add(
        `“${name}” is defined somewhere else (“${asText(reference) ?? '$ref'}”), which this page does not read.`,
      )
      return null
    }
    if (trail.includes(reference)) {
      problems.add(`“${name}” contains itself, so there would be no end of fields. It is left out.`)
      return null
    }
    const target = lookUp(root, reference)
    if (target !== undefined) return flatten(target, name, [...trail, reference])
    problems.add(`“${name}” is defined at “${reference}”, where nothing is. It is left out.`)
    return null
  }

  const flatten = (schema: unknown, name: string, trail: readonly string[]): FlatSchema | null => {
    parts += 1
    if (parts > mostParts) {
      problems.add('This form’s definition is too large to draw as a whole. The rest of it is left out.')
      return null
    }
    if (schema === true || schema === undefined) return { ...nothing, trail }
    if (!isRecord(schema)) {
      problems.add(`“${name}” has a definition that nothing can satisfy. It is left out.`)
      return null
    }
    const followed = follow(schema['$ref'], name, trail)
    let flat = followed
    for (const each of listOf(schema['allOf'])) {
      const more: FlatSchema | null = flatten(each, name, followed?.trail ?? trail)
      flat = flat && more && join(flat, more, name)
    }
    const whole =
      flat && join(flat, { keywords: ownKeywords(schema), branches: branchOf(schema), trail }, name)
    return whole && withoutNull(whole, name)
  }

  // `anyOf: [{ … }, { type: 'null' }]` is one form that may also be empty.
  const withoutNull = (flat: FlatSchema, name: string): FlatSchema | null => {
    const keyword = Array.isArray(flat.keywords['oneOf']) ? 'oneOf' : 'anyOf'
    const variants = listOf(flat.keywords[keyword])
    const others = variants.filter((variant) => !isNullSchema(variant))
    if (variants.length === 0 || others.length !== 1 || choiceOf(flat.keywords)) return flat
    const { [keyword]: _variants, ...rest } = flat.keywords
    const variant = flatten(others[0], name, flat.trail)
    const keywords = others.length < variants.length ? { ...rest, nullable: true } : rest
    return variant && join(variant, { ...flat, keywords }, name)
  }

  return {
    get problems() {
      return [...problems]
    },
    tell: (problem) => void problems.add(problem),
    flatten,
  }
}
