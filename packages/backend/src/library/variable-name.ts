import { isReservedVariable, isVariableName, scopeRoots } from '@threadwork/engine'
import { quote } from '../conversation.ts'
import { refuseField } from './refusal.ts'

/** Refuses a name that no variable can have: by the rule (I29), or because the runtime gives it a meaning (I34). */
export function requireVariableName(name: string, path: string = 'name'): void {
  if (isReservedVariable(name) || scopeRoots.includes(name)) {
    throw refuseField(
      path,
      `${quote(name)} is reserved: the runtime gives it its value. Choose another name.`,
    )
  }
  if (!isVariableName(name)) {
    throw refuseField(
      path,
      `${quote(name)} cannot name a variable: use letters, digits and underscores, begin with a letter or an underscore, and take at most 128.`,
    )
  }
}
