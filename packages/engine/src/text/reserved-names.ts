const prototypeNames: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'valueOf',
])

/** The names that the moment gives a meaning, in every scope. No variable can be called so. */
export const reservedVariables: readonly string[] = [
  'now',
  'date',
  'time',
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'workflow_invoke_count',
]

/** The first words of the paths that lead to the run and to the world; a variable of that name cannot be read. */
export const scopeRoots: readonly string[] = [
  'trigger',
  'steps',
  'conversation',
  'contact',
  'session',
  'message',
]

const variableShape = /^[A-Za-z_][A-Za-z0-9_]*$/
const longestName = 128

/** Whether a name could reach a prototype, and may therefore name nothing of ours. */
export const isReservedName = (name: string): boolean => prototypeNames.has(name)

/** Whether a name is one of the nine that the runtime injects. */
export const isReservedVariable = (name: string): boolean => reservedVariables.includes(name)

/** Whether a name is letters, digits and underscores, and begins with no digit: at most 128 of them. */
export const isVariableName = (name: string): boolean =>
  name.length <= longestName && variableShape.test(name) && !isReservedName(name)

/** Whether a run can set a variable of this name, and read it again. */
export const isAssignable = (name: string): boolean =>
  isVariableName(name) && !isReservedVariable(name) && !scopeRoots.includes(name)
