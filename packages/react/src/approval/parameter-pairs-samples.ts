import { canonicalJson, type ParameterSchema } from '@threadwork/core'
import * as fc from 'fast-check'
import { sampleSchema } from './approval-samples.ts'

export type Parameters = Readonly<Record<string, unknown>>

/** Two different sets of parameters that somebody could take for one another. */
export interface ParameterPair {
  readonly one: Parameters
  readonly other: Parameters
  readonly schema: readonly ParameterSchema[]
  /** What makes the difference. */
  readonly change: string
}

const twins: Readonly<Record<string, string>> = {
  a: 'аɑα',
  c: 'сϲ',
  e: 'еҽ',
  i: 'іıι',
  l: 'Iǀӏ',
  o: 'оοօ',
  p: 'рρ',
  s: 'ѕ',
  x: 'х×',
  y: 'уү',
  A: 'АΑᎪ',
  B: 'ВΒ',
  C: 'СϹ',
  E: 'ЕΕ',
  H: 'НΗ',
  I: 'Іl|',
  K: 'КΚ',
  O: 'ОΟ0',
  P: 'РΡ',
  T: 'ТΤ',
  '0': 'OОߋ',
  '1': 'lI１',
  '-': '‐‑–−',
  '.': '․。·',
  ',': '‚，',
  "'": '’ʼ′',
  '/': '∕⁄',
  ':': '∶꞉',
}
const hidden = [
  '\u200B',
  '\u200D',
  '\u2060',
  '\u00AD',
  '\uFEFF',
  '\u034F',
  '\u180E',
  '\u{E0061}',
  '\uFE0F',
  '\u115F',
]
const turning = ['\u202E', '\u202D', '\u2066', '\u2067', '\u2068', '\u200E', '\u200F', '\u061C', '\u202C']
const spaces = ['\u00A0', '  ', '\u2009', '\u3000', '\t', '\n', '\r\n', ' \n', '\u2028', '\u205F', '']

const words = fc.constantFrom(
  'paypal',
  'Ada Moreau',
  'card ending 4402',
  'A-1042',
  '1',
  '10',
  '1.0',
  '1e3',
  '90.50 EUR',
  'true',
  'null',
  '',
  ' ',
  '—',
  '2026-11-20',
  '2026-11-20T14:30:00Z',
  'https://courier.example/track',
  'https://courier.example@evil.example/track',
  '[ ] 2 entries',
  '{ } 1 value',
  '["a","b"]',
  '{"a":1}',
  '"quoted"',
  '#1',
  '↵',
  '⟦U+200B⟧',
  '⟵ a',
  'Missing, though the skill needs it',
  'Yes',
  'שלום 10',
  'abc אבג 12',
  'مرحبا',
  'طلب 1042',
  'Привет',
  'сосо',
  '東京のラーメン',
  'カ',
  'Zoë',
  'naïve café',
  'done 👍🏽',
  '❤️ it',
  'one two  three',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbb',
)
const numbers = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.constantFrom(0.1, 1e21, 1e-7, 90.5, 12500.5, 1000, 123456789),
)
const leaf = fc.oneof({ weight: 5, arbitrary: words }, numbers, fc.boolean(), fc.constant(null))
const names = fc.constantFrom(
  'order_id',
  'amount',
  'note',
  'to',
  'a',
  'b',
  '1',
  'x y',
  'Order',
  'currency',
  '#1',
  '',
)
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: leaf },
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(names, tie('tree'), { maxKeys: 3, noNullPrototype: true }),
  ),
}))
const parameters = fc.dictionary(names, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true })

const schemas: fc.Arbitrary<readonly ParameterSchema[]> = fc.constantFrom<(readonly ParameterSchema[])[]>(
  [],
  [],
  [
    sampleSchema('order_id', 'Order', { hint: 'As printed' }),
    sampleSchema('amount', 'Amount', { type: 'number', isOptional: true }),
    sampleSchema('to', 'To', {
      isOptional: true,
      options: [
        { value: '1', label: 'One' },
        { value: 1, label: 'Uno' },
      ],
    }),
  ],
  [
    sampleSchema('a', 'Order', { isOptional: true }),
    sampleSchema('b', 'Order', { isOptional: true }),
    sampleSchema('note', 'Note', {
      type: 'object',
      properties: [sampleSchema('a', 'Á', { isOptional: true })],
    }),
  ],
)

type Chance = () => number
/** Numbers in [0, 1) without the small ones that a property test prefers. */
const chanceFrom = (start: number): Chance => {
  let state = start
  return () => {
    state = (Math.imul(state, 48_271) >>> 0) % (2 ** 31 - 1) || 1
    return state / (2 ** 31 - 1)
  }
}
type Change = (value: unknown, chance: Chance) => unknown

const pick = <Item>(items: readonly Item[], chance: Chance): Item =>
  items[Math.floor(chance() * items.length)] as Item

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const insert = (text: string, piece: string, chance: Chance): string => {
  const at = Math.floor(chance() * (text.length + 1))
  return text.slice(0, at) + piece + text.slice(at)
}

const onText =
  (change: (text: string, chance: Chance) => string): Change =>
  (value, chance) =>
    typeof value === 'string' ? change(value, chance) : value

const swapTwin = (text: string, chance: Chance): string => {
  const places = Array.from(text).flatMap((letter, at) => (Object.hasOwn(twins, letter) ? [at] : []))
  if (places.length === 0) return `${text}а`
  const letters = Array.from(text)
  const at = pick(places, chance)
  letters[at] = pick(Array.from(twins[letters[at] ?? ''] ?? ''), chance)
  return letters.join('')
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return [text]
  }
}

const otherType: Change = (value, chance) => {
  if (typeof value === 'string')
    return pick([parsed(value), [value], { '1': value }, value === '' ? null : ''], chance)
  if (Array.isArray(value))
    return pick(
      [
        JSON.stringify(value),
        Object.fromEntries(value.map((entry, at) => [String(at + 1), entry as unknown])),
        value.join(','),
        value[0] ?? null,
      ],
      chance,
    )
  if (isRecord(value))
    return pick([JSON.stringify(value), Object.values(value), Object.keys(value).length, null], chance)
  return pick([String(value), [value], `${String(value)} `, value === null ? {} : null], chance)
}

const otherNumber: Change = (value) => {
  if (typeof value === 'number') return value === 0 ? 1e-9 : value * 1.1
  return typeof value === 'string' && /^\d/.test(value) ? `${value}0` : 0
}

const otherShape: Change = (value, chance) => {
  if (Array.isArray(value))
    return pick([[value], [...value, null], value.slice(1), value.toReversed(), []], chance)
  if (!isRecord(value)) return pick([[value], { a: value }], chance)
  const [first, ...rest] = Object.entries(value)
  if (!first) return []
  const inner = Object.fromEntries(rest)
  return pick(
    [inner, { ...inner, [first[0]]: [first[1]] }, { ...inner, a: Object.fromEntries([first]) }],
    chance,
  )
}

const changes: Readonly<Record<string, Change>> = {
  'hidden sign': onText((text, chance) => insert(text, pick(hidden, chance), chance)),
  'turned direction': onText((text, chance) => insert(text, pick(turning, chance), chance)),
  'mixed order': onText((text) =>
    Array.from(text.includes(' ') ? text : `${text} 1`)
      .join('')
      .split(' ')
      .toReversed()
      .join(' '),
  ),
  lookalike: onText(swapTwin),
  'another space': onText((text, chance) =>
    text.includes(' ')
      ? text.replace(' ', pick(spaces, chance))
      : insert(text, pick(spaces, chance) || ' ', chance),
  ),
  'decomposed letters': onText((text) => `${text}é`.normalize('NFD')),
  'our own notation': onText((text, chance) =>
    insert(text, pick(['⟦U+200B⟧', '↵', '↵\n', '⟵ ', '…', '—'], chance), chance),
  ),
  quotes: onText((text) => JSON.stringify(text)),
  'another type': otherType,
  'another number': otherNumber,
  'another shape': otherShape,
}

// Changes one value somewhere inside, or one name.
const changeInside = (value: unknown, change: Change, chance: Chance): unknown => {
  const inner = Array.isArray(value) ? value.length : isRecord(value) ? Object.keys(value).length : 0
  if (inner === 0 || chance() < 0.25) return change(value, chance)
  const at = Math.floor(chance() * inner)
  if (Array.isArray(value))
    return value.map((entry: unknown, index) => (index === at ? changeInside(entry, change, chance) : entry))
  const entries = Object.entries(value as Parameters)
  return Object.fromEntries(
    entries.map(([name, entry], index) => {
      if (index !== at) return [name, entry]
      if (chance() < 0.2) return [String(change(name, chance)), entry]
      return [name, changeInside(entry, change, chance)]
    }),
  )
}

const changeParameters = (one: Parameters, change: Change, chance: Chance): Parameters => {
  const entries = Object.entries(one)
  const at = Math.floor(chance() * entries.length)
  // Taken away, moved inside its neighbour, or swapped with it: the set of values stays nearly the same.
  const step = chance()
  const [name = '', value] = entries[at] ?? []
  const rest = entries.filter((_, index) => index !== at)
  if (step < 0.05) return Object.fromEntries(rest)
  if (step < 0.1) return Object.fromEntries([...rest, [name, { [name]: value }]])
  if (step < 0.15 && rest[0]) {
    const [otherName, otherValue] = rest[0]
    return Object.fromEntries([[name, otherValue], [otherName, value], ...rest.slice(1)])
  }
  const changed = changeInside(Object.fromEntries([[name, value]]), change, chance)
  return { ...Object.fromEntries(rest), ...(isRecord(changed) ? changed : { [name]: changed }) }
}

const pair: fc.Arbitrary<ParameterPair> = fc
  .tuple(
    parameters,
    schemas,
    fc.constantFrom(...Object.keys(changes)),
    fc.noBias(fc.integer({ min: 1, max: 2 ** 31 - 1 })),
  )
  .map(([one, schema, change, start]) => ({
    one,
    other: changeParameters(one, changes[change] as Change, chanceFrom(start)),
    schema,
    change,
  }))
  .filter(({ one, other }) => canonicalJson(one) !== canonicalJson(other))

/** Pairs of different parameter sets, the same for the same seed. */
export const drawPairs = (seed: number, count: number): readonly ParameterPair[] =>
  fc.sample(pair, { seed, numRuns: count })

// Letters of ASCII, and signs of everyday texts, have shapes of their own: the pictures show it.
const hasOwnShape = (letter: string): boolean => letter < '\u0080' || '–’。·'.includes(letter)

const skeletonOf = new Map(
  Object.entries(twins).flatMap(([letter, others]) =>
    Array.from(others)
      .filter((other) => !hasOwnShape(other))
      .map((other) => [other, letter] as const),
  ),
)

/** A text as somebody sees it who cannot tell one letter from its twin, and no sign that is not drawn. */
export const asSeen = (text: string): string =>
  Array.from(text.normalize('NFKC'))
    .filter((letter) => !/[\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(letter))
    .map((letter) => skeletonOf.get(letter) ?? letter)
    .join('')

const naiveValue = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)

/** What a card draws that thinks nothing of it: names and values as they are, spaces as the page has them. */
export const naiveText = (one: Parameters): string =>
  Object.entries(one)
    .map(([name, value]) => `${name} ${naiveValue(value)}`.replaceAll(/[ \t\n\r]+/gu, ' ').trim())
    .join('\n')
