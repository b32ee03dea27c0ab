import { type JsonObject, isAssignable, validateValues } from '@threadwork/engine'
import type { CallableWorkflow } from './callable-workflow.ts'

/** Why a call cannot begin, as a sentence that a model can mend it by; `null` when it can. */
export function judgeCall(
  { fields }: Pick<CallableWorkflow, 'fields'>,
  input: JsonObject,
  secretNames: readonly string[],
): string | null {
  const foreign = Object.keys(input).find((name) => !isAssignable(name) || secretNames.includes(name))
  if (foreign !== undefined) return `“${foreign.slice(0, 80)}” is reserved and cannot be given. Leave it out.`
  if (fields.length === 0) return null
  const problems = Object.entries(validateValues(fields, input)).map(
    ([key, sentences]) => `${key}: ${sentences.join(' ')}`,
  )
  return problems.length === 0 ? null : `Call it again with other arguments. ${problems.join(' ')}`
}
