import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedFields } from './form-asked.ts'
import { decodeDataPoints } from './form-decode.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const form = (...raw: readonly object[]) => decodeDataPoints(raw.map((field) => ({ label: 'A', ...field })))

const askedOf = (raw: readonly object[], values: Readonly<Record<string, unknown>>) =>
  askedFields(form(...raw).dataPoints, ({ key }) => values[key]).map(({ key }) => key)

describe('visibleWhen', () => {
  test.each([
    [{ plan: 'pro' }, { plan: 'pro' }, true],
    [{ plan: 'pro' }, { plan: 'free' }, false],
    [{ plan: ['pro', 'team'] }, { plan: 'team' }, true],
    [{ key: 'plan', equals: 'pro' }, { plan: 'pro' }, true],
    [{ key: 'plan', in: ['a', 'b'] }, { plan: 'b' }, true],
    [{ key: 'plan', notEquals: 'pro' }, { plan: 'pro' }, false],
    [{ key: 'plan', not_in: ['a'] }, { plan: 'b' }, true],
    [{ Field: 'plan', Filled: true }, { plan: ' x' }, true],
    [{ field: 'plan', filled: true }, { plan: [] }, false],
    [{ key: 'plan', filled: false }, { plan: '' }, true],
    [{ key: 'plan', min: 2, max: 4 }, { plan: '3' }, true],
    [{ key: 'plan', min: 2 }, { plan: '' }, false],
    [{ key: 'plan', max: '2026-11-19' }, { plan: '2026-12-01' }, false],
    [{ key: 'plan', contains: 'b' }, { plan: ['a', 'b'] }, true],
    [{ plan: true }, { plan: true }, true],
    [{ all: [{ plan: 'a' }, { size: 'b' }] }, { plan: 'a', size: 'x' }, false],
    [{ any: [{ plan: 'a' }, { size: 'b' }] }, { plan: 'x', size: 'b' }, true],
    [{ not: { plan: 'a' } }, { plan: 'a' }, false],
    [[{ plan: 'a' }, { size: 'b' }], { plan: 'a', size: 'b' }, true],
  ])('%j with %j: %s', (visibleWhen, values, isAsked) => {
    const asked = askedOf([{ key: 'plan' }, { key: 'size' }, { key: 'more', visibleWhen }], values)

    expect(asked.includes('more')).toBe(isAsked)
  })

  test('sees a field that is not asked for as empty, whatever was typed there', () => {
    const raw = [
      { key: 'has' },
      { key: 'kind', visibleWhen: { has: 'yes' } },
      { key: 'detail', visibleWhen: { kind: 'other' } },
    ]

    expect(askedOf(raw, { has: 'yes', kind: 'other' })).toEqual(['has', 'kind', 'detail'])
    expect(askedOf(raw, { has: 'no', kind: 'other' })).toEqual(['has'])
  })

  test.each([
    ['depends on a field that is not there', [{ key: 'a', visibleWhen: { z: 1 } }], '“z”'],
    [
      'depends on itself',
      [
        { key: 'a', visibleWhen: { b: 1 } },
        { key: 'b', visibleWhen: { a: 1 } },
      ],
      'itself',
    ],
    ['cannot be read', [{ key: 'a', visibleWhen: 'sometimes' }], 'cannot read'],
    [
      'is of no known form',
      [{ key: 'a', visibleWhen: { key: 'b', like: { x: 1 } } }, { key: 'b' }],
      'cannot read',
    ],
  ])('that %s is named, and its field always asked for', (_, raw, words) => {
    const { dataPoints, problems } = form(...raw)

    expect(problems.join()).toContain(words)
    expect(askedFields(dataPoints, () => '').map(({ key }) => key)).toContain('a')
  })

  test('requiredWhen requires for a time', () => {
    const { dataPoints } = form({ key: 'card' }, { key: 'code', requiredWhen: { key: 'card', filled: true } })
    const isRequired = (card: string) =>
      askedFields(dataPoints, ({ key }) => (key === 'card' ? card : ''))[1]?.isRequired

    expect([isRequired(''), isRequired('4402')]).toEqual([false, true])
  })

  test('never changes the order, and asks for every field without a condition', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd')
    const condition = fc.option(fc.dictionary(key, fc.constantFrom('1', '2'), { maxKeys: 2 }))
    const values = fc.dictionary(key, fc.constantFrom('1', '2', ''))
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 4 }), values, (conditions, typed) => {
        const raw = conditions.map((visibleWhen, index) => ({ key: 'abcd'.charAt(index), visibleWhen }))
        const { dataPoints } = decodeDataPoints(raw)
        const keys = dataPoints.map((field) => field.key)

        const asked = askedFields(dataPoints, (field) => typed[field.key]).map((field) => field.key)

        expect(asked).toEqual(keys.filter((each) => asked.includes(each)))
        for (const field of dataPoints) if (!field.visibleWhen) expect(asked).toContain(field.key)
      }),
      { seed },
    )
  })
})
