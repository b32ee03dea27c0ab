import type { Json } from '@threadwork/engine'

/** Deeper than this nobody reads, and what walks through a value may run out of stack. */
const deepest = 100

/**
 * An answer’s body: JSON where it says so or looks so, else its text; `null` when it is empty. What says that it is
 * JSON and is none stays text.
 */
export function readAnswerJson(text: string, contentType: string): Json {
  if (text.trim() === '') return null
  if (!/\bjson\b/i.test(contentType) && !/^\s*[[{]/.test(text)) return text
  try {
    const value = JSON.parse(text) as Json
    return isShallow(value) ? value : text
  } catch {
    return text
  }
}

/** Walks without calling itself, level by level. */
function isShallow(value: Json): boolean {
  let level: readonly Json[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false
    level = level.flatMap((inner) =>
      typeof inner === 'object' && inner !== null ? Object.values(inner) : [],
    )
  }
  return true
}
