import { describe, expect, it } from 'vitest'
import { englishInspection } from '../strings/inspection.ts'
import { english as englishAtFirst, type Strings } from '../strings/strings.ts'
import { arabic } from './ar/index.ts'
import { german } from './de/index.ts'
import { spanish } from './es/index.ts'
import { french } from './fr/index.ts'
import { japanese } from './ja/index.ts'
import { pseudo } from './pseudo.ts'

// The words that load late are words as well.
const english: Strings = { ...englishAtFirst, inspection: englishInspection }

const packs: readonly (readonly [name: string, strings: Strings])[] = [
  ['German', german],
  ['French', french],
  ['Spanish', spanish],
  ['Japanese', japanese],
  ['Arabic', arabic],
  ['pseudo', pseudo],
]

type Words = Readonly<Record<string, unknown>>

/** Every word of a catalogue by its path, functions as they are. */
const leaves = (words: unknown, path = ''): readonly (readonly [string, unknown])[] =>
  typeof words === 'object' && words !== null && !Array.isArray(words)
    ? Object.entries(words as Words).flatMap(([name, value]) =>
        leaves(value, path ? `${path}.${name}` : name),
      )
    : [[path, words]]

const field = {
  type: 'Number',
  min: 7,
  max: 70,
  above: null,
  below: null,
  step: 1,
  minLength: null,
  maxLength: null,
  minItems: null,
  maxItems: null,
  isMultiple: false,
}
const at = Date.UTC(2026, 10, 19, 12, 3)

// What a word is given where texts, or else numbers, are not what it takes.
const samples: Readonly<Record<string, readonly unknown[]>> = {
  'announcement.codeBlock': ['⟪0⟫', 7],
  'announcement.messages': [7, '⟪1⟫'],
  'announcement.skillsDone': [['⟪0⟫', '⟪1⟫']],
  'announcement.skillsRunning': [['⟪0⟫']],
  'announcement.step': [{ workflow: '⟪0⟫', step: 7, steps: 9, message: '⟪1⟫' }],
  'announcement.halted': [{ workflow: '⟪0⟫', step: '⟪1⟫', error: '⟪2⟫' }],
  'announcement.background': [{ workflow: '⟪0⟫', message: '⟪1⟫' }],
  'announcement.backgroundFailed': [{ workflow: '⟪0⟫', step: '⟪1⟫', error: '⟪2⟫' }],
  'approval.region': ['⟪0⟫', 7],
  'approval.position': [7, 9, '⟪2⟫'],
  'approval.otherType': ['number', 'text'],
  'approval.money': [7, 'EUR'],
  'approval.date': [at, true],
  'approval.yesNo': [true],
  'approval.sending': ['approved'],
  'approval.sent': ['approved'],
  'approval.batchTitle': ['approved', 7],
  'approval.batchConfirm': ['rejected', 7],
  'attachment.tooLarge': [{ name: '⟪0⟫', size: 30_000_000 }, 20_000_000],
  'attachment.refusedType': ['⟪0⟫', ['.pdf']],
  'attachment.lost': [['⟪0⟫']],
  'attachment.status': [{ count: 7, size: 7000, uploading: 3, failed: 0 }],
  'form.askedToo': [['⟪0⟫']],
  'form.notAsked': [['⟪0⟫']],
  'form.list': [['⟪0⟫', '⟪1⟫']],
  'form.draftKept': [{ hasSecrets: true, hasFiles: true }],
  'form.limits': [field],
  'form.problem': [{ type: 'repeated', entry: '⟪0⟫' }],
  'form.fileLimits': ['.pdf', 7_000_000],
  'form.wrongType': ['.pdf'],
  'form.pickFile': [true],
  'form.position': ['⟪0⟫', 7, 9],
  'launcher.news': [{ unread: 7, waiting: 9 }],
  'launcher.open': [{ unread: 7, waiting: 9 }],
  'skill.progress': [{ done: 7, running: 8, failed: 9, unknown: 6 }],
  'skill.label': ['⟪0⟫', 'failed'],
  'workflow.position': [7, 9, '⟪2⟫'],
}

type Word = (...given: readonly unknown[]) => unknown

const textOf = (value: unknown): string => (Array.isArray(value) ? value.map(textOf).join('') : String(value))

const isSound = (text: string): boolean => !/undefined|NaN|\[object|Invalid/u.test(text)

/** What to give a word: the sample, else texts, else numbers, else the numbers of a time. */
const givenTo = (path: string, word: Word): readonly unknown[] => {
  // English writes some numbers as they come: German tells a number from a text.
  const strict = new Map(leaves(german)).get(path) as Word
  const tries = [
    samples[path],
    Array.from({ length: word.length }, (_, index) => `⟪${index}⟫`),
    Array.from({ length: word.length }, (_, index) => 7 + index),
    [at],
  ]
  const found = tries.find((given) => {
    try {
      return given !== undefined && isSound(textOf(word(...given))) && isSound(textOf(strict(...given)))
    } catch {
      return false
    }
  })
  if (!found) throw new Error(`Nothing fits the word ${path}. Add a sample for it.`)
  return found
}

const digits = (text: string): readonly string[] =>
  [...text.normalize('NFKC').matchAll(/[0-9\u0660-\u0669]/gu)]
    .map(([digit]) => (digit > '9' ? String((digit.codePointAt(0) ?? 0) - 0x660) : digit))
    .toSorted()

describe.each(packs)('the pack %s', (_, pack) => {
  const known = new Map(leaves(pack))

  it('has every word and no other', () => {
    expect([...known.keys()].toSorted()).toEqual(
      leaves(english)
        .map(([path]) => path)
        .toSorted(),
    )
  })

  it('says what it is given wherever English does', () => {
    const lost: string[] = []
    for (const [path, word] of leaves(english)) {
      if (typeof word !== 'function') continue
      const given = givenTo(path, word as Word)
      const said = textOf((word as Word)(...given))
      const here = textOf((known.get(path) as Word)(...given))
      const marks = said.match(/⟪\d⟫/gu) ?? []
      if (!isSound(here) || marks.some((mark) => !here.includes(mark))) lost.push(`${path}: ${here}`)
      // Dates and sizes are written anew; every other number is said as often as in English.
      if (/^(?:time|approval\.(?:date|money|expiresIn))|moment|fileSize|fileLimits|tooLarge|day$/u.test(path))
        continue
      if (marks.length === 0 && digits(said).length > 0 && digits(here).length === 0)
        lost.push(`${path}: ${here}`)
    }

    expect(lost).toEqual([])
  })

  it('leaves no sentence in English', () => {
    const same = leaves(english).filter(
      ([path, word]) => typeof word === 'string' && /\s/u.test(word) && known.get(path) === word,
    )

    expect(same).toEqual([])
  })
})

it('writes numbers and plurals as each locale does', () => {
  expect(german.result.number(1234.5)).toBe('1.234,5')
  expect(arabic.skill.count(2)).toBe('مهارتان')
  expect(arabic.skill.count(3)).toMatch(/مهارات/u)
  expect(french.skill.count(1)).toBe('1 compétence')
  expect(japanese.skill.count(3)).toBe('3 個のスキル')
})
