import { asText } from './form-read.ts'
import { isRecord } from './is-record.ts'
import { decodeJsonSchema } from './form-schema.ts'
import { choiceOf } from './form-schema-options.ts'
import type { FormValues } from './form-values.ts'
import type { FormDefinition } from './form.ts'

/** What a person answers to an MCP server's elicitation. Declining is a "no"; cancelling is no answer. */
export type ElicitationAnswer =
  | { readonly action: 'accept'; readonly content: FormValues }
  | { readonly action: 'decline' }
  | { readonly action: 'cancel' }

type Property = Readonly<Record<string, unknown>>

const plainTypes: ReadonlySet<unknown> = new Set(['string', 'number', 'integer', 'boolean'])

const isAllowed = (property: unknown): property is Property => {
  if (!isRecord(property)) return false
  if (property['type'] === 'array') return isRecord(property['items']) && choiceOf(property['items']) !== null
  return plainTypes.has(property['type']) || (property['type'] === undefined && choiceOf(property) !== null)
}

/** What the restricted schema of an elicitation may say besides its properties. */
const known: ReadonlySet<string> = new Set([
  '$schema',
  'type',
  'properties',
  'required',
  'title',
  'description',
  'additionalProperties',
])

const refusal = (problem: string): FormDefinition => ({
  title: null,
  help: null,
  dataPoints: [],
  problems: [problem],
})

const schemaOf = (request: unknown): unknown =>
  isRecord(request) && request['requestedSchema'] !== undefined ? request['requestedSchema'] : request

/**
 * Reads the parameters of MCP's `elicitation/create` (specification 2025-11-25, form mode), or its `requestedSchema`
 * alone. Its message is the form's title. What the restricted schema does not allow is left out and named.
 */
export const decodeElicitation = (request: unknown): FormDefinition => {
  if (isRecord(request) && request['mode'] === 'url')
    return refusal(
      'This asks to open a page and not to fill in a form. Draw it as a link that the person opens.',
    )
  const schema = schemaOf(request)
  if (!isRecord(schema) || !isRecord(schema['properties']))
    return refusal('The server asks for details but lists no fields, so there is nothing to fill in.')
  const properties = Object.entries(schema['properties'])
  const allowed = properties.filter(([, property]) => isAllowed(property))
  const names = new Set(allowed.map(([name]) => name))
  const problems = [
    ...properties
      .filter(([name]) => !names.has(name))
      .map(([name]) => `“${name}” is of a kind that an elicitation may not ask for, so it is left out.`),
    ...Object.keys(schema)
      .filter((keyword) => !known.has(keyword))
      .map((keyword) => `“${keyword}” is not part of an elicitation’s schema, so it is not followed.`),
  ]
  const required = Array.isArray(schema['required']) ? (schema['required'] as readonly unknown[]) : []
  const form = decodeJsonSchema({
    type: 'object',
    properties: Object.fromEntries(allowed),
    required: required.filter((name) => typeof name === 'string' && names.has(name)),
  })
  return {
    ...form,
    title: (isRecord(request) ? asText(request['message']) : null) ?? asText(schema['title']),
    help: asText(schema['description']),
    problems: [...problems, ...form.problems],
  }
}
