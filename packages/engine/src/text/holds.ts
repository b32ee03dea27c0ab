import type { Condition } from '../condition.ts'
import { compare } from './compare.ts'
import type { Scope } from './scope.ts'

const deepest = 50

/** Whether a condition holds in a scope. One that is no condition, or is nested more than 50 deep, does not. */
export const holds = (condition: Condition, scope: Scope): boolean => judge(condition, scope, deepest)

function judge(condition: Condition, scope: Scope, levels: number): boolean {
  if (levels === 0 || typeof condition !== 'object' || condition === null) return false
  const judgeNext = (each: Condition): boolean => judge(each, scope, levels - 1)
  if ('all' in condition) return isList(condition.all) && condition.all.every(judgeNext)
  if ('any' in condition) return isList(condition.any) && condition.any.some(judgeNext)
  if ('not' in condition) return !judgeNext(condition.not)
  if (typeof condition.path !== 'string') return false
  return compare(scope.read(condition.path), condition.operator, condition.value)
}

const isList = (conditions: unknown): boolean => Array.isArray(conditions)
