import { describe, expect, it } from 'vitest'
import { SpanCache } from './span-cache.ts'

const lines = [[{ start: 0, end: 1, kind: 'keyword' }]] as const

describe('SpanCache', () => {
  it('gives back what it was given', () => {
    const cache = new SpanCache(10)

    cache.set('a', lines)

    expect(cache.get('a')).toBe(lines)
    expect(cache.get('b')).toBeUndefined()
  })

  it('forgets what was not used for longest when it is full', () => {
    const cache = new SpanCache(10)
    cache.set('aaaa', lines)
    cache.set('bbbb', lines)
    cache.get('aaaa')

    cache.set('cccc', lines)

    expect(cache.get('aaaa')).toBe(lines)
    expect(cache.get('bbbb')).toBeUndefined()
    expect(cache.get('cccc')).toBe(lines)
  })
})
