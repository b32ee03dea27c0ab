import type { ZodType, core } from 'zod'
import type { Flaw } from './refusal.ts'

/** What a schema makes of a value, or every flaw of it with its path. */
export type Judged<Value> =
  | { readonly type: 'ok'; readonly value: Value }
  | { readonly type: 'wrong'; readonly flaws: readonly Flaw[] }

/** Judges a value that came from outside. Each flaw is a sentence for people, its path below `root`. */
export function judgeShape<Value>(schema: ZodType<Value>, value: unknown, root: string = ''): Judged<Value> {
  const judged = schema.safeParse(value, { reportInput: true })
  if (judged.success) return { type: 'ok', value: judged.data }
  return { type: 'wrong', flaws: judged.error.issues.flatMap((issue) => flawsOf(issue, root)) }
}

function flawsOf(issue: core.$ZodIssue, root: string): readonly Flaw[] {
  const path = issue.path.reduce<string>(below, root)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: below(path, key),
      sentence: `“${key.slice(0, 80)}” is not a field ${path === '' ? 'of this request' : `of “${path}”`}. Take it out, or look for its name in the reference.`,
    }))
  }
  return [{ path, sentence: sentenceOf(issue, path === '' ? 'The body' : `“${path}”`) }]
}

// As the engine writes the places of its problems: `nodes[2].config.url`.
function below(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`
  return path === '' ? String(key) : `${path}.${String(key)}`
}

const expectedWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

function sentenceOf(issue: core.$ZodIssue, name: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `${name} is missing: it has to be ${expectedWords[issue.expected] ?? issue.expected}.`
        : `${name} has to be ${expectedWords[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return issue.input === undefined
        ? `${name} is missing: it has to be ${oneOf(issue.values)}.`
        : `${name} has to be ${oneOf(issue.values)}.`
    case 'too_big':
      return isCounted(issue.origin)
        ? `${name} is too long: it may have at most ${countOf(issue.origin, issue.maximum)}.`
        : `${name} is too large: it may be at most ${String(issue.maximum)}.`
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1)
        return `${name} is empty: give it at least one character.`
      return isCounted(issue.origin)
        ? `${name} is too short: it has to have at least ${countOf(issue.origin, issue.minimum)}.`
        : `${name} is too small: it has to be at least ${String(issue.minimum)}.`
    case 'invalid_union':
      if (issue.input === undefined) return `${name} is missing.`
      return `${name} has none of the forms that are taken. The reference shows them.`
    case 'custom':
      return issue.message
    default:
      return `${name} cannot be read. ${issue.message.replace(/\.$/u, '')}.`
  }
}

const oneOf = (values: readonly core.util.Primitive[]): string =>
  values.length === 1 ? String(values[0]) : `one of ${values.map(String).join(', ')}`

type Counted = 'string' | 'array' | 'object'

const units: Readonly<Record<Counted, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
  object: ['field', 'fields'],
}

const isCounted = (origin: string): origin is Counted => Object.hasOwn(units, origin)

const countOf = (origin: Counted, count: number | bigint): string =>
  `${String(count)} ${units[origin][Number(count) === 1 ? 0 : 1]}`
