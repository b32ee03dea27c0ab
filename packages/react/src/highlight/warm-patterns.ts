type Compile = (pattern: string) => RegExp

const patternFields = new Set(['match', 'begin', 'end', 'while'])

/** Every pattern of a grammar, each once. */
export const patternsIn = (grammar: unknown, found: Set<string> = new Set()): ReadonlySet<string> => {
  if (typeof grammar !== 'object' || grammar === null) return found
  for (const [name, value] of Object.entries(grammar)) {
    if (typeof value === 'string' && patternFields.has(name)) found.add(value)
    else patternsIn(value, found)
  }
  return found
}

/** How the tokenizer writes a pattern that is tied to the start of the text or of the last match, where that may not be. */
const formsOf = (pattern: string): readonly string[] => {
  if (!/\\[AG]/u.test(pattern)) return [pattern]
  const noStart = pattern.replaceAll('\\A', '\uFFFF')
  return [noStart.replaceAll('\\G', '\uFFFF'), noStart, pattern.replaceAll('\\G', '\uFFFF'), pattern]
}

/**
 * Compiles a grammar's patterns into `cache`, one a step. The first line of a language would otherwise compile them all at
 * once, which takes a tenth of a second for TypeScript and nearly one for C++.
 */
export function* warmPatterns(
  grammars: unknown,
  cache: Map<string, RegExp | Error>,
  compile: Compile,
): Generator<void, void> {
  for (const pattern of [...patternsIn(grammars)].flatMap(formsOf)) {
    if (cache.has(pattern)) continue
    try {
      const compiled = compile(pattern)
      // The browser compiles at the first use.
      compiled.exec('a')
      cache.set(pattern, compiled)
    } catch (error) {
      cache.set(pattern, error instanceof Error ? error : new Error(String(error)))
    }
    yield
  }
}
