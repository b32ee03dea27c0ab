import type { Json } from '../json.ts'
import { isReservedName } from './reserved-names.ts'

const index = /^(?:0|[1-9]\d*)$/

/** The words of a path: `items[0].name` and `items.0.name` are the same. */
export const wordsOf = (path: string): readonly string[] => path.replaceAll(/\[(\d+)\]/g, '.$1').split('.')

/** What stands at these words inside a value, by own keys and places of lists alone; else `undefined`. */
export function readWords(value: Json | undefined, words: readonly string[]): Json | undefined {
  let found = value
  for (const word of words) found = readWord(found, word)
  return found
}

function readWord(value: Json | undefined, word: string): Json | undefined {
  if (typeof value !== 'object' || value === null || isReservedName(word)) return undefined
  if (isList(value)) return index.test(word) ? value[Number(word)] : undefined
  return Object.hasOwn(value, word) ? value[word] : undefined
}

// `Array.isArray` does not narrow a readonly array.
const isList = (value: object): value is readonly Json[] => Array.isArray(value)
