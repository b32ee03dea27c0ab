import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeValue } from './describe-value.ts'
import { visibleText } from './text-parts.ts'

const seed = process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}

const tricky = fc.constantFrom(
  ...Array.from('aAoO0l1I|.-\'" \n\t\u00A0\u200B\u200D\u202E\u2066\u00ADаосеАОѕіοΑαＡ１𝐀ﬁé\u0301‐−∕⟦⟧↵U+20'),
  'U+200B',
  '⟦U+200B⟧',
  'Å',
  'Å',
  '👩‍👩‍👧',
  '👩',
  'ı',
  'Ꭺ',
)
const texts = fc.array(tricky, { maxLength: 8 }).map((parts) => parts.join(''))

describe('textParts', () => {
  it('writes two different texts differently', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        fc.pre(one !== other)

        expect(visibleText(one)).not.toBe(visibleText(other))
      }),
      { ...seed, numRuns: 20_000 },
    )
  })

  it.each([
    'Sorry about the lamp. The refund takes 3 to 5 days.',
    'A-1042',
    '90.50 EUR, about € 90',
    'Zoë Müller, Łódź, Çelik',
    'Привет, мир',
    'Γειά σου Κόσμε',
    'שלום עולם',
    'مرحبا بالعالم',
    '東京のラーメン',
    'Việt Nam',
    'नमस्ते',
    'done 👍🏽 👩‍👩‍👧',
    'with ❤️ and ☎️',
    'It is 5 ²… “quoted” – fine',
  ])('leaves %s as it is', (text) => {
    expect(visibleText(text)).toBe(text)
  })

  it.each([
    ['pay\u200Bpal', 'pay⟦U+200B⟧pal'],
    ['a\u202Eb', 'a⟦U+202E⟧b'],
    ['pаypal', 'p⟦U+0430⟧ypal'],
    ['сосо', '⟦U+0441⟧⟦U+043E⟧⟦U+0441⟧⟦U+043E⟧'],
    ['a\u00A0b', 'a⟦U+00A0⟧b'],
    ['e\u0301', 'e⟦U+0301⟧'],
    ['１', '⟦U+FF11⟧'],
    ['a\tb', 'a⟦U+0009⟧b'],
    ['two\nlines', 'two↵\nlines'],
    ['  a b ', '⟦U+0020⟧⟦U+0020⟧a b⟦U+0020⟧'],
    ['©️', '©⟦U+FE0F⟧'],
    ['❤', '⟦U+2764⟧'],
    ['a\uFE0F', 'a⟦U+FE0F⟧'],
    ['Ї', '⟦U+0407⟧'],
    ['カ', '⟦U+30AB⟧'],
    ['力メラ', '⟦U+529B⟧メラ'],
    ['อเเต', 'อเ⟦U+0E40⟧ต'],
    ['अा', 'अ⟦U+093E⟧'],
    ['علی', 'عل⟦U+06CC⟧'],
    ['علی علي', 'عل⟦U+06CC⟧ علي'],
    ['aא', '⟶ aא'],
    ['אa', '⟵ אa'],
  ])('writes out what hides in %j', (text, expected) => {
    expect(visibleText(text)).toBe(expected)
  })
})

describe('describeValue', () => {
  it('writes two different values differently', () => {
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      texts,
      fc.constantFrom('1', 1, 'null', null, 'true', true, ''),
    )
    fc.assert(
      fc.property(values, values, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other))

        expect(describeValue(one).text).not.toBe(describeValue(other).text)
      }),
      { ...seed, numRuns: 10_000 },
    )
  })

  it.each([
    ['1', '"1"'],
    [1, '1'],
    ['', '""'],
    [' x', '" x"'],
    ['x', 'x'],
    [null, 'null'],
    ['null', '"null"'],
    ['{"a":1}', '"{\\"a\\":1}"'],
    ['"1"', '"\\"1\\""'],
    ['[ ] 2 entries', '"[ ] 2 entries"'],
    ['—', '"—"'],
    ['[draft] letter', '[draft] letter'],
    ['"Yes", she said', '"Yes", she said'],
    ['two\nlines\n', 'two\nlines\n'],
  ])('writes %j as %s', (value, text) => {
    expect(describeValue(value).text).toBe(text)
  })
})
