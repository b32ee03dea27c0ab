import { quote } from '../conversation.ts'
import { notFound } from '../problem.ts'
import type { DefinitionRecord, VersionRecord } from '../store/library-records.ts'
import type { LibraryContext } from './library-context.ts'
import { conflict } from './refusal.ts'

/** A workflow of this team; a 404 for everybody else. Every read of what hangs on a workflow begins here. */
export function readDefinition(library: LibraryContext, teamId: string, id: string): DefinitionRecord {
  const definition = library.store.get('definitions', id)
  if (definition?.parent !== teamId) throw notFound(`The workflow ${quote(id)}`)
  return definition
}

/** The same, for those who change it: an archived workflow is preserved as it is. */
export function readEditable(library: LibraryContext, teamId: string, id: string): DefinitionRecord {
  const definition = readDefinition(library, teamId, id)
  if (definition.status === 'archived') {
    throw conflict(
      `The workflow “${definition.name}” is archived, and is preserved as it is. Give it the status “draft” first, or clone it.`,
    )
  }
  return definition
}

/** The id under which a version is kept. */
export const versionId = (workflowId: string, number: number): string => `${workflowId}:${number}`

/** A version of a workflow that was read before; a 404 without it. */
export function readVersion(
  library: LibraryContext,
  definition: DefinitionRecord,
  number: number,
): VersionRecord {
  const version = library.store.get('versions', versionId(definition.id, number))
  if (version?.parent !== definition.id) {
    throw notFound(`Version ${number} of the workflow “${definition.name}”`)
  }
  return version
}

/** Keeps a workflow with what changed, and the moment at which it did. */
export function changeDefinition(
  library: LibraryContext,
  definition: DefinitionRecord,
  change: Partial<Omit<DefinitionRecord, 'id' | 'parent' | 'at' | 'updatedAt'>>,
): DefinitionRecord {
  const changed = { ...definition, ...change, updatedAt: library.clock.now() }
  library.store.put('definitions', changed)
  return changed
}
