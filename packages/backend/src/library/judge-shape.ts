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
      if (issue.input === undefined)
        return `${name} is missing: one of ${issue.values.map(String).join(', ')}.`
      return `${name} has to be one of: ${issue.values.map(String).join(', ')}.`
    case 'too_big':
      return `${name} is too large: ${sizeOf(issue.origin, issue.maximum)} at most.`
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1
        ? `${name} is empty: give it at least one character.`
        : `${name} is too small: ${sizeOf(issue.origin, issue.minimum)} at least.`
    case 'invalid_union':
      if (issue.input === undefined) return `${name} is missing.`
      return `${name} has none of the forms that are taken. The reference shows them.`
    case 'custom':
      return issue.message
    default:
      return `${name} cannot be read: ${issue.message.replace(/\.$/u, '')}.`
  }
}

const units: Readonly<Record<string, string>> = { string: 'characters', array: 'entries', object: 'fields' }

const sizeOf = (origin: string, size: number | bigint): string =>
  units[origin] === undefined ? String(size) : `${String(size)} ${units[origin]}`
