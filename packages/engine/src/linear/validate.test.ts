import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DataPoint } from '../form/data-point.ts'
import { validateValues } from '../form/validate-values.ts'
import { validateDataPoints, validateWorkflow } from './validate.ts'

const text = (key: string): DataPoint => ({ key, label: 'A field', type: 'Text' })

test('names a workflow without steps, and an action without a timeout', () => {
  const problems = validateWorkflow({ id: 'w', name: 'W', steps: [] })
  const untimed = validateWorkflow({
    id: 'w',
    name: 'W',
    steps: [
      { type: 'action', id: 'a', message: 'A', onFailure: 'halt', action: 'x', input: {}, timeoutMs: 0 },
    ],
  })

  expect(problems).toEqual([{ path: 'steps', sentence: 'A workflow needs at least one step.' }])
  expect(untimed.map((problem) => problem.path)).toEqual(['steps[0].timeoutMs'])
})

test('names duplicate keys, reserved names, a Select without options and an empty form', () => {
  const fields = [text('email'), text('email'), text('__proto__'), { ...text('plan'), type: 'Select' }]

  const problems = validateDataPoints(fields, 'form')

  expect(problems).toEqual([
    { path: 'form[1].key', sentence: 'Two fields are called “email”; each needs its own name.' },
    { path: 'form[2].key', sentence: '“__proto__” is reserved; name the field otherwise.' },
    { path: 'form[3].options', sentence: 'The field “plan” is a Select and needs at least one option.' },
  ])
  expect(validateDataPoints([], 'form')).toEqual([
    { path: 'form', sentence: 'A form needs at least one field.' },
  ])
})

const cases: readonly [field: Partial<DataPoint>, good: unknown, bad: unknown][] = [
  [{ type: 'Text', maxLength: 4 }, 'Ada', 'Adelaide'],
  [{ type: 'Email' }, 'ada@example.com', 'ada@'],
  [{ type: 'Number', min: 1, max: 9 }, '7', '12'],
  [{ type: 'Number' }, 0, 'NaN'],
  [{ type: 'Date', max: '2026-11-21' }, '2026-11-19', '2026-11-22'],
  [{ type: 'Date' }, '2024-02-29', '2026-02-29'],
  [{ type: 'Select', options: ['a', { value: 'b', label: 'B' }] }, 'b', 'c'],
  [{ type: 'MultiSelect', options: ['a', 'b'] }, ['a', 'b'], ['a', 'c']],
  [{ type: 'Checkbox' }, true, false],
  [{ type: 'Checkbox', required: false }, false, 'maybe'],
  [{ type: 'Telepathy' }, 'as text', 3],
]

test.each(cases)('checks a field %j', (field, good, bad) => {
  const fields = [{ ...text('it'), ...field }]

  expect(validateValues(fields, { it: good })).toEqual({})
  expect(validateValues(fields, { it: bad })).toHaveProperty('it')
})

test('asks for required values, lets optional ones be, and refuses keys that the form has not', () => {
  const fields = [text('name'), { ...text('note'), required: false }]

  const errors = validateValues(fields, { extra: 1 })

  expect(errors).toEqual({ name: ['Enter “A field”.'], extra: ['This form has no such field.'] })
})

test('reaches no prototype, whatever the values are called', () => {
  fc.assert(
    fc.property(fc.constantFrom('__proto__', 'constructor', 'toString'), fc.anything(), (key, value) => {
      const values: object = JSON.parse(`{${JSON.stringify(key)}: ${JSON.stringify(value) ?? 'null'}}`)
      const errors = validateValues([text('name')], values)

      expect(Object.getPrototypeOf(errors)).toBeNull()
      expect(Object.hasOwn(errors, key)).toBe(true)
      expect(Object.hasOwn(errors, 'name')).toBe(true)
    }),
  )
})
