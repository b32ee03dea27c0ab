/** A value as it is written on a card. Two different JSON values never share both `kind` and `text`. */
export interface WrittenValue {
  /** `quoted`: a text that would otherwise read as something else, such as `"1"`. */
  readonly kind: 'text' | 'quoted' | 'number' | 'yes-no' | 'nothing' | 'structure'
  readonly text: string
}

const readsAsJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const needsQuotes = (text: string): boolean =>
  text === '' ||
  text !== text.trim() ||
  /^["'{[]|^(?:true|false|null|undefined|NaN|-?Infinity)$/iu.test(text) ||
  readsAsJson(text)

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
        : { kind: 'structure', text: JSON.stringify(value, null, 2) }
  }
}
