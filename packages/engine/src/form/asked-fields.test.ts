import { describe, expect, test } from 'vitest'
import { askedFields } from './asked-fields.ts'
import type { DataPoint, FieldCondition } from './data-point.ts'
import { validateValues } from './validate-values.ts'

const text = (key: string, visibleWhen?: FieldCondition): DataPoint => ({
  key,
  label: key,
  type: 'Text',
  ...(visibleWhen && { visibleWhen }),
})

describe('a field with visibleWhen', () => {
  const form = [text('way'), text('iban', { key: 'way', in: ['bank'] })]

  test('is required only while it is asked for', () => {
    expect({ ...validateValues(form, { way: 'card' }) }).toEqual({})
    expect(Object.keys(validateValues(form, { way: 'bank' }))).toEqual(['iban'])
  })

  test('is not taken while it is not asked for', () => {
    expect(Object.keys(validateValues(form, { way: 'card', iban: 'PT50' }))).toEqual(['iban'])
  })

  test('sees a field that is not asked for as empty', () => {
    const chain = [...form, text('bic', { key: 'iban', filled: true })]
    const asked = (values: Readonly<Record<string, unknown>>) =>
      askedFields(chain, (key) => values[key]).map(({ key }) => key)

    expect(asked({ way: 'bank', iban: 'PT50' })).toEqual(['way', 'iban', 'bic'])
    expect(asked({ way: 'card', iban: 'PT50' })).toEqual(['way'])
  })

  test.each<[FieldCondition, boolean]>([
    [
      {
        all: [
          { key: 'a', in: [1] },
          { key: 'b', filled: true },
        ],
      },
      true,
    ],
    [
      {
        any: [
          { key: 'a', in: [2] },
          { key: 'b', filled: false },
        ],
      },
      false,
    ],
    [{ not: { key: 'a', in: ['1'] } }, false],
  ])('judges %j: %s', (condition, isAsked) => {
    const fields = [text('a'), text('b'), text('c', condition)]
    const values: Readonly<Record<string, unknown>> = { a: '1', b: 'x' }

    expect(askedFields(fields, (key) => values[key]).length).toBe(isAsked ? 3 : 2)
  })

  test('hides nothing in a circle', () => {
    const circle = [text('a', { key: 'b', filled: true }), text('b', { key: 'a', filled: true })]

    expect(askedFields(circle, () => 'x')).toHaveLength(2)
  })
})

describe('a File', () => {
  const file = (more: Partial<DataPoint>): DataPoint => ({ key: 'f', label: 'F', type: 'File', ...more })

  test.each<[Partial<DataPoint>, unknown, boolean]>([
    [{}, 'f1', true],
    [{}, { name: 'a.pdf' }, false],
    [{}, ['f1'], false],
    [{ multiple: true }, ['f1', 'f2'], true],
    [{ multiple: true }, ['f1', 7], false],
    [{ required: false }, '', true],
  ])('%j with %j: %s', (more, value, isFine) => {
    expect(Object.keys(validateValues([file(more)], { f: value }))).toEqual(isFine ? [] : ['f'])
  })
})
