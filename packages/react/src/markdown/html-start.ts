/** Whether a line of markdown starts a block of HTML, which nothing but its own end closes. */
export type HtmlStart =
  | { readonly type: 'none' }
  /** That depends on what is open around the line; `hasEnd`: if it does, blank lines do not end it. */
  | { readonly type: 'unsure'; readonly hasEnd: boolean }
  /** `end`: what ends it; by default a blank line does. */
  | { readonly type: 'html'; readonly end: RegExp | null; readonly opening: string }

const none: HtmlStart = { type: 'none' }

const open = /^ {0,3}<(?:(!--)|(\?)|(!\[CDATA\[)|(![a-z])|(script|pre|style|textarea)(?=[\s>]|$))/iu
// A comment may be `<!-->`: its end overlaps its beginning.
const ends = [/-->/gu, /\?>/gu, /\]\]>/gu, />/gu, /<\/(?:script|pre|style|textarea)>/giu] as const

/** The names that need no other sign to start a block, from CommonMark's sixth kind. */
const names =
  /^ {0,3}<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[ \t\r]|\/?>|$)/iu

const attribute = String.raw`[ \t]+[a-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|[^\s"'=<>${'`'}]+))?`
const lone = new RegExp(
  String.raw`^ {0,3}<(?:[a-z][a-z0-9-]*(?:${attribute})*[ \t]*/?|/[a-z][a-z0-9-]*[ \t]*)>[ \t\r]*$`,
  'iu',
)

/** `isFirst`: no paragraph is open before the line. */
export const htmlStartOf = (line: string, isFirst: boolean, hasList: boolean): HtmlStart => {
  if (!/^ {0,3}</u.test(line)) return none
  const isSure = !hasList || line.startsWith('<')
  const opened = open.exec(line)
  const kind = opened ? opened.slice(1).findIndex(Boolean) : -1
  const end = ends[kind] ?? null
  if (end === null && !names.test(line) && !lone.test(line)) return none
  if (!isSure || (end === null && !names.test(line) && !isFirst))
    return { type: 'unsure', hasEnd: end !== null }
  return { type: 'html', end, opening: opened?.[0] ?? '' }
}
