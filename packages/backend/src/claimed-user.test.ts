import { expect, test } from 'vitest'
import { userFromHeader } from './claimed-user.ts'

const ask = (headers: Record<string, string>) =>
  userFromHeader(new Request('http://localhost/', { headers })).userId
const tokenOf = (payload: object) => `Bearer x.${btoa(JSON.stringify(payload)).replaceAll('=', '')}.y`

test('two people with tokens of their own are two users, and a renewed token is the same user', () => {
  expect(ask({ Authorization: tokenOf({ sub: 'ada', exp: 1 }) })).toBe('ada')
  expect(ask({ Authorization: tokenOf({ sub: 'ada', exp: 2 }) })).toBe('ada')
  expect(ask({ Authorization: tokenOf({ sub: 'kenji' }) })).toBe('kenji')
})

test('the header of a server that vouches wins over a token', () => {
  expect(ask({ 'X-IDP-User-Id': 'noor', Authorization: tokenOf({ sub: 'ada' }) })).toBe('noor')
})

test.each(['Bearer opaque', 'Bearer a.%%%.c', 'Bearer a.bm90IGpzb24.c', 'Basic eA==', ''])(
  'what names nobody (%j) is the developer',
  (Authorization) => {
    expect(ask({ Authorization })).toBe('development')
  },
)
