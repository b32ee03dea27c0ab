import { remProperty } from './shadow-styles.ts'

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>()

// A sheet belongs to the document that it was made in; all shadow trees of that document share it.
const sheetOf = (css: string, page: Document): CSSStyleSheet => {
  const known = sheets.get(page) ?? new Map<string, CSSStyleSheet>()
  sheets.set(page, known)
  const Sheet = page.defaultView?.CSSStyleSheet ?? CSSStyleSheet
  const sheet = known.get(css) ?? new Sheet()
  if (!known.has(css)) sheet.replaceSync(css)
  known.set(css, sheet)
  return sheet
}

// Without a type the property would be text, and mean another size at each element that reads it.
const registerRem = (): void => {
  try {
    CSS.registerProperty({ name: remProperty, syntax: '<length>', inherits: true, initialValue: '16px' })
  } catch {
    // Another copy of this script has done so.
  }
}

let isRegistered = false

/** Gives a shadow tree these stylesheets. Constructed sheets need no exception in a Content-Security-Policy. */
export const adoptStyles = (tree: ShadowRoot, ...texts: readonly string[]): void => {
  if (!isRegistered) registerRem()
  isRegistered = true
  tree.adoptedStyleSheets = texts.map((css) => sheetOf(css, tree.ownerDocument))
}
