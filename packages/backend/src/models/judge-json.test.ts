import type { Json, JsonObject } from '@threadwork/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeJson, tellProblems } from './judge-json.ts'

const seed = Number(process.env['SEED'] ?? 3)
const order = {
  type: 'object',
  required: ['id', 'lines'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[A-Z]{2}-\\d+$' },
    mail: { type: ['string', 'null'], format: 'email' },
    lines: { type: 'array', minItems: 1, items: { $ref: '#/$defs/line' } },
    state: { enum: ['open', 'shipped'] },
  },
  $defs: {
    line: {
      type: 'object',
      required: ['price'],
      properties: {
        price: { type: 'number', exclusiveMinimum: 0 },
        count: { type: 'integer', minimum: 1, maximum: 99 },
      },
    },
  },
} satisfies JsonObject

test('takes what fits', () => {
  const value = { id: 'AB-12', mail: null, lines: [{ price: 2.5, count: 3 }], state: 'open' }

  expect(judgeJson(order, value)).toEqual([])
})

test.each<[Json, string]>([
  [7, 'It must be a record'],
  [{ id: 'AB-1' }, '“lines” is missing'],
  [{ id: 'ab', lines: [{ price: 1 }] }, '“id” must match the pattern ^[A-Z]{2}-\\d+$'],
  [{ id: 'AB-1', lines: [] }, '“lines” must have at least 1 items'],
  [{ id: 'AB-1', lines: [{ price: 0 }] }, '“lines.0.price” must be more than 0'],
  [{ id: 'AB-1', lines: [{ price: 1, count: 1.5 }] }, '“lines.0.count” must be a whole number'],
  [{ id: 'AB-1', lines: [{ price: 1, count: 100 }] }, '“lines.0.count” must be at most 99'],
  [{ id: 'AB-1', lines: [{ price: 1 }], mail: 'nobody' }, '“mail” must be a mail address'],
  [{ id: 'AB-1', lines: [{ price: 1 }], mail: 3 }, '“mail” must be a text or nothing'],
  [{ id: 'AB-1', lines: [{ price: 1 }], state: 'lost' }, '“state” must be one of “open”, “shipped”'],
  [{ id: 'AB-1', lines: [{ price: 1 }], colour: 1 }, '“colour” is not wanted'],
  [{ lines: 1 }, '“id” is missing; “lines” must be a list'],
])('says of %j: %s', (value, sentence) => {
  expect(tellProblems(judgeJson(order, value))).toBe(sentence)
})

test('judges choices, and says what the nearest lacks', () => {
  const schema = {
    anyOf: [
      { type: 'object', required: ['a', 'b'] },
      { type: 'object', required: ['c'] },
    ],
  }

  expect(judgeJson(schema, { c: 1 })).toEqual([])
  expect(tellProblems(judgeJson(schema, { x: 1 }))).toBe('“c” is missing')
  expect(tellProblems(judgeJson({ oneOf: [{ type: 'number' }, { minimum: 1 }] }, 2))).toBe(
    'It fits more than one choice',
  )
})

test('asks hostile schemas in linear time, and ends on circles', () => {
  const slow = { type: 'string', pattern: '^(a+)+$' }
  const circle = { $ref: '#' }
  const list = { $ref: '#/$defs/list', $defs: { list: { type: 'array', items: { $ref: '#/$defs/list' } } } }
  let deep: Json = []
  for (let level = 0; level < 500; level += 1) deep = [deep]
  const fan = { anyOf: [{ $ref: '#' }, { $ref: '#' }, { $ref: '#' }] }

  expect(judgeJson(fan, 1).length).toBeGreaterThan(0)
  expect(judgeJson(slow, `${'a'.repeat(5000)}!`)).toHaveLength(1)
  expect(judgeJson(circle, 1)).toEqual([])
  expect(tellProblems(judgeJson(list, deep))).toMatch(/is nested too deeply$/)
  expect(tellProblems(judgeJson({ type: 'string', pattern: '(?=a)' }, 'a'))).toMatch(
    /^It cannot be judged by its schema \(“\(\?=a\)” is not a pattern.+; correct it\)$/,
  )
})

test('reads own keys only', () => {
  expect(judgeJson({ type: 'object', required: ['constructor', 'toString'] }, {})).toHaveLength(2)
  expect(
    judgeJson({ type: 'object', properties: {}, additionalProperties: false }, { valueOf: 1 }),
  ).toHaveLength(1)
})

test(`is total: any schema on any value gives at most 20 problems (SEED=${seed})`, () => {
  const json = fc.jsonValue() as fc.Arbitrary<Json>
  const keyword = fc.constantFrom(
    'type',
    'enum',
    'items',
    'properties',
    'required',
    'anyOf',
    'allOf',
    '$ref',
    'minimum',
    'pattern',
  )
  const schema = fc.dictionary(
    keyword,
    fc.oneof(json, fc.constantFrom<Json>('#', '#/items', ['string'], 'object')),
  )
  fc.assert(
    fc.property(schema, json, (drawn, value) => {
      expect(judgeJson(drawn, value).length).toBeLessThanOrEqual(20)
    }),
    { seed, numRuns: 1000 },
  )
})
