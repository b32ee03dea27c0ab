import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roomFor } from './character-limit.ts'
import { countCharacters } from './count-characters.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

describe('countCharacters', () => {
  it.each([
    ['', 0],
    ['lamp', 4],
    ['👩‍👩‍👧‍👦', 1],
    ['🇵🇹🇵🇹', 2],
    ['e\u0301', 1],
    ['a👍🏽b', 3],
    ['நி', 1],
    ['\u06001', 1],
  ])('counts %j as a person does', (text, count) => {
    expect(countCharacters(text)).toBe(count)
  })

  it(`counts as the segmenter does, whatever the text (SEED=${seed})`, () => {
    const parts = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '1',
      'é',
      'e\u0301',
      '\u0301',
      '👩‍👩‍👧‍👦',
      '👍🏽',
      '🇵',
      '한',
      'ᄒ',
      'ᅡ',
      '\u0600',
      'நி',
      '\u200d',
    )
    const text = fc.oneof(
      fc.array(parts, { maxLength: 30 }).map((list) => list.join('')),
      fc.string({ unit: 'binary', maxLength: 30 }).map((drawn) => drawn.replaceAll('\r', '')),
    )

    fc.assert(
      fc.property(text, (drawn) => {
        expect(countCharacters(drawn)).toBe([...segmenter.segment(drawn)].length)
      }),
      { seed, numRuns: 3000 },
    )
  })
})

describe('roomFor', () => {
  it('says nothing while the limit is far, and nothing without one', () => {
    expect(roomFor('a'.repeat(70), 100).left).toBeNull()
    expect(roomFor('a'.repeat(70), undefined).left).toBeNull()
  })

  it.each([
    [80, 20],
    [100, 0],
    [101, -1],
    [100_000, -99_900],
  ])('tells of %i characters under a limit of 100 that %i are left', (length, left) => {
    expect(roomFor('a'.repeat(length), 100).left).toBe(left)
  })

  it('counts a family as one', () => {
    expect(roomFor('👩‍👩‍👧‍👦'.repeat(100), 100).left).toBe(0)
  })
})
