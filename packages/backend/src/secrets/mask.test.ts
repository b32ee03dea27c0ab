import fc from 'fast-check'
import type { Json } from '@threadwork/engine'
import { describe, expect, test } from 'vitest'
import { createMask, masked } from './mask.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const runs = { seed, numRuns: 500 }

const secret = fc
  .string({ unit: 'grapheme', minLength: 6, maxLength: 40 })
  .filter((text) => !text.includes('•'))
const token = fc.stringMatching(/^[\w+/=.~-]{6,60}$/)

/** Written without the code under test: what an eavesdropper would try. */
const forms: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => Buffer.from(value).toString('base64'),
  (value) => Buffer.from(value).toString('base64url'),
  (value) => Buffer.from(value).toString('hex'),
  (value) => Buffer.from(value).toString('hex').toUpperCase(),
  (value) => encodeURIComponent(value),
  (value) => new URLSearchParams({ q: value }).toString().slice(2),
  (value) => JSON.stringify(value).slice(1, -1),
  (value) => JSON.stringify(JSON.stringify(value)).slice(3, -3),
]

const around = (text: string): readonly Json[] => [text, [text, 1], { said: text, deep: [{ [text]: text }] }]

describe(`masks (SEED=${seed})`, () => {
  test('masks a planted value in every spelling, at every place of a JSON (I33)', () => {
    fc.assert(
      fc.property(
        fc.oneof(secret, token),
        fc.string(),
        fc.string(),
        fc.integer({ min: 0, max: forms.length - 1 }),
        (value, before, after, which) => {
          const form = forms[which]!(value)
          const mask = createMask(['another value', value])

          const texts = around(before + form + after).map((json) => JSON.stringify(mask.json(json)))

          const escaped = JSON.stringify(form).slice(1, -1)
          for (const text of texts) expect(text.replaceAll(masked, '\u0000').includes(escaped)).toBe(false)
        },
      ),
      runs,
    )
  })

  test('masks a value within a longer text that is base64, as in Basic authentication', () => {
    fc.assert(
      fc.property(token, fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (value, before, after) => {
        const header = Buffer.from(before + value + after).toString('base64')

        const shown = createMask([value]).text(`Basic ${header}`)

        const rest = shown
          .replace('Basic ', '')
          .split(masked)
          .filter((piece) => piece !== '')
        const told = rest.map((piece) => Buffer.from(piece, 'base64').toString('latin1')).join('')
        expect(told.includes(value)).toBe(false)
        expect(shown).toContain(masked)
      }),
      runs,
    )
  })

  test('leaves alone what holds no secret', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value = JSON.parse(text) as Json

        expect(createMask(['§§ not in there §§']).json(value)).toEqual(value)
      }),
      runs,
    )
  })

  test('cuts overlapping secrets out whole', () => {
    const mask = createMask(['12345678', '5678ABCD', 'aba'])

    expect(mask.text('<12345678ABCD> <ababa>')).toBe(`<${masked}> <${masked}>`)
  })

  test('masks numbers and keys, and keeps a key named __proto__ an own key', () => {
    const mask = createMask(['4111111111111111'])
    const value = JSON.parse('{"__proto__": {"4111111111111111": 4111111111111111}}') as Json

    expect(JSON.stringify(mask.json(value))).toBe(`{"__proto__":{"${masked}":"${masked}"}}`)
  })

  test('hides nothing when there is nothing to hide', () => {
    expect(createMask(['', '']).text('all of it')).toBe('all of it')
  })
})
