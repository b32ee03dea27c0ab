// A group that repeats and holds a repetition or a choice can take exponential time in a backtracking engine.
const slowForm = /\((?:[^()\\]|\\.)*(?:[+*}|])(?:[^()\\]|\\.)*\)(?:[+*]|\{\d)/
const nested = /\([^()]*\(/

const compile = (pattern: string): RegExp | null => {
  if (pattern.length > 200 || slowForm.test(pattern) || nested.test(pattern)) return null
  try {
    return new RegExp(`^(?:${pattern})$`, 'v')
  } catch {
    return null
  }
}

/**
 * Whether a text misses a pattern that came over the wire. A pattern that is malformed, or could be slow on
 * purpose, is left to the backend: the answer is then `false`.
 */
export const missesPattern = (pattern: string | null, text: string): boolean => {
  if (pattern === null || text === '' || text.length > 1000) return false
  const expression = compile(pattern)
  return expression !== null && !expression.test(text)
}
