import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeDataPoints } from './form-decode.ts'
import { validateField } from './form-validate.ts'
import { emptyValues } from './form-values.ts'

const field = (more: object) => decodeDataPoints([{ key: 'a', label: 'A', ...more }]).dataPoints[0]
const problemOf = (more: object, value: unknown) => {
  const decoded = field(more)
  return decoded ? validateField(decoded, value) : 'not decoded'
}

describe('reading dataPoints', () => {
  test('takes the seed’s three words and fills in the rest', () => {
    expect(decodeDataPoints([{ key: 'email', label: 'Email', type: 'Email' }])).toMatchObject({
      dataPoints: [{ key: 'email', type: 'Email', isRequired: true, unknownType: null, options: [] }],
      problems: [],
    })
  })

  test.each([
    { key: 'plan', in: ['pro'] },
    { key: 'plan', notEquals: 'free' },
    { key: 'plan', filled: true },
    { key: 'seats', min: 2 },
    { any: [{ key: 'plan', equals: 'pro' }, { not: { key: 'plan', filled: true } }] },
  ])('means the same when what was decoded is read once more: visibleWhen %j', (visibleWhen) => {
    const first = decodeDataPoints([
      { key: 'plan', label: 'Plan', type: 'Text' },
      { key: 'seats', label: 'Seats', type: 'Number' },
      { key: 'why', label: 'Why', type: 'Text', visibleWhen },
    ])

    expect(first.dataPoints[2]?.visibleWhen).not.toBeNull()
    expect(decodeDataPoints(first.dataPoints)).toEqual(first)
  })

  test('reads keys and types in any casing, and options as text or objects', () => {
    const raw = [
      { Key: 'plan', LABEL: 'Plan', Type: 'select', Options: ['Basic', { Value: 'pro', Label: 'Pro' }] },
    ]

    expect(decodeDataPoints(raw).dataPoints[0]).toMatchObject({
      type: 'Select',
      options: [
        { value: 'Basic', label: 'Basic' },
        { value: 'pro', label: 'Pro' },
      ],
    })
  })

  test('draws an unknown type as text and keeps its name', () => {
    expect(field({ type: 'Hologram' })).toMatchObject({ type: 'Text', unknownType: 'Hologram' })
  })

  test.each([
    ['a duplicate key', [{ key: 'a' }, { key: 'a' }], 1, 'more than one field'],
    ['a reserved key', [{ key: '__proto__' }], 0, 'reserved key'],
    ['a choice without options', [{ key: 'a', type: 'Select' }], 0, 'no options'],
    ['a field without a key', [{ label: 'A' }], 0, 'no key'],
    ['an empty list', [], 0, 'no fields'],
    ['no list at all', null, 0, 'no fields'],
  ])('names %s instead of guessing', (_, raw, count, words) => {
    const { dataPoints, problems } = decodeDataPoints(raw)

    expect(dataPoints).toHaveLength(count)
    expect(problems.join(' ')).toContain(words)
  })

  test('is total: whatever comes, it answers', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const { dataPoints, problems } = decodeDataPoints(raw)

        expect(dataPoints.length + problems.length).toBeGreaterThan(0)
        for (const decoded of dataPoints) validateField(decoded, raw)
      }),
    )
  })

  test('never reaches a prototype through a key', () => {
    const values = emptyValues(decodeDataPoints([{ key: 'toString' }]).dataPoints)

    expect(Object.getPrototypeOf(values)).toBeNull()
    expect(values).toEqual({ toString: '' })
  })
})

describe('checking a value', () => {
  test.each([
    [{ type: 'Text' }, ' ', 'required'],
    [{ type: 'Text', required: false }, '', undefined],
    [{ type: 'Email' }, 'ada@', 'email'],
    [{ type: 'Email' }, 'ada@example.com', undefined],
    [{ type: 'Url' }, 'javascript:alert(1)', 'url'],
    [{ type: 'Phone' }, 'call me', 'phone'],
    [{ type: 'Number', min: 1, max: 5 }, '0', 'min'],
    [{ type: 'Number', min: 1, max: 5 }, 6, 'max'],
    [{ type: 'Number' }, 'three', 'number'],
    [{ type: 'Date', min: '2026-01-01' }, '2025-12-31', 'min'],
    [{ type: 'Date' }, '31.12.2025', 'date'],
    [{ type: 'Select', options: ['a'] }, 'b', 'option'],
    [{ type: 'MultiSelect', options: ['a', 'b'] }, ['a', 'c'], 'option'],
    [{ type: 'Consent' }, false, 'consent'],
    [{ type: 'Checkbox' }, false, undefined],
    [{ type: 'TextArea', maxLength: 2 }, 'abc', 'max-length'],
    [{ type: 'Password', minLength: 4 }, 'abc', 'min-length'],
  ])('%j with %j: %s', (more, value, type) => {
    expect(problemOf(more, value)).toEqual(type === undefined ? null : expect.objectContaining({ type }))
  })
})
