const definition =
  /^ {0,3}\[(?!\^)((?:[^[\]\\]|\\.)+)\]:[ \t]*\S+(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*\r?$/gmu
const mention = /\[((?:[^[\]\\]|\\.)+)\]/gu

/** Link definitions by label, each as its line of markdown. The first of a label counts. */
export type Definitions = ReadonlyMap<string, string>

const labelOf = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ').toLowerCase()

/** The labels that a block's text may refer to. */
export const mentionsIn = (text: string): readonly string[] => {
  if (!text.includes('[')) return []
  return [...new Set(Array.from(text.matchAll(mention), (match) => labelOf(match[1] ?? '')))]
}

/** `known` with the definitions of a settled block added; the same map when there are none. */
export const addDefinitions = (known: Definitions, text: string): Definitions => {
  if (!text.includes(']:') || /^\s*(?:```|~~~)/u.test(text)) return known
  const found = Array.from(text.matchAll(definition), (match) => [labelOf(match[1] ?? ''), match[0]] as const)
  const added = found.filter(([label]) => !known.has(label))
  return added.length === 0 ? known : new Map([...known, ...added.reverse()])
}

/** The definitions that a block needs, as markdown to stand before it. */
export const definitionsFor = (mentions: readonly string[], known: Definitions): string => {
  if (known.size === 0) return ''
  const lines = mentions.flatMap((label) => known.get(label) ?? [])
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`
}
