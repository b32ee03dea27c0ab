import type { Operator } from '../condition.ts'
import type { Json } from '../json.ts'
import { compilePattern } from './compile-pattern.ts'
import { textOf } from './text-of.ts'

type Value = Json | undefined

/** Whether `value` stands to `wanted` as the operator says. Text is compared without regard to case; a list contains its entries. */
export function compare(value: Value, operator: Operator, wanted: Value): boolean {
  switch (operator) {
    case 'equals':
      return isEqual(value, wanted)
    case 'not-equals':
      return !isEqual(value, wanted)
    case 'contains':
      return contains(value, wanted)
    case 'not-contains':
      return !contains(value, wanted)
    case 'starts-with':
      return folded(value).startsWith(folded(wanted))
    case 'ends-with':
      return folded(value).endsWith(folded(wanted))
    case 'greater-than':
      return isOrdered(wanted, value)
    case 'less-than':
      return isOrdered(value, wanted)
    case 'is-empty':
      return isEmpty(value)
    case 'is-filled':
      return !isEmpty(value)
    case 'matches':
      return isMatch(value, wanted)
    default:
      // A word that we do not know came with the data; `conditionProblems` tells it.
      return false
  }
}

const folded = (value: Value): string => textOf(value).toLowerCase()

function isEqual(value: Value, wanted: Value): boolean {
  if (typeof value === 'number' || typeof wanted === 'number') {
    const [left, right] = [numberOf(value), numberOf(wanted)]
    if (left !== null && right !== null) return left === right
  }
  return folded(value) === folded(wanted)
}

function contains(value: Value, wanted: Value): boolean {
  if (Array.isArray(value)) return value.some((each: Json) => isEqual(each, wanted))
  return folded(value).includes(folded(wanted))
}

// Numbers by size, other texts by their letters, which orders ISO dates; nothing is neither before nor after.
function isOrdered(smaller: Value, larger: Value): boolean {
  const [left, right] = [numberOf(smaller), numberOf(larger)]
  if (left !== null && right !== null) return left < right
  if (isEmpty(smaller) || isEmpty(larger) || left !== null || right !== null) return false
  return folded(smaller) < folded(larger)
}

function numberOf(value: Value): number | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

function isEmpty(value: Value): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0
  return textOf(value) === ''
}

function isMatch(value: Value, wanted: Value): boolean {
  const pattern = compilePattern(textOf(wanted), { ignoresCase: true })
  return pattern.type === 'pattern' && pattern.isFoundIn(textOf(value))
}
