export { decodeForm, type FormDialect, type FormSource } from './form-dialect.ts'
export { decodeElicitation, type ElicitationAnswer } from './form-elicitation.ts'
export { decodeParameterSchema, editedParameters, type ParameterEdit } from './form-parameters.ts'
export { decodeJsonSchema } from './form-schema.ts'
