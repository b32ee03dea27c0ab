import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedFields } from './form-asked.ts'
import { decodeJsonSchema } from './form-schema.ts'
import { validateField } from './form-validate.ts'
import { toControlValue } from './form-values.ts'
import { branch, object, reader, sent, utc } from './fixtures/schema-forms.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

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
