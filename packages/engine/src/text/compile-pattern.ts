import { RE2JS } from 're2js'

const longestPattern = 500
const longestText = 10_000
const largestProgram = 10_000

/** A pattern that can be asked, or the sentence why not. */
export type CompiledPattern =
  | {
      readonly type: 'pattern'
      readonly isFoundIn: (text: string) => boolean
      readonly isAllOf: (text: string) => boolean
    }
  | { readonly type: 'problem'; readonly sentence: string }

const problem = (sentence: string): CompiledPattern => ({ type: 'problem', sentence })

/**
 * A regular expression of RE2, at most 500 characters: its time is linear in the text, of which the first 10,000
 * characters are looked at. What RE2 does not have (a look around, a back reference) is a problem, not an error.
 */
export function compilePattern(
  pattern: string,
  { ignoresCase = false }: { readonly ignoresCase?: boolean } = {},
): CompiledPattern {
  if (pattern.length > longestPattern) {
    return problem(`The pattern is longer than ${longestPattern} characters; shorten it.`)
  }
  try {
    const compiled = RE2JS.compile(pattern, ignoresCase ? RE2JS.CASE_INSENSITIVE : 0)
    if (compiled.programSize() > largestProgram) {
      return problem('The pattern repeats too much; use smaller numbers in its braces.')
    }
    return {
      type: 'pattern',
      isFoundIn: (text) => compiled.test(text.slice(0, longestText)),
      isAllOf: (text) => text.length <= longestText && compiled.testExact(text),
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return problem(`“${pattern}” is not a pattern that RE2 understands (${reason}); correct it.`)
  }
}
