/** What a field can ask for. A word that is not in this list is served as it is and checked as text. */
export type FieldType =
  | 'Text'
  | 'Email'
  | 'Select'
  | 'Number'
  | 'Phone'
  | 'Url'
  | 'Date'
  | 'Time'
  | 'DateTime'
  | 'MultiSelect'
  | 'Radio'
  | 'Checkbox'
  | 'TextArea'
  | 'File'
  | 'Password'
  | 'Rating'
  | 'Consent'
  | (string & {})

/** A statement about other fields of the same form, by their keys. */
export type FieldCondition =
  | { readonly key: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly key: string; readonly filled: boolean }
  | { readonly all: readonly FieldCondition[] }
  | { readonly any: readonly FieldCondition[] }
  | { readonly not: FieldCondition }

export interface FieldOption {
  readonly value: string
  readonly label: string
}

/**
 * One field that an intervention asks for, as plain JSON. `key` is the submitted name; a field is
 * required unless it says otherwise; `min` and `max` are numbers for Number and Rating, ISO dates
 * (`YYYY-MM-DD`) for Date.
 */
export interface DataPoint {
  readonly key: string
  readonly label: string
  readonly type: FieldType
  readonly required?: boolean
  readonly options?: readonly (FieldOption | string)[]
  readonly placeholder?: string
  readonly help?: string
  readonly default?: unknown
  readonly min?: number | string
  readonly max?: number | string
  readonly minLength?: number
  readonly maxLength?: number
  /** A regular expression of RE2 that the whole text has to match. */
  readonly pattern?: string
  readonly secret?: boolean
  readonly group?: string
  /** Takes several values; for File several ids. */
  readonly multiple?: boolean
  /** File types, as in `<input accept>`. */
  readonly accept?: string
  /** Asked for, and taken, only while this holds. */
  readonly visibleWhen?: FieldCondition
}

/** The values of a field's options, in their order; empty for a field without any. */
export const optionValues = (field: DataPoint): readonly string[] =>
  (field.options ?? []).map((option) => (typeof option === 'string' ? option : option.value))
