import type { z } from 'zod'

/** What an issue is called to whoever set up the node, where its field has no sentence of its own. */
export function plainSentence(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `This is missing: it takes ${nameOf(issue.expected)}.`
        : `This takes ${nameOf(issue.expected)}.`
    case 'invalid_value':
      return `This takes one of: ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return `This has to be at least ${issue.minimum}.`
    case 'too_big':
      return `This has to be at most ${issue.maximum}.`
    case 'unrecognized_keys':
      return `This has no setting called ${issue.keys.map((key) => `“${key}”`).join(', ')}; take it out.`
    default:
      return issue.input === undefined
        ? 'This is missing; fill it in.'
        : 'This is not what can stand here; choose it anew.'
  }
}

const names: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of named settings, like {"name": "…"}',
  record: 'JSON with names, like {"name": "…"}',
}

const nameOf = (expected: string): string => names[expected] ?? 'something else'
