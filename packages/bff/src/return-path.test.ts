import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeReturnPath } from './return-path.ts'

const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }

test.each(['/', '/c/42', '/c/42?tab=runs#last', '/a b'])('keeps the path %s', (path) => {
  expect(new URL(safeReturnPath(path), 'https://app.test').pathname).toBe(
    new URL(path, 'https://app.test').pathname,
  )
})

test.each([
  null,
  '',
  'c/42',
  'https://evil.test',
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/.//evil.test',
  '/a/..//evil.test',
  'javascript:alert(1)',
  '/auth/sign-out',
  '/api/chat/history',
])('goes home instead of to %s', (path) => {
  expect(safeReturnPath(path)).toBe('/')
})

test('never leaves the origin, whatever it is asked', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '@',
    ':',
    '\t',
    '\n',
    '%2f',
    'evil.test',
    'http',
    '?',
    '#',
    'a',
  )

  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const path = safeReturnPath(pieces.join(''))

      expect(new URL(path, 'https://app.test').origin).toBe('https://app.test')
      expect(path).toMatch(/^\/(?![/\\])/)
    }),
    { numRuns: 5_000, ...seed },
  )
})
