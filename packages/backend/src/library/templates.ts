import { type Example, exampleWorkflows } from '@threadwork/engine'
import { quote } from '../conversation.ts'
import { notFound } from '../problem.ts'
import type { DefinitionRecord } from '../store/library-records.ts'
import { createWorkflow } from './create-workflow.ts'
import { createVariable, listVariables, type SealingLibrary } from './variables.ts'

/** A template by its id; a 404 without it. Templates ship, and are everybody's. */
export function readTemplate(id: string): Example {
  const template = exampleWorkflows.find((example) => example.id === id)
  if (!template) throw notFound(`The template ${quote(id)}`)
  return template
}

/**
 * Makes a workflow of a template (C83), and the global variables that it reads where the team has none of the name.
 * Secrets are for the team to create: nothing ships with one.
 */
export async function createFromTemplate(
  library: SealingLibrary,
  teamId: string,
  { template, name }: { readonly template: Example; readonly name: string | undefined },
): Promise<DefinitionRecord> {
  const known = new Set(listVariables(library, teamId).map((variable) => variable.name))
  const missing = Object.entries(template.globals).filter(([variable]) => !known.has(variable))
  for (const [variable, value] of missing) {
    await createVariable(library, teamId, variable, { value, category: template.name })
  }
  const { description, category, dialect, graph } = template
  return createWorkflow(library, teamId, {
    name: name ?? template.name,
    description,
    category,
    dialect,
    graph,
  })
}
