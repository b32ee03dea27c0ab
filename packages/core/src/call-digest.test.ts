import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOfCall } from './call-digest.ts'
import { canonicalJson } from './canonical-json.ts'
import { sha256 } from './sha-256.ts'

const seed = process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, reversed(inner)]),
  )
}

describe('canonicalJson', () => {
  // RFC 8785, 3.2.3 and 3.2.2.
  it('sorts members by their code units and writes texts and numbers as the RFC does', () => {
    const members = {
      '\u20ac': 'a',
      '\r': 'b',
      '\ufb33': 'c',
      '1': 'd',
      '\u{1f600}': 'e',
      '\u0080': 'f',
      ö: 'g',
    }
    const values = {
      // As the standard spells it; the nearest double is what it means.
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }

    expect(canonicalJson(members)).toBe(
      '{"\\r":"b","1":"d","\u0080":"f","ö":"g","\u20ac":"a","\u{1f600}":"e","\ufb33":"c"}',
    )
    expect(canonicalJson(values)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('writes the same JSON alike whatever the order of its members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy: unknown = JSON.parse(JSON.stringify(value))

        expect(canonicalJson(reversed(copy))).toBe(canonicalJson(copy))
        expect(JSON.parse(canonicalJson(copy))).toEqual(JSON.parse(JSON.stringify(copy)))
      }),
      { ...seed, numRuns: 1000 },
    )
  })

  it('takes a hundred thousand levels', () => {
    let value: unknown = 'x'
    for (let level = 0; level < 100_000; level += 1) value = [value]

    expect(canonicalJson(value)).toHaveLength(200_003)
  })

  it('takes a list of half a million entries', () => {
    expect(canonicalJson(Array.from({ length: 500_000 }, () => 0))).toHaveLength(1_000_001)
  })
})

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('gives the standard’s digest of %j', (text, digest) => {
    expect(sha256(text)).toBe(digest)
  })

  it('agrees with another implementation on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
      }),
      { ...seed, numRuns: 500 },
    )
  })
})

describe('digestOfCall', () => {
  const call = { callId: 'call-1', skillName: 'Create refund', parameters: { amount: 1, to: ['a', 'b'] } }

  it('can be worked out by anybody from the text that is documented', () => {
    const text =
      '{"call_id":"call-1","skill_name":"Create refund","skill_parameters":{"amount":1,"to":["a","b"]}}'

    expect(digestOfCall(call)).toBe(`sha-256=${createHash('sha256').update(text).digest('hex')}`)
  })

  it.each([
    [{ callId: 'call-2' }],
    [{ skillName: 'Create refunds' }],
    [{ parameters: { amount: '1', to: ['a', 'b'] } }],
    [{ parameters: { amount: 1, to: ['b', 'a'] } }],
    [{ parameters: { amount: 1, to: 'a,b' } }],
    [{ parameters: { amount: 1, to: ['a', 'b'], more: null } }],
  ])('differs with %j', (change) => {
    expect(digestOfCall({ ...call, ...change })).not.toBe(digestOfCall(call))
  })

  it('is that of a half surrogate too, which no UTF-8 can write', () => {
    const odd = { ...call, parameters: { note: '\ud800' } }

    expect(digestOfCall(odd)).not.toBe(digestOfCall({ ...call, parameters: { note: '\ufffd' } }))
  })
})
