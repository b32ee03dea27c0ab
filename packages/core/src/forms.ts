export { decodeParameterSchema, editedParameters, type ParameterEdit } from './form-parameters.ts'
export type { DataPoint, DecodedForm } from './form.ts'
