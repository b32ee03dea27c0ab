import { checkFields } from './form-check.ts'
import { asText } from './form-read.ts'
import { createSchemaReader } from './form-schema-flat.ts'
import { createObjectReader } from './form-schema-object.ts'
import { createSlots } from './form-schema-slots.ts'
import { typesOf } from './form-schema-kind.ts'
import type { FormDefinition } from './form.ts'

const undrawable = (problem: string, found: readonly string[]): FormDefinition => ({
  title: null,
  help: null,
  dataPoints: [],
  problems: [...found, problem],
})

/**
 * Reads a JSON Schema (2020-12, and the spellings of drafts 4 to 7) of an object as a form. Answers go back in the
 * schema's own shape. Never throws: what cannot be drawn or checked is a sentence in `problems` that names it.
 */
export const decodeJsonSchema = (schema: unknown): FormDefinition => {
  const reader = createSchemaReader(schema)
  const flat = reader.flatten(schema, 'This form', ['#'])
  if (!flat) return undrawable('This form has no definition that this page can read.', reader.problems)
  if (!typesOf(flat.keywords).types.includes('object'))
    return undrawable(
      'This form asks for a single value and not for an object of fields, which cannot be drawn.',
      reader.problems,
    )
  const title = asText(flat.keywords['title'])
  const slots = createSlots()
  createObjectReader(reader, slots).read(flat, title ?? 'This form')
  const fields = slots.fields()
  if (fields.length === 0)
    reader.tell('The form asks for details but lists no fields, so there is nothing to fill in.')
  return { title, help: asText(flat.keywords['description']), ...checkFields(fields, reader.problems) }
}
