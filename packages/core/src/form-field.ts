import type { DataPoint } from './form.ts'

const defaults: Omit<DataPoint, 'key' | 'label'> = {
  path: null,
  type: 'Text',
  unknownType: null,
  isRequired: true,
  requiredWhen: null,
  visibleWhen: null,
  options: [],
  placeholder: null,
  help: null,
  defaultValue: null,
  min: null,
  max: null,
  above: null,
  below: null,
  step: null,
  minLength: null,
  maxLength: null,
  minItems: null,
  maxItems: null,
  isUnique: false,
  pattern: null,
  patternHint: null,
  format: null,
  isMultiple: false,
  accept: null,
  maxBytes: null,
  isSecret: false,
  isReadOnly: false,
  emptyAs: 'blank',
  groups: [],
}

/** A field with what is given, and for all else the default: a required text. Its label is its key unless it has one. */
export const createDataPoint = (given: Pick<DataPoint, 'key'> & Partial<DataPoint>): DataPoint => ({
  ...defaults,
  label: given.key,
  ...given,
})
