import {
  type Problem,
  type ValidationContext,
  type WorkflowGraph,
  validateWorkflow,
} from '@threadwork/engine'
import type { DefinitionRecord } from '../store/library-records.ts'
import type { LibraryContext } from './library-context.ts'
import { refuseGraph } from './refusal.ts'
import { withStart } from './start-node.ts'
import { listVariables } from './variables.ts'
import { versionId } from './workflow-access.ts'

type LoopWorkflow = NonNullable<ValidationContext['active']>[number]

/**
 * Every problem that a graph has where it is to run: with its team's variables and secrets, and beside the workflows
 * that are active.
 */
export function judgeGraph(
  library: LibraryContext,
  definition: DefinitionRecord,
  graph: WorkflowGraph,
): readonly Problem[] {
  const { id, name, parent: teamId } = definition
  const variables = listVariables(library, teamId)
  return validateWorkflow(withStart(graph), {
    globals: variables.filter(({ isSecret }) => !isSecret).map((variable) => variable.name),
    secrets: variables
      .filter(({ isSecret }) => isSecret)
      .map((secret) => ({ name: secret.name, hosts: secret.hosts })),
    workflow: { id, name },
    active: activeBeside(library, definition),
  })
}

/** Refuses a graph with an error (422): `lead` says what cannot be done because of it. */
export function requireSound(
  library: LibraryContext,
  definition: DefinitionRecord,
  graph: WorkflowGraph,
  lead: string,
): void {
  const errors = judgeGraph(library, definition, graph).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw refuseGraph(lead, errors)
}

function activeBeside({ store }: LibraryContext, { id, parent }: DefinitionRecord): readonly LoopWorkflow[] {
  return store
    .list('definitions', parent)
    .filter((other) => other.status === 'active' && other.id !== id)
    .flatMap((other) => {
      const version = store.get('versions', versionId(other.id, other.activeVersion))
      return version ? [{ id: other.id, name: other.name, graph: version.graph }] : []
    })
}
