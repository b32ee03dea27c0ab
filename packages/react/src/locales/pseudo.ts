import { englishInspection } from '../strings/inspection.ts'
import { english, type Strings } from '../strings/strings.ts'

const plain = 'AaBbCcDdEeGgHhIiKkLlMmNnOoPpRrSsTtUuWwYyZz'
const marked = 'ÀàƁƀĆćĎďÉéĜĝĤĥÎîĶķĹĺṀṁÑñÖöÞþŔŕŠšŢţÛûŴŵÝýŽž'
const marks: ReadonlyMap<string, string> = new Map(
  Array.from(plain).map((letter, index) => [letter, Array.from(marked)[index] ?? letter]),
)

/** A third longer, as translations are, and between brackets, so that a sentence that is cut shows. */
const pseudoText = (text: string): string => {
  if (text === '') return ''
  const body = Array.from(text)
    .map((letter) => marks.get(letter) ?? letter)
    .join('')
  return `[${body}${'·'.repeat(Math.ceil(text.length / 3))}]`
}

const mark = (words: unknown): unknown => {
  if (typeof words === 'string') return pseudoText(words)
  if (Array.isArray(words)) return words.map(mark)
  if (typeof words === 'function') return (...given: readonly unknown[]) => mark(words(...given))
  // What React draws, such as a skill's name, is nobody's word.
  if (typeof words !== 'object' || words === null || '$$typeof' in words) return words
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, mark(value)]))
}

/** For tests and stories: what a page shows without brackets is not in the catalogue, and cannot be translated. */
export const pseudo: Strings = mark({ ...english, inspection: englishInspection }) as Strings // the same keys, each with a value of its own type
