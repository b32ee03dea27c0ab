import { expect, test } from 'vitest'
import { inputScope } from './input-scope.ts'

const scope = inputScope(
  { city: 'Basel', token: 'typed', input: { city: 'inner' } },
  { values: { city: 'nowhere', unit: 'C', token: 'kept' }, secretNames: ['token'] },
)

test('reads the input over the team’s variables, by own keys alone', () => {
  const paths = ['city', 'input.city', 'unit', 'none', 'constructor', 'input.constructor.name']

  expect(paths.map((path) => scope.read(path))).toEqual([
    'Basel',
    'Basel',
    'C',
    undefined,
    undefined,
    undefined,
  ])
})

test('lets nothing stand for a secret, and the secret itself be read by nobody', () => {
  expect([scope.isSecret('token'), scope.isSecret('token.length'), scope.isSecret('input.token')]).toEqual([
    true,
    true,
    false,
  ])
  expect([scope.read('token'), scope.read('token.length'), scope.read('input.token')]).toEqual([
    undefined,
    undefined,
    'typed',
  ])
})
