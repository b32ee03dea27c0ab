import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRecord } from '../is-record.ts'
import type { Json, JsonObject } from '../json.ts'
import { sampleConfigs } from './fixtures/sample-configs.ts'
import { kindOf, nodeKinds } from './node-kinds.ts'
import { readConfig } from './read-config.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

/** Every place in a value, as the keys that lead there. */
function placesIn(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner = isRecord(value) || Array.isArray(value) ? Object.entries(value) : []
  return [path, ...inner.flatMap(([key, each]: [string, Json]) => placesIn(each, [...path, key]))]
}

/** A value with another one at a place; `undefined` takes what stands there away. */
function changed(value: Json, [key, ...rest]: readonly string[], to: Json | undefined): Json | undefined {
  if (key === undefined) return to
  if (!isRecord(value) && !Array.isArray(value)) return value
  const entries = Object.entries(value).flatMap(([name, each]: [string, Json]): [string, Json][] => {
    const next = name === key ? changed(each, rest, to) : each
    return next === undefined ? [] : [[name, next]]
  })
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries)
}

const foreign: Json = { key: 'a', name: 'b', label: 'c', in: [[]], all: [null], not: 7 }
const extras: JsonObject = {
  labels: 7,
  fields: [7],
  links: [null],
  buttons: ['x'],
  notes: [{ name: 'a', label: 'b', properties: 7 }],
  dataPoints: [{ key: 'a', label: 'b', type: 'Text', required: 'x', visibleWhen: 7 }],
  contactForm: [7],
  input: [null],
  condition: 'x',
  headers: ['x'],
  criteria: 7,
  tools: [7],
  payload: [],
  parameters: null,
}

const wrong = fc.oneof(
  fc.constantFrom<Json | undefined>(
    undefined,
    null,
    '',
    'x',
    7,
    -1,
    1e99,
    true,
    [],
    {},
    [null],
    [7],
    [{}],
    foreign,
  ),
  fc.jsonValue() as fc.Arbitrary<Json>,
)

const mutated = fc.constantFrom(...nodeKinds.keys()).chain((type) => {
  const sample: JsonObject = { ...sampleConfigs[type] }
  const field = fc.constantFrom(...Object.keys(extras))
  const places = fc.constantFrom(...placesIn(sample).slice(1), ['nothing'])
  return fc
    .record({
      places: fc.array(fc.tuple(places, wrong), { maxLength: 3 }),
      fields: fc.array(field, { maxLength: 2 }),
    })
    .map(({ places: changes, fields }) => {
      const start: Json = {
        ...sample,
        ...Object.fromEntries(fields.map((key) => [key, extras[key] ?? null])),
      }
      const config = changes.reduce<Json>((value, [path, to]) => changed(value, path, to) ?? {}, start)
      return { type, config: isRecord(config) ? config : {} }
    })
})

const sentencesOf = (type: string, config: JsonObject): readonly string[] => {
  const kind = kindOf(type)
  const read = kind && readConfig(kind, config)
  return read?.type === 'problems' ? read.problems.map(({ sentence }) => sentence) : []
}

describe(`sentences of settings (SEED=${seed})`, () => {
  test('are for people, whatever is wrong: nothing of the schema’s own English is left', () => {
    let told = 0

    fc.assert(
      fc.property(mutated, ({ type, config }) => {
        for (const sentence of sentencesOf(type, config)) {
          told += 1
          expect(sentence).not.toMatch(/invalid|expected|received|NaN|undefined|\bnull\b/i)
          expect(sentence).toMatch(/^[\p{Lu}“].*[.”]$/su)
        }
      }),
      { numRuns: 4000, seed },
    )

    expect(told).toBeGreaterThan(1000)
  })

  test.each<[string, JsonObject, string]>([
    ['memory', {}, 'A condition needs a path and an operator'],
    ['custom-reply', { text: 'x', links: [7] }, 'A link has a label and an address.'],
    ['custom-reply', { text: 'x', buttons: 7 }, 'This takes a list of buttons.'],
    ['ai-extraction', { labels: ['a'], fields: ['city'] }, 'A field has a name'],
    ['approval', { skill: 'x', notes: ['amount'] }, 'A note names a parameter'],
    ['approval', { skill: 'x', notes: [{ name: 'a', label: 'b', isOptional: 'no' }] }, 'can be left out'],
    ['http-request', { url: 'https://x.org', headers: ['x'] }, 'This takes a group of named settings'],
    ['form', { message: 'x', dataPoints: ['email'] }, 'This takes a group of named settings'],
  ])('say what %s is missing %#', (type, config, sentence) => {
    expect(sentencesOf(type, config).join(' ')).toContain(sentence)
  })
})
