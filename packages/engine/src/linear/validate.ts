import type { DataPoint } from '../form/data-point.ts'
import type { Step, Workflow } from './workflow.ts'

/** One thing that is wrong with a definition: where (`steps[1].dataPoints[0].key`), and a sentence. */
export interface Problem {
  readonly path: string
  readonly sentence: string
}

const reserved: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'valueOf',
])
const needsOptions: ReadonlySet<string> = new Set(['Select', 'MultiSelect', 'Radio'])

/** Whether a name could reach a prototype, and may therefore name nothing of ours. */
export const isReservedName = (name: string): boolean => reserved.has(name)

/** Everything that is wrong with a workflow; an empty list when it can run. */
export function validateWorkflow(workflow: Workflow): readonly Problem[] {
  const problems: Problem[] = []
  if (workflow.id.trim() === '') problems.push({ path: 'id', sentence: 'A workflow needs an id.' })
  if (workflow.name.trim() === '') problems.push({ path: 'name', sentence: 'A workflow needs a name.' })
  if (workflow.steps.length === 0) {
    problems.push({ path: 'steps', sentence: 'A workflow needs at least one step.' })
  }
  const path = (index: number): string => `steps[${index}].id`
  problems.push(
    ...nameProblems(
      workflow.steps.map((step) => step.id),
      path,
      'step',
    ),
  )
  workflow.steps.forEach((step, index) => problems.push(...stepProblems(step, `steps[${index}]`)))
  return problems
}

/** Everything that is wrong with a form's fields, with paths that begin with `path`. */
export function validateDataPoints(fields: readonly DataPoint[], path: string): readonly Problem[] {
  if (fields.length === 0) return [{ path, sentence: 'A form needs at least one field.' }]
  const keys = fields.map((field) => field.key)
  return [
    ...nameProblems(keys, (index) => `${path}[${index}].key`, 'field'),
    ...fields.flatMap((field, index) => fieldProblems(field, `${path}[${index}]`)),
  ]
}

function nameProblems(
  names: readonly string[],
  pathOf: (index: number) => string,
  what: string,
): readonly Problem[] {
  const seen = new Set<string>()
  return names.flatMap((name, index) => {
    const path = pathOf(index)
    if (name.trim() === '') return [{ path, sentence: `A ${what} needs a name.` }]
    if (isReservedName(name))
      return [{ path, sentence: `“${name}” is reserved; name the ${what} otherwise.` }]
    if (seen.has(name))
      return [{ path, sentence: `Two ${what}s are called “${name}”; each needs its own name.` }]
    seen.add(name)
    return []
  })
}

function stepProblems(step: Step, path: string): readonly Problem[] {
  if (step.type === 'intervention') return validateDataPoints(step.dataPoints, `${path}.dataPoints`)
  if (Number.isFinite(step.timeoutMs) && step.timeoutMs > 0) return []
  return [{ path: `${path}.timeoutMs`, sentence: 'An action needs a timeout of more than 0 milliseconds.' }]
}

function fieldProblems(field: DataPoint, path: string): readonly Problem[] {
  const problems: Problem[] = []
  if (field.label.trim() === '') {
    problems.push({ path: `${path}.label`, sentence: `The field “${field.key}” needs a label.` })
  }
  if (needsOptions.has(field.type) && (field.options ?? []).length === 0) {
    problems.push({
      path: `${path}.options`,
      sentence: `The field “${field.key}” is a ${field.type} and needs at least one option.`,
    })
  }
  if (!needsOptions.has(field.type) && typeof field.min === typeof field.max && isReversed(field)) {
    problems.push({ path: `${path}.min`, sentence: `The field “${field.key}” has a min above its max.` })
  }
  return problems
}

const isReversed = (field: DataPoint): boolean =>
  field.min !== undefined && field.max !== undefined && field.min > field.max
