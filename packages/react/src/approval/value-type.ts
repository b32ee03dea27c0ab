import type { ParameterSchema } from '@threadwork/core'

/** What a value is, as a person would say it. */
export type ValueType = 'text' | 'number' | 'whole-number' | 'yes-no' | 'list' | 'group'

const typeByWord: Readonly<Record<string, ValueType>> = {
  string: 'text',
  text: 'text',
  plaintext: 'text',
  textarea: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  date: 'text',
  time: 'text',
  datetime: 'text',
  timestamp: 'text',
  number: 'number',
  float: 'number',
  decimal: 'number',
  integer: 'whole-number',
  boolean: 'yes-no',
  checkbox: 'yes-no',
  array: 'list',
  object: 'group',
}

const fold = (word: string | null): string => (word ?? '').toLowerCase().replaceAll(/[^a-z]/gu, '')

const typeOfWord = (word: string | null): ValueType | null => {
  const folded = fold(word)
  return Object.hasOwn(typeByWord, folded) ? (typeByWord[folded] ?? null) : null
}

/** What a skill says that a parameter is; `null` where it says nothing that is known. */
export const declaredType = ({ type, controlType }: ParameterSchema): ValueType | null =>
  typeOfWord(type) ?? typeOfWord(controlType)

/** What a value is; `null` for nothing. */
export const typeOfValue = (value: unknown): ValueType | null => {
  switch (typeof value) {
    case 'string':
      return 'text'
    case 'number':
      return Number.isInteger(value) ? 'whole-number' : 'number'
    case 'boolean':
      return 'yes-no'
    default:
      if (value === null || value === undefined) return null
      return Array.isArray(value) ? 'list' : 'group'
  }
}

/** Whether a value is what its skill says. Nothing fits everywhere, and a whole number is a number. */
export const fitsType = (value: unknown, declared: ValueType): boolean => {
  const actual = typeOfValue(value)
  return actual === null || actual === declared || (actual === 'whole-number' && declared === 'number')
}
