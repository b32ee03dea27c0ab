import type { Json } from '@threadwork/engine'
import { type Span, createTextFinder } from './find-texts.ts'
import { spellingsOf } from './spellings.ts'

/** Takes secrets out of whatever leaves: outputs, errors, events, logs, histories. */
export interface Mask {
  text(text: string): string
  /** Strings, keys and numbers, at any depth. */
  json(value: Json): Json
}

/** Stands where a secret stood, whatever its length. */
export const masked = '••••••'

/**
 * Masks each value as it is, and as base64 (also inside a longer text, as in Basic authentication), base64url,
 * hexadecimal, URL-encoded and inside a JSON text. Empty values are passed over.
 */
export function createMask(values: readonly string[]): Mask {
  const find = createTextFinder(values.flatMap(spellingsOf))
  const text = (from: string): string => {
    const spans = find(from)
    return spans.length === 0 ? from : cutOut(from, spans)
  }
  const json = (value: Json): Json => {
    if (typeof value === 'string') return text(value)
    if (typeof value === 'number') return text(String(value)) === String(value) ? value : masked
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(json)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [text(key), json(inner)]))
  }
  return { text, json }
}

/** A mask that has nothing to hide. */
export const clearMask: Mask = createMask([])

/** Overlapping places count each, so that what is cut out never leaves a secret’s tail behind. */
function cutOut(text: string, spans: readonly Span[]): string {
  let result = ''
  let end = 0
  for (const span of spans) {
    if (span.from >= end) result += text.slice(end, span.from) + masked
    end = Math.max(end, span.to)
  }
  return result + text.slice(end)
}
