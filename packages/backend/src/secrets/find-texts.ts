/** Where a text was found: from the first letter up to, and without, `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

const widest = 4
const buckets = 0x1_0000

/**
 * Finds every place of every text, overlapping ones too, in the order in which they begin. However many are looked
 * for, it reads what it looks through once: their first letters say which of them could begin at a place.
 */
export function createTextFinder(wanted: readonly string[]): (text: string) => readonly Span[] {
  const texts = [...new Set(wanted)].filter((each) => each !== '')
  const width = Math.min(widest, ...texts.map((each) => each.length))
  const byBeginning = new Map<number, readonly string[]>()
  const isBeginning = new Uint8Array(buckets)
  for (const each of texts) {
    const beginning = beginningAt(each, 0, width)
    isBeginning[beginning] = 1
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), each])
  }
  return (text) => {
    const spans: Span[] = []
    if (texts.length === 0) return spans
    for (let from = 0; from <= text.length - width; from += 1) {
      const beginning = beginningAt(text, from, width)
      if (isBeginning[beginning] === 0) continue
      for (const each of byBeginning.get(beginning) ?? [])
        if (text.startsWith(each, from)) spans.push({ from, to: from + each.length })
    }
    return spans
  }
}

/** A number below `buckets` that stands for a few letters; others may share it. */
function beginningAt(text: string, at: number, width: number): number {
  let mixed = 0
  for (let next = at; next < at + width; next += 1)
    mixed = (mixed * 31 + text.charCodeAt(next)) & (buckets - 1)
  return mixed
}
