import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDataPoint } from './form-field.ts'
import { hasFormat } from './form-format.ts'
import { toLocalClock, type LocalTime } from './form-local-time.ts'
import { validateField } from './form-validate.ts'
import { submittedValues } from './form-submit.ts'
import { answerOf, toControlValue } from './form-values.ts'
import type { DataPoint } from './form.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const berlin: LocalTime = { fromInstant: () => null, offsetAt: () => '+01:00' }
const field = (more: Partial<DataPoint>): DataPoint => createDataPoint({ key: 'v', ...more })

describe('a format', () => {
  test.each([
    ['ipv4', ['192.0.2.7', '0.0.0.0'], ['256.1.1.1', '1.2.3', '1.2.3.4.5']],
    [
      'ipv6',
      ['2001:db8::7', '::', '::1', '1:2:3:4:5:6:7:8', '::ffff:192.0.2.7'],
      ['1:2:3', '1::2::3', ':::', 'g::'],
    ],
    ['uuid', ['3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b'], ['3f2b8c1e', '3f2b8c1e5a4d4e6f9b7a0c1d2e3f4a5b']],
    ['hostname', ['example.com', 'localhost'], ['-a.com', 'a..b', 'a_b.com']],
    [
      'uri',
      ['mailto:a@b.example', 'https://example.com'],
      ['javascript:alert(1)', 'data:text/html,x', 'no scheme'],
    ],
    ['duration', ['P3D', 'PT20M', 'P1Y2M', 'P2W'], ['P', 'PT', '3D', 'P1S']],
    ['json', ['[1]', '"a"'], ['{', 'a']],
  ])('%s takes and refuses what it should', (format, good, bad) => {
    expect(good.filter((text) => !hasFormat(format, text))).toEqual([])
    expect(bad.filter((text) => hasFormat(format, text))).toEqual([])
  })
})

describe('checking a value', () => {
  test.each([
    [{ type: 'Number', step: 0.1 }, '0.3', null],
    [{ type: 'Number', step: 5 }, '7', 'step'],
    [{ type: 'Number', above: 0 }, '0', 'above'],
    [{ type: 'Number', below: 1 }, '1', 'below'],
    [{ maxLength: 2 }, '🙂🙂', null],
    [{ isMultiple: true, type: 'Email' }, ['a@b.example', 'no'], 'email'],
    [{ isMultiple: true, isUnique: true }, ['a', 'a'], 'repeated'],
    [{ isMultiple: true, maxItems: 1 }, ['a', 'b'], 'max-items'],
    [{ type: 'File', isMultiple: true }, [{ id: null }], 'upload'],
    [{ isReadOnly: true }, '', null],
  ] as const)('%j with %j: %s', (more, value, type) => {
    const problem = validateField(field(more), value)

    expect(problem?.type ?? null).toBe(type)
  })
})

describe('what is sent', () => {
  test('is the id of a file, or the ids of several', () => {
    const files = ['a', 'b'].map((id) => ({ id, name: `${id}.png`, size: 1, type: 'image/png' }))
    const send = (isMultiple: boolean) =>
      submittedValues(
        [field({ type: 'File', isMultiple })],
        () => (isMultiple ? files : files.slice(0, 1)),
        berlin,
      )

    expect([send(false)['v'], send(true)['v']]).toEqual(['a', ['a', 'b']])
  })

  test('has the offset of the person’s clock where the format asks for one', () => {
    const send = (more: Partial<DataPoint>, text: string) =>
      submittedValues([field(more)], () => text, berlin)['v']

    expect(send({ type: 'DateTime', format: 'date-time' }, '2026-11-19T10:30')).toBe(
      '2026-11-19T10:30:00+01:00',
    )
    expect(send({ type: 'DateTime' }, '2026-11-19T10:30')).toBe('2026-11-19T10:30')
    expect(toLocalClock('23:30:00Z', berlin)).toBe('00:30')
  })

  test('comes back to its control as it was, whatever was chosen', () => {
    const options = [1, '1', true, { deep: [null] }].map((submits, index) => ({
      value: `o${index}`,
      label: `${index}`,
      submits,
    }))
    const chosen = fc.uniqueArray(fc.constantFrom('o0', 'o1', 'o2', 'o3'))
    fc.assert(
      fc.property(
        chosen,
        fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
        (held, path) => {
          fc.pre(!path.includes('__proto__'))
          const choice = field({ type: 'MultiSelect', isMultiple: true, options, path })

          const sent = submittedValues([choice], () => held, berlin)

          expect(toControlValue(choice, answerOf(choice, sent), berlin)).toEqual(held)
        },
      ),
      { seed },
    )
  })
})
