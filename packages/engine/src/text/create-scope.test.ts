import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Step } from '../run/run.ts'
import { civilTime } from './civil-time.ts'
import { runScope } from './fixtures/run-scope.ts'
import { isAssignable, isReservedVariable, isVariableName } from './reserved-names.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const step = (id: string, patch: Partial<Step>): Step => ({
  id,
  nodeId: 'lookup',
  laneId: 'main',
  status: 'completed',
  isDone: true,
  attempt: 1,
  input: null,
  output: null,
  error: null,
  question: null,
  wakesAt: null,
  startedAt: 0,
  endedAt: 0,
  ...patch,
})

describe('a scope', () => {
  test('lets what a run was given win over what the team keeps (I37)', () => {
    const scope = runScope({ variables: { a: 1 }, globals: { a: 2, b: 3 } })

    expect([scope.read('a'), scope.read('b'), scope.read('c')]).toEqual([1, 3, undefined])
  })

  test('lets nothing win over a secret, a reserved name or the world', () => {
    const taken = { key: 'x', now: 'x', trigger: 'x', message: 'x', steps: 'x' }
    const scope = runScope(
      { variables: taken, globals: taken, secretNames: ['key'], trigger: { id: 1 } },
      { world: { message: { text: 'hi' }, key: 'x', now: 'x' } },
    )

    expect(scope.read('key')).toBeUndefined()
    expect(scope.read('now')).toBe('2028-02-29T12:00:00.000Z')
    expect(scope.read('trigger.id')).toBe(1)
    expect(scope.read('message.text')).toBe('hi')
    expect(scope.read('steps')).toBeUndefined()
  })

  test('reads own keys alone, and none that could reach a prototype', () => {
    const order = JSON.parse('{"__proto__": {"a": 1}, "constructor": "x", "list": [1]}')
    const scope = runScope({ variables: { order } })
    const paths = ['isPrototypeOf', '__proto__', '__proto__.a', 'constructor', 'list.length', 'list.at']

    expect(paths.map((path) => scope.read(`order.${path}`))).toEqual(paths.map(() => undefined))
    expect(scope.read('order.list.0')).toBe(1)
  })

  test('injects the nine reserved names, in UTC (I34)', () => {
    const scope = runScope({ invokeCount: 12 })
    const words = ['date', 'time', 'year', 'month', 'day', 'hour', 'minute', 'workflow_invoke_count']

    expect(words.map((word) => scope.read(word))).toEqual(['2028-02-29', '12:00:00', 2028, 2, 29, 12, 0, 12])
  })

  test('reads the newest visit of a node that is over', () => {
    const steps = [
      step('lookup', { output: { n: 1 } }),
      step('lookup#2', { output: { n: 2 }, error: 'late', status: 'failed' }),
      step('lookup#3', { status: 'running', isDone: false, output: { n: 3 } }),
    ]
    const scope = runScope({ steps })

    expect(scope.read('steps.lookup.output.n')).toBe(2)
    expect(scope.read('steps.lookup.error')).toBe('late')
    expect(scope.read('steps.lookup.status')).toBeUndefined()
    expect(scope.read('steps.other.output')).toBeUndefined()
  })
})

test(`tells civil time as the platform does (SEED=${seed})`, () => {
  fc.assert(
    fc.property(fc.integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 }), (ms) => {
      const date = new Date(ms)

      expect(civilTime(ms)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        millisecond: date.getUTCMilliseconds(),
      })
    }),
    { seed, numRuns: 2000 },
  )
})

describe('a variable name (I29)', () => {
  test.each<[string, boolean]>([
    ['_a1', true],
    ['order_id', true],
    ['1a', false],
    ['a-b', false],
    ['a.b', false],
    ['', false],
    ['__proto__', false],
    ['constructor', false],
    ['é', false],
    ['a'.repeat(129), false],
  ])('“%s”: %s', (name, isFine) => {
    expect(isVariableName(name)).toBe(isFine)
  })

  test('is none of the nine, and none that leads elsewhere', () => {
    expect(['now', 'hour', 'workflow_invoke_count'].every(isReservedVariable)).toBe(true)
    expect(['now', 'trigger', 'steps', '__proto__', 'a b'].some(isAssignable)).toBe(false)
    expect(isAssignable('plan')).toBe(true)
  })
})
