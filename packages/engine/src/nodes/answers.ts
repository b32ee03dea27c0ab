import type { Json, JsonObject } from '../json.ts'
import { readWords, wordsOf } from '../text/read-path.ts'
import type { Answer, Begun } from './node-kind.ts'

/** Goes on with the output of an action. */
export const withOutput = (answer: Answer, then: (output: Json) => Begun): Begun =>
  answer.type === 'output' ? then(answer.output) : unexpected

/** Goes on with the values of a form. */
export const withValues = (answer: Answer, then: (values: JsonObject) => Begun): Begun =>
  answer.type === 'form' ? then(answer.values) : unexpected

/** What a step makes of an answer to something that it did not ask. */
export const unexpected: Begun = {
  type: 'failed',
  error: 'The step was answered with something that it had not asked for; begin it again.',
}

/** The variable that takes a value, if there is one. */
export const saved = (name: string | null, value: Json): JsonObject =>
  name === null ? {} : { [name]: value }

/** The variables that take what stands at paths of an output; one whose path leads nowhere becomes `null`. */
export const mapped = (
  mapping: readonly { readonly path: string; readonly variable: string }[],
  output: Json,
): JsonObject =>
  Object.fromEntries(
    mapping.map(({ path, variable }) => [variable, readWords(output, wordsOf(path)) ?? null]),
  )

/** What stands at a path of an output, where that is text; else nothing. */
export function textAt(output: Json, path: string): string {
  const found = readWords(output, wordsOf(path))
  return typeof found === 'string' ? found : ''
}
