import { describe, expect, test } from 'vitest'
import { decodeForm } from './form-dialect.ts'
import { decodeElicitation } from './form-elicitation.ts'

const request = (properties: object, more: object = {}) => ({
  mode: 'form',
  message: 'Where shall it go?',
  requestedSchema: { type: 'object', properties, ...more },
})

describe('reading an elicitation', () => {
  test('takes the message as the title and the restricted schema as the fields', () => {
    const form = decodeElicitation(
      request(
        {
          name: { type: 'string', title: 'Full name', minLength: 2, default: 'Ada' },
          size: { type: 'string', enum: ['s', 'm'], enumNames: ['Small', 'Medium'] },
          days: { type: 'array', items: { anyOf: [{ const: 1, title: 'Mon' }] }, default: [1] },
        },
        { required: ['name'] },
      ),
    )

    expect(form).toMatchObject({ title: 'Where shall it go?', problems: [] })
    expect(form.dataPoints).toMatchObject([
      { key: 'name', label: 'Full name', isRequired: true, minLength: 2, defaultValue: 'Ada' },
      { key: 'size', type: 'Select', isRequired: false, options: [{ label: 'Small' }, { label: 'Medium' }] },
      { key: 'days', type: 'MultiSelect', options: [{ label: 'Mon', submits: 1 }], defaultValue: [1] },
    ])
  })

  test.each([
    ['a nested object', request({ home: { type: 'object', properties: { city: {} } } }), '“home”'],
    ['a free list', request({ tags: { type: 'array', items: { type: 'string' } } }), '“tags”'],
    ['what is no schema', request({ odd: 7 }), '“odd”'],
    ['a keyword of the whole JSON Schema', request({ a: { type: 'string' } }, { allOf: [] }), '“allOf”'],
    ['no fields', request({}), 'lists no fields'],
    ['nothing', null, 'lists no fields'],
    ['a page to open', { mode: 'url', message: 'Pay', url: 'https://example.com' }, 'open a page'],
  ])('names %s', (_, given, words) => {
    expect(decodeElicitation(given).problems.join('\n')).toContain(words)
  })
})

test('each dialect is read into the same model', () => {
  const forms = [
    decodeForm({ dialect: 'data-points', dataPoints: [{ key: 'a', label: 'A', type: 'Number' }] }),
    decodeForm({
      dialect: 'parameter-schema',
      schema: [{ name: 'a', label: 'A', type: 'number' }],
      parameters: {},
    }),
    decodeForm({
      dialect: 'json-schema',
      schema: { properties: { a: { type: 'number' } }, required: ['a'] },
    }),
    decodeForm({ dialect: 'elicitation', request: request({ a: { type: 'number' } }, { required: ['a'] }) }),
  ]

  for (const { dataPoints } of forms)
    expect(dataPoints).toEqual([
      expect.objectContaining({ key: 'a', label: 'A', type: 'Number', isRequired: true }),
    ])
})
