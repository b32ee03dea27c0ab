import { type JsonObject, type Scope, readWords, wordsOf } from '@threadwork/engine'
import type { ToolVariables } from './tool.ts'

/**
 * What the templates of a tool can read: its input, as `{{input.city}}` or `{{city}}`, over the team's variables. A
 * secret's name is never shadowed: its place stays, and the host fills it in.
 */
export function inputScope(input: JsonObject, { values, secretNames }: ToolVariables): Scope {
  const secrets = new Set(secretNames)
  const isSecret = (path: string): boolean => secrets.has(wordsOf(path)[0] ?? '')
  return {
    isSecret,
    read: (path) => {
      if (isSecret(path)) return undefined
      const words = wordsOf(path)
      if (words[0] === 'input') return readWords(input, words.slice(1))
      return readWords(input, words) ?? readWords(values, words)
    },
    // A tool's templates read no clock and no chance.
    now: 0,
    random: 0,
  }
}
