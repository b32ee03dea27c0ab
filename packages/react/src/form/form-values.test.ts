import { decodeDataPoints, submittedValues, type DataPoint } from '@threadwork/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDefinition } from './form-definition.ts'
import { startingValues, writtenDraft } from './form-values.ts'
import { localTime } from './local-time.ts'

const seed = Number(process.env['SEED'] ?? Date.now())

const fieldsOf = (...raw: readonly unknown[]): readonly DataPoint[] => decodeDataPoints(raw).dataPoints

test('submits numbers as numbers and an empty number as null', () => {
  const fields = fieldsOf({ key: 'age', type: 'Number' }, { key: 'size', type: 'Number', required: false })

  const values = submittedValues(fields, (field) => (field.key === 'age' ? '41.5' : ''), localTime)

  expect({ ...values }).toEqual({ age: 41.5, size: null })
})

test('never writes a secret into a draft, and never reads one back', () => {
  const fields = fieldsOf({ key: 'user', type: 'Text' }, { key: 'pin', type: 'Password' })

  const draft = writtenDraft(fields, () => 'typed')
  const restored = startingValues(fields, JSON.stringify({ user: 'ada', pin: '1234' }))

  expect(draft).toBe('{"user":"typed"}')
  expect({ ...restored }).toEqual({ user: 'ada', pin: '' })
})

test.each(['not json', '[]', '7', 'null', '{"user":{"a":1}}'])('reads the draft %s as no draft', (draft) => {
  const fields = fieldsOf({ key: 'user', type: 'Text' })

  const values = startingValues(fields, draft)

  expect(values['user']).toBe('')
})

test('keeps any key apart from the prototype', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (key, value) => {
      const { fields, problems } = readDefinition([{ key, label: 'Any', type: 'Text' }])

      const values = submittedValues(fields, () => value, localTime)

      expect(Object.getPrototypeOf(values)).toBeNull()
      expect(problems.length).toBe(fields.length === 1 ? 0 : 1)
      // Blanks alone are an empty answer.
      if (fields.length === 1) expect(values[key]).toBe(value.trim() === '' ? '' : value)
    }),
    { seed },
  )
})

test('gives back through a draft what was typed', () => {
  const text = fc.string()
  fc.assert(
    fc.property(text, fc.boolean(), fc.array(text), (name, agreed, chosen) => {
      const fields = fieldsOf(
        { key: 'name', type: 'Text' },
        { key: 'agreed', type: 'Checkbox' },
        { key: 'chosen', type: 'MultiSelect', options: ['a'] },
      )
      const typed: Readonly<Record<string, unknown>> = { name, agreed, chosen }

      const restored = startingValues(
        fields,
        writtenDraft(fields, (field) => typed[field.key]),
      )

      expect({ ...restored }).toEqual(typed)
    }),
    { seed },
  )
})

test('keeps that a decoded field is secret and of unknown type', () => {
  const decoded = fieldsOf({ key: 'pin', type: 'Password' }, { key: 'iban', type: 'Iban' })

  const { fields } = readDefinition(decoded)

  expect(fields).toEqual(decoded)
})

test('names a duplicate key, a reserved key and a choice without options', () => {
  const { fields, problems } = readDefinition([
    { key: 'mail', label: 'Email', type: 'Email' },
    { key: 'mail', label: 'Email again', type: 'Email' },
    { key: '__proto__', label: 'Polluter', type: 'Text' },
    { key: 'plan', label: 'Plan', type: 'Select' },
  ])

  expect(fields.map((field) => field.label)).toEqual(['Email'])
  expect(problems).toHaveLength(3)
  expect(problems.join(' ')).toMatch(/“mail”.*“__proto__”.*“Plan”/)
})
