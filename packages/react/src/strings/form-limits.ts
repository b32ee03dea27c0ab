import type { DataPoint } from '@threadwork/core'
import { englishMoment } from './form-moment.ts'
import { plural } from './plural.ts'

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })

const written = (limit: number | string): string =>
  typeof limit === 'number' ? numbers.format(limit) : englishMoment(limit)

const range = (min: string | null, max: string | null): string | null => {
  if (min !== null && max !== null) return `From ${min} to ${max}.`
  if (min !== null) return `From ${min}.`
  return max === null ? null : `Up to ${max}.`
}

const boundsOf = ({ min, max, above, below, type }: DataPoint): readonly (string | null)[] => {
  if (type === 'Rating') return []
  return [
    range(min === null ? null : written(min), max === null ? null : written(max)),
    above === null ? null : `More than ${numbers.format(above)}.`,
    below === null ? null : `Less than ${numbers.format(below)}.`,
  ]
}

const stepOf = ({ type, step }: DataPoint): string | null => {
  if (type !== 'Number' || step === null) return null
  return step === 1 ? 'A whole number.' : `A multiple of ${numbers.format(step)}.`
}

const lengthOf = ({ minLength, maxLength }: DataPoint): string | null => {
  if (minLength !== null && minLength === maxLength) return `${plural(minLength, 'character', 'characters')}.`
  if (minLength !== null && minLength > 1 && maxLength !== null)
    return `From ${numbers.format(minLength)} to ${plural(maxLength, 'character', 'characters')}.`
  if (minLength !== null && minLength > 1) return `At least ${plural(minLength, 'character', 'characters')}.`
  return maxLength === null ? null : `At most ${plural(maxLength, 'character', 'characters')}.`
}

const countOf = ({ minItems, maxItems, isMultiple }: DataPoint): string | null => {
  if (!isMultiple) return null
  if (minItems !== null && minItems === maxItems) return `Exactly ${numbers.format(minItems)}.`
  if (minItems !== null && minItems > 0 && maxItems !== null)
    return `From ${numbers.format(minItems)} to ${numbers.format(maxItems)}.`
  if (minItems !== null && minItems > 1) return `At least ${numbers.format(minItems)}.`
  return maxItems === null ? null : `At most ${numbers.format(maxItems)}.`
}

/** What a field takes, in English sentences; empty where nothing limits it. */
export const englishLimits = (field: DataPoint): readonly string[] =>
  [...boundsOf(field), stepOf(field), lengthOf(field), countOf(field)].filter((sentence) => sentence !== null)
