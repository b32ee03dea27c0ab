import type { FormDialect, FormSource } from '@threadwork/core/forms'

/** What a person does at one field: Tab to it by its name, then these keys, or files out of the system's dialogue. */
export type Fill =
  | { readonly field: string; readonly keys: string }
  | { readonly field: string; readonly files: readonly string[] }

/** One feature in one dialect: a definition, what a person does with the keyboard, and what has to come of it. */
export interface Fixture {
  readonly source: FormSource
  /** A wrong answer that is refused before it leaves, and what is said about its field. */
  readonly wrong?: { readonly fill: readonly Fill[]; readonly field: string; readonly problem: RegExp }
  readonly fill?: readonly Fill[]
  /** What the field is described by, before anything is typed. */
  readonly describes?: { readonly field: string; readonly by: RegExp }
  /** What is told of a definition that cannot be drawn as a whole. */
  readonly problem?: RegExp
  /** The button that ends it; “Send details” unless told. */
  readonly button?: string
  /** Fields that are not on the page when the form is sent. */
  readonly absent?: readonly string[]
  /** The submitted value, whole. */
  readonly submits: unknown
}

/** A feature, and its fixture for each dialect, or why that dialect has no words for it. */
export interface Feature {
  readonly name: string
  readonly cells: Readonly<Record<FormDialect, Fixture | string>>
}

type Cell = FormSource | (Partial<Fixture> & Pick<Fixture, 'source'>) | string

interface Cells {
  readonly dataPoints: Cell
  readonly parameters: Cell
  readonly jsonSchema: Cell
  readonly elicitation: Cell
}

/** A feature whose dialects share what is done and what comes of it, where a cell does not say otherwise. */
export const feature = (name: string, shared: Omit<Fixture, 'source'>, cells: Cells): Feature => {
  const fixture = (cell: Cell): Fixture | string => {
    if (typeof cell === 'string') return cell
    return 'dialect' in cell ? { ...shared, source: cell } : { ...shared, ...cell }
  }
  return {
    name,
    cells: {
      'data-points': fixture(cells.dataPoints),
      'parameter-schema': fixture(cells.parameters),
      'json-schema': fixture(cells.jsonSchema),
      elicitation: fixture(cells.elicitation),
    },
  }
}

export const dataPoints = (...fields: readonly object[]): FormSource => ({
  dialect: 'data-points',
  dataPoints: fields,
})

export const parameters = (
  schema: readonly object[],
  values: Readonly<Record<string, unknown>> = {},
): FormSource => ({
  dialect: 'parameter-schema',
  // Rows as the wire spells them.
  schema: schema as readonly Readonly<Record<string, unknown>>[],
  parameters: values,
})

export const jsonSchema = (properties: object, more: object = {}): FormSource => ({
  dialect: 'json-schema',
  schema: { type: 'object', properties, ...more },
})

export const elicitation = (properties: object, more: object = {}): FormSource => ({
  dialect: 'elicitation',
  request: { mode: 'form', message: 'Details', requestedSchema: { type: 'object', properties, ...more } },
})

/** A JSON Schema that an elicitation may ask for as well. */
export const bothSchemas = (
  properties: object,
  more: object = {},
): Pick<Cells, 'jsonSchema' | 'elicitation'> => ({
  jsonSchema: jsonSchema(properties, more),
  elicitation: elicitation(properties, more),
})
