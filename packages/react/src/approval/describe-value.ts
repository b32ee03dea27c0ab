/** A value as it is written on a card. Two different JSON values never share both `kind` and `text`. */
export interface WrittenValue {
  /** `quoted`: a text that would otherwise read as something else, such as `"1"`. */
  readonly kind: 'text' | 'quoted' | 'number' | 'yes-no' | 'nothing' | 'structure'
  readonly text: string
}

/** What stands where a value is missing. A text that is just that is quoted. */
export const noValue = '—'

// Numbers, quoted texts, lists and groups: what this card itself writes for a value of another type.
const readsAsJson = (text: string): boolean => {
  if (!/^[-\d"[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

// The edges of a longer text are marked where they are: in quotes its lines would run into one.
const hasBareEdge = (text: string): boolean =>
  text.length <= 200 && /^\s|\s$/u.test(text) && !text.includes('\n')

const needsQuotes = (text: string): boolean =>
  text === '' ||
  text === noValue ||
  hasBareEdge(text) ||
  /^(?:true|false|null|undefined|NaN|-?Infinity)$/iu.test(text) ||
  /^(?:\[ \]|\{ \}) /.test(text) ||
  readsAsJson(text)

/** JSON with two spaces, as a person reads it; `null` where it is nested too deeply to be written. */
export const prettyJson = (value: unknown): string | null => {
  try {
    return JSON.stringify(value, null, 2) ?? String(value)
  } catch {
    return null
  }
}

/** Writes a parameter's value so that its type is seen: `1` and `"1"` differ, and so do `null` and `"null"`. */
export const describeValue = (value: unknown): WrittenValue => {
  switch (typeof value) {
    case 'string':
      return needsQuotes(value)
        ? { kind: 'quoted', text: JSON.stringify(value) }
        : { kind: 'text', text: value }
    case 'number':
    case 'bigint':
      return { kind: 'number', text: Object.is(value, -0) ? '-0' : String(value) }
    case 'boolean':
      return { kind: 'yes-no', text: String(value) }
    default:
      return value === null || value === undefined
        ? { kind: 'nothing', text: String(value) }
        : { kind: 'structure', text: prettyJson(value) ?? noValue }
  }
}

/** Writes the name of a parameter, in quotes where it would not be seen whole or could pass for a quoted one. */
export const describeName = (name: string): string =>
  name === '' || name.startsWith('"') || /^\s|\s$/u.test(name) ? JSON.stringify(name) : name
