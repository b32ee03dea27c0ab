import { type DataPoint, type JsonObject, optionValues } from '@threadwork/engine'

/** The fields of a form as JSON Schema, for a model that fills them in; without fields any record will do. */
export function inputSchemaOf(fields: readonly DataPoint[]): JsonObject {
  if (fields.length === 0) return { type: 'object', properties: {} }
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.key, schemaOf(field)])),
    required: fields.filter(isAlwaysRequired).map(({ key }) => key),
    additionalProperties: false,
  }
}

// A field that is asked for only while another has some value cannot be required beforehand.
const isAlwaysRequired = ({ required, visibleWhen }: DataPoint): boolean =>
  required !== false && visibleWhen === undefined

function schemaOf(field: DataPoint): JsonObject {
  const { label, help } = field
  const description = help === undefined ? label : `${label}. ${help}`
  const one = valueOf(field)
  if (field.type === 'MultiSelect') return { type: 'array', items: one, description }
  return { ...one, description }
}

function valueOf(field: DataPoint): JsonObject {
  switch (field.type) {
    case 'Number':
    case 'Rating':
      return { type: 'number' }
    case 'Checkbox':
    case 'Consent':
      return { type: 'boolean' }
    case 'Select':
    case 'Radio':
    case 'MultiSelect':
      return { type: 'string', enum: [...optionValues(field)] }
    case 'Date':
      return { type: 'string', format: 'date' }
    default:
      return { type: 'string' }
  }
}
