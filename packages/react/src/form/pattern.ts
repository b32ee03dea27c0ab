/** What a pattern could cost: how many of its parts repeat freely, and whether one of them holds another. */
interface Cost {
  readonly repeats: number
  readonly isNested: boolean
}

interface Group {
  repeats: number
  hasChoice: boolean
}

const quantifier = /^(?:[*+]|\{\d+(?:,(\d*))?\})/
const manyTimes = 20

// `{2,5}` is over soon; `*`, `+`, `{2,}` and `{0,500}` are not.
const isFree = (found: RegExpExecArray): boolean =>
  !found[0].startsWith('{') || found[1] === '' || Number(found[1] ?? found[0].slice(1, -1)) > manyTimes

const classEnd = (pattern: string, from: number): number => {
  let depth = 0
  for (let at = from; at < pattern.length; at += 1) {
    if (pattern[at] === '\\') at += 1
    else if (pattern[at] === '[') depth += 1
    else if (pattern[at] === ']' && --depth === 0) return at
  }
  return pattern.length
}

const costOf = (pattern: string): Cost => {
  const groups: Group[] = [{ repeats: 0, hasChoice: false }]
  let closed: Group | null = null
  let isNested = false
  for (let at = 0; at < pattern.length; at += 1) {
    const top = groups.at(-1)
    const found = quantifier.exec(pattern.slice(at))
    if (!top) break
    if (found) {
      if (closed && (closed.repeats > 0 || closed.hasChoice)) isNested = true
      if (isFree(found)) top.repeats += 1
      at += found[0].length - 1
    }
    closed = null
    if (found) continue
    if (pattern[at] === '\\') at += 1
    else if (pattern[at] === '[') at = classEnd(pattern, at)
    else if (pattern[at] === '|') top.hasChoice = true
    else if (pattern[at] === '(') groups.push({ repeats: 0, hasChoice: false })
    else if (pattern[at] === ')' && groups.length > 1) {
      closed = groups.pop() ?? null
      const outer = groups.at(-1)
      if (closed && outer) {
        outer.repeats += closed.repeats
        outer.hasChoice ||= closed.hasChoice
      }
    }
  }
  return { repeats: groups.reduce((sum, group) => sum + group.repeats, 0), isNested }
}

const mostSteps = 10_000_000

// A repetition within a repetition can take exponential time, and n of them side by side the n-th power of the length.
const isQuick = (pattern: string, length: number): boolean => {
  if (pattern.length > 300 || length > 1000) return false
  const { repeats, isNested } = costOf(pattern)
  return !isNested && Math.max(2, length) ** (repeats + 1) <= mostSteps
}

const compile = (pattern: string): RegExp | null => {
  // `v` is HTML's way to read a pattern, `u` JSON Schema's, and some are only valid without either.
  for (const flags of ['v', 'u', '']) {
    try {
      return new RegExp(pattern, flags)
    } catch {
      // the next one
    }
  }
  return null
}

/**
 * Whether a text misses a pattern that came over the wire. A pattern that is malformed, or could be slow on
 * purpose, is left to the backend: the answer is then `false`.
 */
export const missesPattern = (pattern: string | null, text: string): boolean => {
  if (pattern === null || text === '' || !isQuick(pattern, text.length)) return false
  const expression = compile(pattern)
  return expression !== null && !expression.test(text)
}
