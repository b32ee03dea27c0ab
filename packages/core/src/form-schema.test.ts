import { describe, expect, test } from 'vitest'
import { askedFields } from './form-asked.ts'
import { decodeJsonSchema } from './form-schema.ts'
import { object, one, reader, sent } from './fixtures/schema-forms.ts'

describe('a value of a JSON Schema', () => {
  test.each([
    [{ type: 'string' }, { type: 'Text', emptyAs: 'absent', path: ['a'] }],
    [
      { type: 'string', title: 'Your name', description: 'As on the card.' },
      { label: 'Your name', help: 'As on the card.' },
    ],
    [{ type: 'string', examples: ['A-1042'] }, { placeholder: 'A-1042' }],
    [
      { type: 'string', maxLength: 4000 },
      { type: 'TextArea', maxLength: 4000 },
    ],
    [{ type: 'string', format: 'email' }, { type: 'Email' }],
    [
      { type: 'string', format: 'uri' },
      { type: 'Url', format: 'uri' },
    ],
    [
      { type: 'string', format: 'date-time' },
      { type: 'DateTime', format: 'date-time' },
    ],
    [
      { type: 'string', format: 'ipv4' },
      { type: 'Text', format: 'ipv4', unknownType: null },
    ],
    [
      { type: 'string', format: 'hologram' },
      { type: 'Text', unknownType: 'hologram' },
    ],
    [{ type: 'string', writeOnly: true }, { isSecret: true }],
    [
      { type: 'string', readOnly: true, default: 'x' },
      { isReadOnly: true, defaultValue: 'x' },
    ],
    [
      { type: 'integer', minimum: 1, exclusiveMaximum: 9 },
      { type: 'Number', step: 1, min: 1, max: null, below: 9 },
    ],
    [
      { type: 'number', minimum: 0, exclusiveMinimum: true },
      { min: null, above: 0 },
    ],
    [{ type: 'integer', multipleOf: 5 }, { step: 5 }],
    [{ type: 'integer', multipleOf: 0.5 }, { step: 1 }],
    [{ type: 'boolean' }, { type: 'Checkbox' }],
    [{ type: 'boolean', const: true }, { type: 'Consent' }],
    [
      {
        type: 'boolean',
        oneOf: [
          { const: true, title: 'On' },
          { const: false, title: 'Off' },
        ],
      },
      { type: 'Radio' },
    ],
    [{ const: 7 }, { isReadOnly: true, defaultValue: 7 }],
    [
      { enum: ['a', 'b'], enumNames: ['Alpha', 'Beta'] },
      {
        type: 'Select',
        options: [
          { value: 'a', label: 'Alpha' },
          { value: 'b', label: 'Beta' },
        ],
      },
    ],
    [
      { oneOf: [{ const: 1, title: 'One', description: 'The least.' }] },
      { type: 'Select', options: [{ value: '1', label: 'One', help: 'The least.', submits: 1 }] },
    ],
    [
      { type: 'array', items: { enum: ['a', 'b'] }, minItems: 1, uniqueItems: true },
      { type: 'MultiSelect', isMultiple: true, minItems: 1 },
    ],
    [
      { type: 'array', items: { type: 'string', format: 'email' } },
      { type: 'Email', isMultiple: true },
    ],
    [
      { type: 'array', items: { type: 'object' } },
      { type: 'TextArea', format: 'json', isMultiple: false },
    ],
    [{ type: 'object' }, { type: 'TextArea', format: 'json' }],
    [{ type: ['string', 'null'] }, { type: 'Text' }],
    [{ anyOf: [{ type: 'integer' }, { type: 'null' }] }, { type: 'Number', step: 1 }],
    [
      {
        allOf: [
          { type: 'string', minLength: 2 },
          { minLength: 4, maxLength: 9 },
        ],
      },
      { minLength: 4, maxLength: 9 },
    ],
    [
      { $ref: '#/$defs/mail', title: 'Mail' },
      { type: 'Email', label: 'Mail' },
    ],
  ])('%j is drawn as %j', (schema, drawn) => {
    const $defs = { mail: { type: 'string', format: 'email', title: 'Address' } }

    expect(one(schema, { $defs })).toMatchObject(drawn)
  })

  test('is asked for by its name in words when it has no title', () => {
    expect(
      decodeJsonSchema(object({ firstName: {}, order_id: {}, 'zip-code': {}, userID: {} })).dataPoints.map(
        ({ label }) => label,
      ),
    ).toEqual(['First name', 'Order id', 'Zip code', 'User ID'])
  })

  test.each([
    [{ type: ['string', 'null'] }, ['a'], { a: null }],
    [{ type: ['string', 'null'] }, [], {}],
    [{ type: 'string' }, [], {}],
    [{ enum: [1, 2, null] }, ['a'], { a: null }],
  ])('%j, required %j and left empty, is sent as %j', (schema, required, values) => {
    const form = decodeJsonSchema(object({ a: schema }, { required }))

    expect(sent(form, { a: '' })).toEqual(values)
  })

  test('keeps values apart that read alike', () => {
    const form = decodeJsonSchema(object({ a: { enum: [1, '1', true] } }))

    expect(form.dataPoints[0]?.options.map(({ value }) => value)).toEqual(['1', '"1"', 'true'])
    expect(['1', '"1"', 'true'].map((a) => sent(form, { a }))).toEqual([{ a: 1 }, { a: '1' }, { a: true }])
  })

  test('goes back with its default in its own type', () => {
    const schema = object({
      count: { type: 'integer', default: 3 },
      tags: { type: 'array', items: { type: 'string' }, default: ['a', 'b'] },
      sizes: { type: 'array', items: { enum: [1, 2, 3] }, default: [1, 3] },
      at: { type: 'string', format: 'date-time', default: '2026-11-19T10:30:00Z' },
      more: { type: 'object', default: { deep: [1] } },
      on: { type: 'boolean', default: true },
      fixed: { const: { v: 2 } },
    })

    expect(sent(decodeJsonSchema(schema))).toEqual({
      count: 3,
      tags: ['a', 'b'],
      sizes: [1, 3],
      at: '2026-11-19T10:30:00+00:00',
      more: { deep: [1] },
      on: true,
      fixed: { v: 2 },
    })
  })
})

describe('objects', () => {
  const address = object(
    { street: { type: 'string' }, city: { type: 'string' } },
    { title: 'Address', required: ['city'] },
  )

  test('become groups, and go back nested', () => {
    const form = decodeJsonSchema(object({ name: {}, home: address }, { required: ['home'] }))

    expect(
      form.dataPoints.map(({ key, groups, isRequired }) => [
        key,
        groups.map(({ label }) => label),
        isRequired,
      ]),
    ).toEqual([
      ['name', [], false],
      ['home/street', ['Address'], false],
      ['home/city', ['Address'], true],
    ])
    expect(sent(form, { 'home/city': 'Lisbon' })).toEqual({ home: { city: 'Lisbon' } })
  })

  test('that are optional require their parts only once one of them is there', () => {
    const form = decodeJsonSchema(object({ home: address }))
    const isCityRequired = (street: string) =>
      askedFields(form.dataPoints, reader({ 'home/street': street })).find(({ key }) => key === 'home/city')
        ?.isRequired

    expect([isCityRequired(''), isCityRequired('Rua 1')]).toEqual([false, true])
    expect(sent(form)).toEqual({})
  })

  test('with slashes in their names keep their fields apart', () => {
    const form = decodeJsonSchema(object({ 'a/b': {}, a: object({ b: {} }) }))

    expect(sent(form, { 'a~1b': '1', 'a/b': '2' })).toEqual({ 'a/b': '1', a: { b: '2' } })
  })

  test('hand their defaults down', () => {
    const form = decodeJsonSchema({
      ...object({ home: { ...address, default: { city: 'Porto' } } }),
      default: { home: { street: 'x' } },
    })

    expect(sent(form)).toEqual({ home: { city: 'Porto' } })
  })
})
