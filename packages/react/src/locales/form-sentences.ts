import type { DataPoint, FieldProblem } from '@threadwork/core'
import type { FormStrings } from '../strings/form.ts'
import type { LocaleFormat } from './locale-format.ts'

/** What a field takes and what is wrong with a value, in a locale's words. Numbers and dates come written. */
export interface FormWords {
  range(min: string, max: string): string
  from(min: string): string
  upTo(max: string): string
  moreThan(limit: string): string
  lessThan(limit: string): string
  readonly wholeNumber: string
  multipleOf(step: string): string
  charactersExactly(count: number): string
  charactersBetween(min: number, max: number): string
  charactersAtLeast(count: number): string
  charactersAtMost(count: number): string
  exactly(count: string): string
  atLeast(count: string): string
  atMost(count: string): string
  readonly problems: Readonly<
    Record<
      | 'required'
      | 'email'
      | 'url'
      | 'phone'
      | 'number'
      | 'whole'
      | 'date'
      | 'option'
      | 'consent'
      | 'json'
      | 'upload',
      string
    >
  >
  enterMultipleOf(step: string): string
  enterMoreThan(limit: string): string
  enterLessThan(limit: string): string
  enterAtLeast(limit: string): string
  enterAtMost(limit: string): string
  enterNotBefore(moment: string): string
  enterNotAfter(moment: string): string
  entriesAtLeast(count: number): string
  entriesAtMost(count: number): string
  useAtLeast(count: number): string
  useAtMost(count: number): string
  repeated(entry: string): string
  readonly formats: Readonly<Record<'uuid' | 'ipv4' | 'ipv6' | 'hostname' | 'duration', string>>
  otherFormat(format: string): string
}

const isKnown = <Key extends string>(record: Readonly<Record<Key, string>>, key: string): key is Key =>
  Object.hasOwn(record, key)

const boundsOf = (words: FormWords, format: LocaleFormat, field: DataPoint): readonly (string | null)[] => {
  if (field.type === 'Rating') return []
  const write = (limit: number | string): string =>
    typeof limit === 'number' ? format.number(limit) : format.moment(limit)
  const { min, max, above, below } = field
  const both = min !== null && max !== null
  return [
    both ? words.range(write(min), write(max)) : null,
    !both && min !== null ? words.from(write(min)) : null,
    !both && max !== null ? words.upTo(write(max)) : null,
    above === null ? null : words.moreThan(format.number(above)),
    below === null ? null : words.lessThan(format.number(below)),
  ]
}

const lengthOf = (words: FormWords, { minLength, maxLength }: DataPoint): string | null => {
  if (minLength !== null && minLength === maxLength) return words.charactersExactly(minLength)
  if (minLength !== null && minLength > 1)
    return maxLength === null
      ? words.charactersAtLeast(minLength)
      : words.charactersBetween(minLength, maxLength)
  return maxLength === null ? null : words.charactersAtMost(maxLength)
}

const countOf = (
  words: FormWords,
  format: LocaleFormat,
  { minItems, maxItems, isMultiple }: DataPoint,
): string | null => {
  if (!isMultiple) return null
  if (minItems !== null && minItems === maxItems) return words.exactly(format.number(minItems))
  if (minItems !== null && minItems > 0 && maxItems !== null)
    return words.range(format.number(minItems), format.number(maxItems))
  if (minItems !== null && minItems > 1) return words.atLeast(format.number(minItems))
  return maxItems === null ? null : words.atMost(format.number(maxItems))
}

/** The sentences for what a field takes. */
export const limitsOf =
  (words: FormWords, format: LocaleFormat): FormStrings['limits'] =>
  (field) => {
    const step =
      field.type !== 'Number' || field.step === null
        ? null
        : field.step === 1
          ? words.wholeNumber
          : words.multipleOf(format.number(field.step))
    return [
      ...boundsOf(words, format, field),
      step,
      lengthOf(words, field),
      countOf(words, format, field),
    ].filter((sentence) => sentence !== null)
  }

const limitProblem = (
  words: FormWords,
  format: LocaleFormat,
  { type, limit }: Extract<FieldProblem, { type: 'min' | 'max' }>,
): string => {
  if (typeof limit === 'number')
    return type === 'min' ? words.enterAtLeast(format.number(limit)) : words.enterAtMost(format.number(limit))
  const moment = format.moment(limit)
  return type === 'min' ? words.enterNotBefore(moment) : words.enterNotAfter(moment)
}

/** The sentence for what is wrong with a value. */
export const problemOf =
  (words: FormWords, format: LocaleFormat): FormStrings['problem'] =>
  (found) => {
    switch (found.type) {
      case 'step':
        return words.enterMultipleOf(format.number(found.limit))
      case 'above':
        return words.enterMoreThan(format.number(found.limit))
      case 'below':
        return words.enterLessThan(format.number(found.limit))
      case 'format':
        return isKnown(words.formats, found.format)
          ? words.formats[found.format]
          : words.otherFormat(found.format)
      case 'repeated':
        return words.repeated(found.entry)
      case 'min':
      case 'max':
        return limitProblem(words, format, found)
      case 'min-items':
        return words.entriesAtLeast(found.limit)
      case 'max-items':
        return words.entriesAtMost(found.limit)
      case 'min-length':
        return words.useAtLeast(found.limit)
      case 'max-length':
        return words.useAtMost(found.limit)
      default:
        return words.problems[found.type]
    }
  }
