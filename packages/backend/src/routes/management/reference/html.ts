/** HTML that may stand in a page as it is. */
export interface Html {
  readonly html: string
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeText = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '')

type Part = string | Html | readonly Html[]

/** Builds HTML. Texts are escaped, and only what was built here goes in as it is. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.reduce((whole, text, index) => whole + writePart(parts[index - 1] ?? '') + text),
})

function writePart(part: Part): string {
  if (typeof part === 'string') return escapeText(part)
  return 'html' in part ? part.html : part.map((each) => each.html).join('')
}
