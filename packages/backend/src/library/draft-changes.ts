import { diffGraphs } from '@threadwork/engine'
import type { DefinitionRecord } from '../store/library-records.ts'
import type { LibraryContext } from './library-context.ts'
import { versionId } from './workflow-access.ts'

/** Whether the draft says anything that the version it was saved to does not. Moving a node on the canvas counts for nothing. */
export function hasUnsavedChanges(
  { store }: Pick<LibraryContext, 'store'>,
  definition: DefinitionRecord,
): boolean {
  const saved = store.get('versions', versionId(definition.id, definition.savedVersion))
  return saved === null || diffGraphs(saved.graph, definition.draft).length > 0
}
