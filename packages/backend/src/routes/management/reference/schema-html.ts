import { isRecord } from '../../../is-record.ts'
import { type Html, html } from './html.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** The place of a schema in the page. */
export const schemaAnchor = (name: string): string => `schema-${name}`

/** A part of the document; empty where there is none. */
export const asObject = (value: unknown): JsonObject => (isRecord(value) ? value : {})
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The name that a reference leads to; `null` for a schema that stands for itself. */
export function referredName(schema: unknown): string | null {
  const reference = asObject(schema)['$ref']
  return typeof reference === 'string' ? (reference.split('/').at(-1) ?? null) : null
}

/** A type in a few words: `list of Node`, `text, 1 to 200 characters`, `“asc” or “desc”`. */
export function typeHtml(given: unknown): Html {
  const schema = asObject(given)
  const name = referredName(schema)
  if (name?.startsWith('schema')) return html`any JSON`
  if (name !== null) return html`<a href="#${schemaAnchor(name)}">${name}</a>`
  const variants = asList(schema['anyOf'] ?? schema['oneOf'])
  if (variants.length > 0) return joined(variants.map(typeHtml), ' or ')
  if ('const' in schema) return html`<q>${String(schema['const'])}</q>`
  if (Array.isArray(schema['enum'])) {
    return joined(
      schema['enum'].map((word) => html`<q>${String(word)}</q>`),
      ' or ',
    )
  }
  return plainType(schema)
}

function plainType(schema: JsonObject): Html {
  const { type } = schema
  switch (type) {
    case 'array':
      return html`list of ${typeHtml(schema['items'])}`
    case 'object':
      return html`object`
    case 'string':
      return html`text${limitsOf(schema, 'minLength', 'maxLength', ' characters')}`
    case 'integer':
      return html`whole number${limitsOf(schema, 'minimum', 'maximum', '')}`
    case 'number':
      return html`number${limitsOf(schema, 'minimum', 'maximum', '')}`
    case 'boolean':
      return html`true or false`
    case 'null':
      return html`null`
    default:
      return html`any JSON`
  }
}

// What a whole number can be at all says nothing of this one.
const isTold = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER

function limitsOf(schema: JsonObject, low: string, high: string, unit: string): string {
  const [least, most] = [schema[low], schema[high]]
  if (isTold(least) && isTold(most)) return `, ${least} to ${most}${unit}`
  if (isTold(most)) return `, at most ${most}${unit}`
  return isTold(least) ? `, at least ${least}${unit}` : ''
}

const joined = (parts: readonly Html[], between: string): Html => ({
  html: parts.map((part) => part.html).join(between),
})

/** The fields of an object, each with its type and what is said of it; for anything else its type. */
export function schemaHtml(given: unknown): Html {
  const schema = asObject(given)
  const variants = asList(schema['anyOf'] ?? schema['oneOf'])
  if (variants.length > 0 && variants.every((variant) => 'properties' in asObject(variant))) {
    return html`<p>One of:</p>
      ${variants.map(schemaHtml)}`
  }
  const fields = Object.entries(asObject(schema['properties']))
  if (fields.length === 0) return html`<p>${typeHtml(schema)}</p>`
  const required = asList(schema['required'])
  return html`<dl>${fields.map(([name, field]) => fieldHtml(name, field, required.includes(name)))}</dl>`
}

function fieldHtml(name: string, field: unknown, isRequired: boolean): Html {
  const note = textOf(asObject(field)['description'])
  const inner = innerFields(field)
  const usual = asObject(field)['default']
  const fallback = usual === undefined ? html`` : html` <small>${JSON.stringify(usual)} when left out</small>`
  return html`<div>
    <dt><code>${name}</code>${isRequired ? html` <b>required</b>` : ''}</dt>
    <dd>
      <span>${typeHtml(field)}${fallback}</span
      >${note === '' ? '' : html` <span>${note}</span>`}${inner ? schemaHtml(inner) : ''}
    </dd>
  </div>`
}

/** The schema whose fields are shown below a field, where it has some of its own. */
function innerFields(field: unknown): unknown {
  const schema = asObject(field)
  const candidates = [schema, schema['items'], ...asList(schema['anyOf'])]
  return candidates.find((candidate) => 'properties' in asObject(candidate)) ?? null
}
