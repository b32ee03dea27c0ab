import { type JsonObject, type WorkflowGraph, dialects } from '@threadwork/engine'
import type { DefinitionRecord } from '../store/library-records.ts'
import type { LibraryContext } from './library-context.ts'
import { listVersions } from './versions.ts'

/** What an export says of its own form. */
export const DOCUMENT_FORMAT = 'threadwork.workflow/1'

/** Writes a workflow as a document that can be kept anywhere and imported again (I48). */
export function exportWorkflow(
  library: LibraryContext,
  definition: DefinitionRecord,
  words: 'dialect' | 'threadwork',
): object {
  const { name, description, category, dialect, draft, activeVersion, savedVersion } = definition
  const spoken = words === 'dialect' ? dialect : 'threadwork'
  // A graph is written as an object.
  const write = (graph: WorkflowGraph): JsonObject => dialects[spoken].write(graph) as JsonObject
  return {
    format: DOCUMENT_FORMAT,
    words: spoken,
    name,
    description,
    category,
    dialect,
    activeVersion,
    savedVersion,
    draft: write(draft),
    versions: listVersions(library, definition).map((version) => ({
      number: version.number,
      name: version.name,
      graph: write(version.graph),
    })),
  }
}
