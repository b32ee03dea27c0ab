import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocalTime } from './form-local-time.ts'
import { decodeParameterSchema, editedParameters } from './form-parameters.ts'
import { validateField } from './form-validate.ts'
import { submittedValues } from './form-submit.ts'
import { toControlValue } from './form-values.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const berlin: LocalTime = {
  fromInstant: (instant) => (instant === '2026-11-19T09:00:00Z' ? '2026-11-19T10:00' : null),
  offsetAt: () => '+01:00',
}

const row = (name: string, more: object = {}) => ({ name, label: null, type: null, hint: null, ...more })

const fieldOf = (more: object, value: unknown) =>
  decodeParameterSchema([row('p', more)], value === undefined ? {} : { p: value }).dataPoints[0]

describe('reading skill_parameter_schema', () => {
  test('takes label, hint and whether it is optional, and the call’s value as the default', () => {
    const schema = [row('amount', { label: 'Amount', type: 'number', hint: 'In euros.', optional: true })]

    const { dataPoints } = decodeParameterSchema(schema, { amount: 90.5 })

    expect(dataPoints).toEqual([
      expect.objectContaining({
        key: 'amount',
        label: 'Amount',
        type: 'Number',
        help: 'In euros.',
        isRequired: false,
        defaultValue: 90.5,
      }),
    ])
  })

  test.each([
    [{ type: 'string' }, 'a', { type: 'Text' }],
    [{ type: 'string', controlType: 'text-area' }, 'a', { type: 'TextArea' }],
    [{ type: 'integer', controlType: 'number' }, 3, { type: 'Number', step: 1 }],
    [{ type: 'boolean', controlType: 'checkbox' }, true, { type: 'Checkbox' }],
    [{ type: 'date' }, '2026-11-19', { type: 'Date' }],
    [{ type: 'date_time' }, '2026-11-19T09:00:00Z', { type: 'DateTime', format: 'date-time' }],
    [{ type: 'date_time' }, '2026-11-19T09:00', { type: 'DateTime', format: null }],
    [{ type: 'string', controlType: 'email' }, 'a@b.example', { type: 'Email' }],
    [{ type: 'string', controlType: 'password' }, 'x', { type: 'Password', isSecret: true }],
    [{ type: 'object' }, { a: 1 }, { type: 'TextArea', format: 'json' }],
    [{ type: 'string', controlType: 'hologram' }, 'a', { type: 'Text', unknownType: null }],
    [{ controlType: 'hologram' }, 'a', { type: 'Text', unknownType: 'hologram' }],
    [{ control_type: 'select', pick_list: [['Low', 'low']] }, 'low', { type: 'Select' }],
    [{ type: 'string', control_type: 'select' }, 'low', { type: 'Text' }],
  ])('draws %j with %j as %j', (more, value, drawn) => {
    expect(fieldOf(more, value)).toMatchObject(drawn)
  })

  test.each([
    [{ type: 'number' }, 'about ten', { type: 'Text', format: null }],
    [{ type: 'date' }, 'next Tuesday', { type: 'Text' }],
    [{ type: 'boolean' }, 'yes', { type: 'Text' }],
    [{ type: 'string' }, { nested: true }, { type: 'TextArea', format: 'json' }],
    [{ control_type: 'select', pick_list: [['Low', 'low']] }, 'other', { type: 'Text', options: [] }],
  ])('draws %j with the value %j, which its control could not hold, as %j', (more, value, drawn) => {
    expect(fieldOf(more, value)).toMatchObject(drawn)
  })

  test('draws what the schema does not list by its value', () => {
    const { dataPoints } = decodeParameterSchema([], {
      note: 'a\nb',
      count: 2,
      isFinal: false,
      tags: ['a', 'b'],
      address: { city: 'Lisbon' },
    })

    expect(dataPoints.map(({ key, type, format, isMultiple }) => [key, type, format, isMultiple])).toEqual([
      ['note', 'TextArea', null, false],
      ['count', 'Number', null, false],
      ['isFinal', 'Checkbox', null, false],
      ['tags', 'TextArea', null, true],
      ['address', 'TextArea', 'json', false],
    ])
  })
})

describe(`editing parameters (SEED=${seed})`, () => {
  const edit = (schema: readonly object[], parameters: object, change: Readonly<Record<string, unknown>>) => {
    const given = parameters as Readonly<Record<string, unknown>>
    const fields = decodeParameterSchema(schema as readonly Record<string, unknown>[], given).dataPoints
    const shown = new Map(
      fields.map((field) => [field.key, toControlValue(field, field.defaultValue, berlin)]),
    )
    for (const [key, value] of Object.entries(change)) shown.set(key, value)
    const values = submittedValues(fields, (field) => shown.get(field.key), berlin)
    return { ...editedParameters({ parameters: given, fields, values, time: berlin }) }
  }

  test('changes what a person changed, in the parameter’s own type', () => {
    const schema = [row('amount', { type: 'number' }), row('to', { type: 'string' })]

    expect(edit(schema, { amount: 90.5, to: 'card' }, { amount: '80' })).toEqual({ amount: 80, to: 'card' })
  })

  test('keeps a text in a number field a text until it is changed', () => {
    const schema = [row('amount', { type: 'number' })]

    expect(edit(schema, { amount: '90' }, {})).toEqual({ amount: '90' })
    expect(edit(schema, { amount: '90' }, { amount: '91' })).toEqual({ amount: 91 })
  })

  test('leaves out an optional parameter that was cleared and keeps one that was never there away', () => {
    const schema = [row('note', { type: 'string', optional: true }), row('cc', { optional: true })]

    expect(edit(schema, { note: 'Sorry' }, { note: '' })).toEqual({})
  })

  test('keeps a moment as it was written until it is moved', () => {
    const schema = [row('at', { type: 'date_time' })]
    const at = '2026-11-19T09:00:00Z'

    expect(edit(schema, { at }, {})).toEqual({ at })
    expect(edit(schema, { at }, { at: '2026-11-19T11:00' })).toEqual({ at: '2026-11-19T11:00:00+01:00' })
  })

  test('changes nothing when nobody changed anything, whatever the parameters are', () => {
    const parameters = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue())
    const words = fc.constantFrom('string', 'number', 'boolean', 'date', 'date_time', 'object', 'x')
    fc.assert(
      fc.property(parameters, words, (given, type) => {
        const schema = Object.keys(given).map((name, index) => row(name, index % 2 === 0 ? { type } : {}))

        expect(edit(schema, given, {})).toEqual({ ...given })
      }),
      { seed, numRuns: 500 },
    )
  })

  test('draws a value only by a control that can hold it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('number', 'boolean', 'date', 'date_time', 'object'),
        fc.json(),
        (type, text) => {
          const field = fieldOf({ type, optional: true }, JSON.parse(text))
          const shown = field ? toControlValue(field, field.defaultValue, berlin) : ''

          if (field) expect(validateField(field, shown)).toBeNull()
        },
      ),
      { seed, numRuns: 500 },
    )
  })
})
