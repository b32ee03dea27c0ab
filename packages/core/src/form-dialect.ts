import { decodeDataPoints } from './form-decode.ts'
import { decodeElicitation } from './form-elicitation.ts'
import { decodeParameterSchema } from './form-parameters.ts'
import { decodeJsonSchema } from './form-schema.ts'
import type { FormDefinition } from './form.ts'

/** A form's definition, in the dialect that it is written in. */
export type FormSource =
  | { readonly dialect: 'data-points'; readonly dataPoints: unknown }
  | {
      readonly dialect: 'parameter-schema'
      readonly schema: Parameters<typeof decodeParameterSchema>[0]
      readonly parameters: Readonly<Record<string, unknown>>
    }
  | { readonly dialect: 'json-schema'; readonly schema: unknown }
  | { readonly dialect: 'elicitation'; readonly request: unknown }

export type FormDialect = FormSource['dialect']

/**
 * Reads a form in any dialect into the one model. It brings all four readers along; a page that knows its dialect
 * imports that one alone.
 */
export const decodeForm = (source: FormSource): FormDefinition => {
  switch (source.dialect) {
    case 'data-points':
      return { title: null, help: null, ...decodeDataPoints(source.dataPoints) }
    case 'parameter-schema':
      return { title: null, help: null, ...decodeParameterSchema(source.schema, source.parameters) }
    case 'json-schema':
      return decodeJsonSchema(source.schema)
    case 'elicitation':
      return decodeElicitation(source.request)
  }
}
