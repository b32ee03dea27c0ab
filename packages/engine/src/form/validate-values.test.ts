import { describe, expect, test } from 'vitest'
import type { DataPoint } from './data-point.ts'
import { validateValues } from './validate-values.ts'

const problemOf = (field: Partial<DataPoint>, value: unknown): string | undefined =>
  validateValues([{ key: 'f', label: 'F', type: 'Text', ...field }], { f: value })['f']?.[0]

describe('a field', () => {
  test.each<[Partial<DataPoint>, unknown, boolean]>([
    [{ type: 'Url' }, 'https://example.com/a?b#c', true],
    [{ type: 'Url' }, 'http://localhost:3000', true],
    [{ type: 'Url' }, 'example.com', false],
    [{ type: 'Url' }, 'javascript:alert(1)', false],
    [{ type: 'Url' }, 'https://', false],
    [{ type: 'Phone' }, '+49 (30) 123-45.67', true],
    [{ type: 'Phone' }, '112', true],
    [{ type: 'Phone' }, '+- ()', false],
    [{ type: 'Phone' }, 'call me', false],
    [{ type: 'Phone' }, '1'.repeat(21), false],
    [{ type: 'Time' }, '09:30', true],
    [{ type: 'Time' }, '23:59:59Z', true],
    [{ type: 'Time' }, '24:00', false],
    [{ type: 'Time' }, '9:30', false],
    [{ type: 'Time', min: '09:00', max: '17:00' }, '08:59', false],
    [{ type: 'DateTime' }, '2028-02-29T09:30', true],
    [{ type: 'DateTime' }, '2028-02-29T09:30:00.000+01:00', true],
    [{ type: 'DateTime' }, '2027-02-29T09:30', false],
    [{ type: 'DateTime' }, '2027-02-28', false],
    [{ type: 'DateTime' }, 7, false],
    [{ pattern: '[A-Z]{2}\\d+' }, 'AB12', true],
    [{ pattern: '[A-Z]{2}\\d+' }, 'xAB12', false],
    [{ pattern: '[A-Z]{2}\\d+', required: false }, '', true],
    [{ pattern: '(' }, 'anything', true],
    [{ type: 'Email', multiple: true }, ['a@b.org', 'c@d.org'], true],
    [{ type: 'Email', multiple: true }, ['a@b.org', 'c'], false],
    [{ type: 'Email', multiple: true }, 'a@b.org', true],
    [{ type: 'Email' }, ['a@b.org'], false],
    [{ type: 'Select', multiple: true, options: ['a', 'b'] }, ['a', 'c'], false],
    [{ type: 'MultiSelect', options: ['a', 'b'] }, ['a', 'b'], true],
    [{ type: 'MultiSelect', options: ['a', 'b'] }, 'a', false],
    [{ type: 'Number', multiple: true, max: 3 }, [1, 4], false],
  ])('%j takes %j: %s', (field, value, isFine) => {
    expect(problemOf(field, value) === undefined).toBe(isFine)
  })

  test('with a pattern that others run for ever answers at once', () => {
    expect(problemOf({ pattern: '(a+)+' }, `${'a'.repeat(9_000)}!`)).toBe(
      'This is not in the form that is asked for.',
    )
  })

  test('says what is wrong and what would be right', () => {
    expect(problemOf({ type: 'Time', min: '09:00' }, '08:00')).toBe('Enter 09:00 or later.')
    expect(problemOf({ type: 'Url' }, 'x')).toBe('Enter a full web address, like https://example.com.')
  })
})
