import { expect, test } from 'vitest'
import { createOpenStreams } from './open-streams.ts'

test("ends one holder's streams and leaves the others", () => {
  const streams = createOpenStreams()
  const ended: string[] = []
  streams.add('ada', () => ended.push('a1'))
  streams.add('ada', () => ended.push('a2'))
  streams.add('grace', () => ended.push('g1'))

  streams.endAllOf('ada')

  expect(ended).toEqual(['a1', 'a2'])
  expect(streams.holders()).toEqual(['grace'])
})

test('forgets a stream that has ended by itself', () => {
  const streams = createOpenStreams()
  const forget = streams.add('ada', () => undefined)

  forget()

  expect(streams.holders()).toEqual([])
  expect(streams.count()).toBe(0)
})

test('ends all at a shutdown, and at once whatever opens after it', () => {
  const streams = createOpenStreams()
  const ended: string[] = []
  streams.add('ada', () => ended.push('early'))

  streams.endAll()
  streams.add('ada', () => ended.push('late'))

  expect(ended).toEqual(['early', 'late'])
  expect(streams.count()).toBe(0)
})
