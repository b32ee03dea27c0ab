import { expect, test } from 'vitest'
import { missesPattern } from './pattern.ts'

test.each([
  ['^(?:[A-Z]-\\d{4})$', 'A-104', true],
  ['^(?:[A-Z]-\\d{4})$', 'A-1042', false],
  ['^(?:(DE|AT)\\d{2})$', 'CH12', true],
  ['^(?:(DE|AT)\\d{2})$', 'DE12', false],
  ['\\d', 'no digit', true],
  ['\\d', 'at least 1 digit', false],
  ['^[\\w.-]+$', 'a b', true],
  ['^[\\w.-]+$', 'a.b-c', false],
  ['^(?=.*\\d)(?=.*[a-z]).{8,}$', 'abcdefgh', true],
  ['^(?=.*\\d)(?=.*[a-z]).{8,}$', 'abcdefg1', false],
])('checks %s against %s', (pattern, text, isMissed) => {
  expect(missesPattern(pattern, text)).toBe(isMissed)
})

test.each([
  ['(a+)+$', 40],
  ['((a|a))*$', 40],
  ['(?:(?:a*)b?)*$', 40],
  ['(a{1,30}){1,30}$', 40],
  ['a*a*a*a*a*$', 300],
  ['^.*.*.*.*=$', 300],
  ['(', 1],
])('leaves %s to the backend: it is slow or broken', (pattern, length) => {
  expect(missesPattern(pattern, `${'a'.repeat(length)}!`)).toBe(false)
})
