/** A piece of a template: words that stand for themselves, or a path that stands for a value. */
export type TemplatePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'path'; readonly path: string }

/**
 * Takes `{{path}}` out of a text; there is nothing else: no expressions, no blocks, no way to write a brace otherwise.
 * Time is linear in the text.
 */
export function parseTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = []
  let end = 0
  for (const match of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
    if (match.index > end) parts.push({ type: 'text', text: text.slice(end, match.index) })
    parts.push({ type: 'path', path: (match[1] ?? '').trim() })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ type: 'text', text: text.slice(end) })
  return parts
}

/** The paths that a template reads, in their order. */
export const templatePaths = (text: string): readonly string[] =>
  parseTemplate(text).flatMap((part) => (part.type === 'path' ? [part.path] : []))

/** The path, where a text is exactly one `{{path}}`; else `null`. */
export function onlyPath(text: string): string | null {
  const [part, ...rest] = parseTemplate(text)
  return part?.type === 'path' && rest.length === 0 ? part.path : null
}
