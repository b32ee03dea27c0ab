import type { Condition } from '../condition.ts'
import { compare } from './compare.ts'
import type { Scope } from './scope.ts'

const deepest = 50

/** Whether a condition holds in a scope. One that is no condition, or is nested more than 50 deep, does not. */
export const holds = (condition: Condition, scope: Scope): boolean => judge(condition, scope, deepest)

function judge(condition: Condition, scope: Scope, levels: number): boolean {
  if (levels === 0 || typeof condition !== 'object' || condition === null) return false
  if ('all' in condition) return listOf(condition.all).every((each) => judge(each, scope, levels - 1))
  if ('any' in condition) return listOf(condition.any).some((each) => judge(each, scope, levels - 1))
  if ('not' in condition) return !judge(condition.not, scope, levels - 1)
  if (typeof condition.path !== 'string') return false
  return compare(scope.read(condition.path), condition.operator, condition.value)
}

const listOf = (conditions: readonly Condition[]): readonly Condition[] =>
  Array.isArray(conditions) ? conditions : []
