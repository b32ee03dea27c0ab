import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedFields } from './form-asked.ts'
import type { LocalTime } from './form-local-time.ts'
import { decodeJsonSchema } from './form-schema.ts'
import { validateField } from './form-validate.ts'
import { submittedValues, toControlValue } from './form-values.ts'
import type { DataPoint, FormDefinition } from './form.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const utc: LocalTime = { fromInstant: (instant) => instant.slice(0, 16), offsetAt: () => '+00:00' }

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more })

const branch = (condition: unknown, whenTrue: unknown, whenFalse: unknown = true): object => ({
  if: condition,
  // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word, and nobody awaits a schema
  then: whenTrue,
  else: whenFalse,
})

const one = (schema: object, more: object = {}): DataPoint | undefined =>
  decodeJsonSchema(object({ a: schema }, more)).dataPoints[0]

type Typed = Readonly<Record<string, unknown>>

const reader =
  (typed: Typed) =>
  (field: DataPoint): unknown =>
    Object.hasOwn(typed, field.key) ? typed[field.key] : toControlValue(field, field.defaultValue, utc)

const asked = (form: FormDefinition, typed: Typed = {}) =>
  askedFields(form.dataPoints, reader(typed)).map(({ key }) => key)

const sent = (form: FormDefinition, typed: Typed = {}) => {
  const valueOf = reader(typed)
  return JSON.parse(
    JSON.stringify(submittedValues(askedFields(form.dataPoints, valueOf), valueOf, utc)),
  ) as unknown
}

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

describe('what depends on answers', () => {
  const country = { enum: ['US', 'PT'] }

  test('if, then and else ask for their fields in turn', () => {
    const form = decodeJsonSchema(
      object(
        { country },
        {
          required: ['country'],
          ...branch(
            { properties: { country: { const: 'US' } } },
            { properties: { zip: { type: 'string' } }, required: ['zip'] },
            { properties: { postcode: { type: 'string' } } },
          ),
        },
      ),
    )

    expect(asked(form, { country: 'US' })).toEqual(['country', 'zip'])
    expect(asked(form, { country: 'PT' })).toEqual(['country', 'postcode'])
    expect(form.problems).toEqual([])
  })

  test('a statement about an optional answer holds while there is none, as the specification has it', () => {
    const form = decodeJsonSchema(
      object({ country }, branch({ properties: { country: { const: 'US' } } }, { properties: { zip: {} } })),
    )

    expect(asked(form)).toEqual(['country', 'zip'])
    expect(asked(form, { country: 'PT' })).toEqual(['country'])
  })

  test('a branch draws a field in its own way where the schema narrows it', () => {
    const form = decodeJsonSchema(
      object(
        { country, city: { type: 'string', title: 'City' } },
        {
          required: ['country', 'city'],
          ...branch(
            { properties: { country: { const: 'PT' } } },
            { properties: { city: { enum: ['Lisbon', 'Porto'] } } },
          ),
        },
      ),
    )

    expect(asked(form, { country: 'US' })).toEqual(['country', 'city'])
    expect(asked(form, { country: 'PT' })).toEqual(['country', 'city#2'])
    expect(sent(form, { country: 'PT', 'city#2': 'Porto', city: 'Boston' })).toEqual({
      country: 'PT',
      city: 'Porto',
    })
    expect(form.dataPoints.at(-1)).toMatchObject({ type: 'Select', label: 'City', isRequired: true })
  })

  test('dependentRequired requires once the other is there', () => {
    const form = decodeJsonSchema(object({ card: {}, code: {} }, { dependentRequired: { card: ['code'] } }))
    const isRequired = (card: string) => askedFields(form.dataPoints, reader({ card }))[1]?.isRequired

    expect([isRequired(''), isRequired('4402')]).toEqual([false, true])
  })

  test('one of several shapes is chosen by the property that tells them apart', () => {
    const form = decodeJsonSchema({
      type: 'object',
      oneOf: [
        object(
          { kind: { const: 'card' }, number: { type: 'string' } },
          { title: 'By card', required: ['kind', 'number'] },
        ),
        object(
          { kind: { const: 'bank' }, number: { type: 'integer' }, bic: {} },
          { title: 'By bank', required: ['kind'] },
        ),
      ],
    })

    expect(form.dataPoints[0]).toMatchObject({
      key: 'kind',
      type: 'Select',
      options: [{ label: 'By card' }, { label: 'By bank' }],
    })
    expect(asked(form, { kind: 'card' })).toEqual(['kind', 'number'])
    expect(sent(form, { kind: 'bank', 'number#2': '7', bic: 'X' })).toEqual({
      kind: 'bank',
      number: 7,
      bic: 'X',
    })
    expect(form.problems).toEqual([])
  })

  test('what is required beside its shapes or branches is not asked for twice', () => {
    const shapes = [object({ kind: { const: 'a' } }), object({ kind: { const: 'b' }, more: {} })]
    const form = decodeJsonSchema({ type: 'object', oneOf: shapes, required: ['kind', 'more', 'new'] })

    expect(form.dataPoints.map(({ key, isRequired }) => [key, isRequired])).toEqual([
      ['kind', true],
      ['more', true],
      ['new', true],
    ])
  })
})

describe('what cannot be drawn', () => {
  test.each([
    ['a reference to elsewhere', object({ a: { $ref: 'https://example.com/s.json' } }), '“A”'],
    ['a reference to nothing', object({ a: { $ref: '#/$defs/x' } }), '#/$defs/x'],
    ['what contains itself', { ...object({ a: { $ref: '#' } }) }, 'contains itself'],
    ['what nothing satisfies', object({ a: false }), '“A”'],
    [
      'shapes that no answer tells apart',
      object({ a: object({}, { anyOf: [object({ x: {} }), object({ y: {} })] }) }),
      'several shapes',
    ],
    [
      'a value of several forms',
      object({ a: { anyOf: [{ type: 'string' }, { type: 'integer' }] } }),
      'several forms',
    ],
    [
      'entries under any name',
      object({ a: {} }, { additionalProperties: { type: 'string' } }),
      'further entries',
    ],
    ['a rule of negation', object({ a: { not: { const: 'x' } } }), '“not”'],
    ['two patterns', object({ a: { allOf: [{ pattern: 'a' }, { pattern: 'b' }] } }), '“pattern”'],
    [
      'a condition that fields cannot say',
      object({ a: {} }, branch({ minProperties: 2 }, { properties: { b: {} } })),
      '“if”',
    ],
    ['a reserved name', object({ constructor: { type: 'string' } }), 'reserved key'],
    ['no object', { type: 'string' }, 'single value'],
    ['no schema', 7, 'nothing can satisfy'],
    ['no fields', object({}), 'lists no fields'],
  ])('names %s', (_, schema, words) => {
    expect(decodeJsonSchema(schema).problems.join('\n')).toContain(words)
  })

  test('ends with a list of itself, and draws the list as JSON', () => {
    const form = decodeJsonSchema({
      $ref: '#/$defs/node',
      $defs: { node: object({ name: {}, children: { type: 'array', items: { $ref: '#/$defs/node' } } }) },
    })

    expect(form.dataPoints.map(({ key, format }) => [key, format])).toEqual([
      ['name', null],
      ['children', 'json'],
    ])
  })

  test('stays small before a schema that unfolds without end', () => {
    const $defs: Record<string, unknown> = { d0: object({ leaf: {} }) }
    for (let level = 1; level < 40; level += 1)
      $defs[`d${level}`] = object({
        l: { $ref: `#/$defs/d${level - 1}` },
        r: { $ref: `#/$defs/d${level - 1}` },
      })

    const form = decodeJsonSchema({ $ref: '#/$defs/d39', $defs })

    expect(form.problems.join()).toMatch(/too (?:large|deep)/)
  })
})

const word = fc.constantFrom('a', 'b', 'c', '__proto__', 'toString')
const anySchema = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 5 },
    fc.boolean(),
    fc.constantFrom({ $ref: '#' }, { $ref: '#/properties/a' }, { const: 1 }, { enum: ['a', null, 1] }),
    fc.record(
      {
        type: fc.constantFrom(
          'object',
          'string',
          'number',
          'integer',
          'boolean',
          'array',
          'null',
          ['string', 'null'],
          7,
        ),
        properties: fc.dictionary(word, tie('schema'), { maxKeys: 4 }),
        required: fc.array(word, { maxLength: 3 }),
        items: tie('schema'),
        allOf: fc.array(tie('schema'), { maxLength: 2 }),
        anyOf: fc.array(tie('schema'), { maxLength: 3 }),
        oneOf: fc.array(tie('schema'), { maxLength: 3 }),
        if: tie('schema'),
        else: tie('schema'),
        // oxlint-disable-next-line unicorn/no-thenable -- as above
        then: tie('schema'),
        not: tie('schema'),
        default: fc.jsonValue({ maxDepth: 1 }),
        minimum: fc.integer(),
        minLength: fc.nat({ max: 4 }),
        format: fc.constantFrom('email', 'date-time', 'time', 'uuid', 'x'),
        dependentRequired: fc.dictionary(word, fc.array(word), { maxKeys: 2 }),
        readOnly: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  ),
}))

describe(`any schema (SEED=${seed})`, () => {
  test('is read to an end, with unique keys, and what is untouched and asked for can be judged and sent', () => {
    fc.assert(
      fc.property(anySchema.schema, (schema) => {
        const form = decodeJsonSchema(schema)
        const fields = askedFields(form.dataPoints, reader({}))

        expect(new Set(form.dataPoints.map(({ key }) => key)).size).toBe(form.dataPoints.length)
        expect(form.dataPoints.length + form.problems.length).toBeGreaterThan(0)
        for (const field of fields) validateField(field, toControlValue(field, field.defaultValue, utc))
        expect(() => sent(form)).not.toThrow()
      }),
      { seed, numRuns: 1500 },
    )
  })

  test('that is no schema at all is a problem and not a crash', () => {
    fc.assert(
      fc.property(fc.anything(), (schema) => {
        const form = decodeJsonSchema(schema)

        expect(form.dataPoints.length + form.problems.length).toBeGreaterThan(0)
      }),
      { seed },
    )
  })
})
