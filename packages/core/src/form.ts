/** The field types of the wire. A type that is not in this list is drawn as text, and says so. */
export type DataPointType =
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

export interface DataPointOption {
  /** Names the option within its field; a control holds this. */
  readonly value: string
  readonly label: string
  readonly help?: string
  /** What is submitted for it where that is not `value`: a number, a boolean or null of a JSON Schema. */
  readonly submits?: unknown
}

/** A titled part of a form. Fields whose groups have the same keys stand together. */
export interface FieldGroup {
  readonly key: string
  readonly label: string
  readonly help: string | null
  /** It is submitted as a whole or not at all: left out while nothing in it is filled in. */
  readonly isOptional: boolean
}

/** A statement about other fields, by their keys. A field that is not asked for counts as empty. */
export type FieldCondition =
  /** The value, or one of several chosen values, is among `values`; compared as text, so `3` is `"3"`. */
  | { readonly type: 'is'; readonly key: string; readonly values: readonly unknown[] }
  | { readonly type: 'filled'; readonly key: string }
  /** A number, or an ISO date or time, within bounds that belong to it. */
  | {
      readonly type: 'within'
      readonly key: string
      readonly min: number | string | null
      readonly max: number | string | null
    }
  | { readonly type: 'not'; readonly condition: FieldCondition }
  | { readonly type: 'all' | 'any'; readonly conditions: readonly FieldCondition[] }

/** One field that is asked for, decoded: every optional property has its default (see `createDataPoint`). */
export interface DataPoint {
  /** Unique within the form. The submitted name, unless `path` says otherwise. */
  readonly key: string
  /** Where the value goes in a nested answer; `null`: under `key`. */
  readonly path: readonly string[] | null
  readonly label: string
  readonly type: DataPointType
  /** The wire's word when it was not one of ours, and `type` is therefore `Text`. */
  readonly unknownType: string | null
  readonly isRequired: boolean
  /** Required only while this holds; `null`: `isRequired` alone decides. */
  readonly requiredWhen: FieldCondition | null
  /** Asked for only while this holds; `null`: always. */
  readonly visibleWhen: FieldCondition | null
  readonly options: readonly DataPointOption[]
  readonly placeholder: string | null
  readonly help: string | null
  readonly defaultValue: unknown
  /** Inclusive bounds: numbers, or ISO dates and times. */
  readonly min: number | string | null
  readonly max: number | string | null
  /** Exclusive bounds of a number. */
  readonly above: number | null
  readonly below: number | null
  /** A number is a multiple of this; `1`: whole numbers. */
  readonly step: number | null
  /** In characters (code points). */
  readonly minLength: number | null
  readonly maxLength: number | null
  /** How many entries a multiple field takes. */
  readonly minItems: number | null
  readonly maxItems: number | null
  /** No entry of a multiple field may come twice. */
  readonly isUnique: boolean
  /** An expression that the text matches somewhere; one for the whole text carries `^` and `$`. */
  readonly pattern: string | null
  /** What the pattern asks for, in a sentence for the person. */
  readonly patternHint: string | null
  /**
   * What form the text has beyond its type: `uuid`, `ipv4`, `ipv6`, `hostname`, `uri`, `json`. `date-time` and
   * `time` submit with their offset from UTC. One that is not checked here is the backend's to check.
   */
  readonly format: string | null
  /** Several entries: of `options` where there are any, else one a line. */
  readonly isMultiple: boolean
  /** File types, as in `<input accept>`. */
  readonly accept: string | null
  /** The largest file, in bytes. */
  readonly maxBytes: number | null
  /** Never stored, never shown again. */
  readonly isSecret: boolean
  /** Shown and submitted as it is. */
  readonly isReadOnly: boolean
  /** How an empty field is submitted: as `''`, `null` or `[]` by its type; not at all; as `null`. */
  readonly emptyAs: 'blank' | 'absent' | 'null'
  /** From the outermost in. */
  readonly groups: readonly FieldGroup[]
}

/** A form in a dialect that may also name it. */
export interface FormDefinition extends DecodedForm {
  readonly title: string | null
  readonly help: string | null
}

/** Decoded fields, and a sentence for each fault of the definition; a faulty field is left out, never guessed. */
export interface DecodedForm {
  readonly dataPoints: readonly DataPoint[]
  readonly problems: readonly string[]
}
