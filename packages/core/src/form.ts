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
  readonly value: string
  readonly label: string
}

/** One field that a step asks for, decoded: every optional property has its default. */
export interface DataPoint {
  /** The submitted name. */
  readonly key: string
  readonly label: string
  readonly type: DataPointType
  /** The wire's word when it was not one of ours, and `type` is therefore `Text`. */
  readonly unknownType: string | null
  readonly isRequired: boolean
  readonly options: readonly DataPointOption[]
  readonly placeholder: string | null
  readonly help: string | null
  readonly defaultValue: unknown
  readonly min: number | string | null
  readonly max: number | string | null
  readonly minLength: number | null
  readonly maxLength: number | null
  readonly pattern: string | null
  readonly isMultiple: boolean
  readonly accept: string | null
  readonly isSecret: boolean
  readonly group: string | null
}
