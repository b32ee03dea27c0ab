import { canonicalJson } from '../canonical-json.ts'
import { groupBy } from '../group-by.ts'
import type { JsonObject } from '../json.ts'

interface Part {
  readonly id: string
  /** All that it says beside its id. */
  readonly content: JsonObject
}

/**
 * What stands under another id now, by its old one: content that is gone in one place and new in one other. Where more
 * than one could be meant, none is.
 */
export function findRenames(before: readonly Part[], after: readonly Part[]): ReadonlyMap<string, string> {
  const gone = byContent(missingIn(after, before))
  const come = byContent(missingIn(before, after))
  return new Map(
    [...gone].flatMap(([content, parts]) => {
      const [from, to] = [onlyOf(parts), onlyOf(come.get(content))]
      return from === undefined || to === undefined ? [] : [[from, to] as const]
    }),
  )
}

function missingIn(parts: readonly Part[], from: readonly Part[]): readonly Part[] {
  const ids = new Set(parts.map((part) => part.id))
  return from.filter((part) => !ids.has(part.id))
}

const byContent = (parts: readonly Part[]): ReadonlyMap<string, readonly Part[]> =>
  groupBy(parts, (part) => canonicalJson(part.content))

const onlyOf = (parts: readonly Part[] | undefined): string | undefined =>
  parts?.length === 1 ? parts[0]?.id : undefined
