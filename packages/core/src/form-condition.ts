import type { FieldCondition } from './form.ts'

type Bounds = Extract<FieldCondition, { readonly type: 'within' }>

const isFilled = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : value !== undefined && value !== null && value !== '' && value !== false

const isOneOf = (value: unknown, values: readonly unknown[]): boolean => {
  const wanted = new Set(values.map(String))
  return (Array.isArray(value) ? value : [value]).some((entry) => wanted.has(String(entry)))
}

const isAtLeast = (value: unknown, bound: number | string): boolean =>
  typeof bound === 'number' ? Number(value) >= bound : String(value) >= bound

const isAtMost = (value: unknown, bound: number | string): boolean =>
  typeof bound === 'number' ? Number(value) <= bound : String(value) <= bound

const isWithin = (value: unknown, { min, max }: Bounds): boolean =>
  isFilled(value) && (min === null || isAtLeast(value, min)) && (max === null || isAtMost(value, max))

/** Whether a condition holds for the values that other fields have now. */
export const holds = (condition: FieldCondition, valueOf: (key: string) => unknown): boolean => {
  switch (condition.type) {
    case 'is':
      return isOneOf(valueOf(condition.key), condition.values)
    case 'filled':
      return isFilled(valueOf(condition.key))
    case 'within':
      return isWithin(valueOf(condition.key), condition)
    case 'not':
      return !holds(condition.condition, valueOf)
    case 'all':
      return condition.conditions.every((each) => holds(each, valueOf))
    case 'any':
      return condition.conditions.some((each) => holds(each, valueOf))
  }
}

/** The keys of the fields that a condition is about. */
export const conditionKeys = (condition: FieldCondition): readonly string[] => {
  switch (condition.type) {
    case 'is':
    case 'filled':
    case 'within':
      return [condition.key]
    case 'not':
      return conditionKeys(condition.condition)
    case 'all':
    case 'any':
      return condition.conditions.flatMap(conditionKeys)
  }
}
