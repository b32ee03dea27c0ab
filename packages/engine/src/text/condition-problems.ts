import { type Comparison, operators } from '../condition.ts'
import { compilePattern } from './compile-pattern.ts'

/** Where in a condition something is wrong (`all.0.value`; empty for the whole), and a sentence. */
export interface ConditionProblem {
  readonly path: string
  readonly sentence: string
}

const deepest = 50

/** Everything that keeps a condition from being computed. */
export function conditionProblems(
  condition: unknown,
  path: string = '',
  levels: number = deepest,
): readonly ConditionProblem[] {
  if (levels === 0)
    return [{ path, sentence: `The condition is nested more than ${deepest} deep; make it flatter.` }]
  if (typeof condition !== 'object' || condition === null) {
    return [{ path, sentence: 'A condition needs a path and an operator, or a list under “all” or “any”.' }]
  }
  if ('all' in condition) return listProblems(condition.all, joined(path, 'all'), levels)
  if ('any' in condition) return listProblems(condition.any, joined(path, 'any'), levels)
  if ('not' in condition) return conditionProblems(condition.not, joined(path, 'not'), levels - 1)
  return comparisonProblems(condition, path)
}

const joined = (path: string, word: string | number): string => (path === '' ? `${word}` : `${path}.${word}`)

function listProblems(list: unknown, path: string, levels: number): readonly ConditionProblem[] {
  if (!Array.isArray(list)) return [{ path, sentence: 'This needs a list of conditions.' }]
  return list.flatMap((each: unknown, index) => conditionProblems(each, joined(path, index), levels - 1))
}

function comparisonProblems(comparison: Partial<Comparison>, path: string): readonly ConditionProblem[] {
  const problems: ConditionProblem[] = []
  if (typeof comparison.path !== 'string' || comparison.path.trim() === '') {
    problems.push({ path: joined(path, 'path'), sentence: 'Say what is compared, like “contact.plan”.' })
  }
  if (!isOperator(comparison.operator)) {
    const { operator } = comparison as { readonly operator?: unknown }
    const found =
      typeof operator === 'string' ? `“${operator}” is no operator; use` : 'Choose how it is compared:'
    const sentence = `${found} one of ${operators.join(', ')}.`
    return [...problems, { path: joined(path, 'operator'), sentence }]
  }
  return [...problems, ...valueProblems(comparison, path)]
}

const isOperator = (operator: unknown): boolean => operators.some((each) => each === operator)

function valueProblems({ operator, value }: Partial<Comparison>, path: string): readonly ConditionProblem[] {
  if (operator === 'is-empty' || operator === 'is-filled') return []
  const at = joined(path, 'value')
  if (value === undefined) return [{ path: at, sentence: 'Say what it is compared with.' }]
  if (operator !== 'matches') return []
  if (typeof value !== 'string') return [{ path: at, sentence: 'A pattern is a text.' }]
  const pattern = compilePattern(value)
  return pattern.type === 'problem' ? [{ path: at, sentence: pattern.sentence }] : []
}
