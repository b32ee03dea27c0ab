import type { DefinitionRecord } from '../store/library-records.ts'
import { requireSound } from './judge-graph.ts'
import type { LibraryContext } from './library-context.ts'
import { activateVersion, addVersion, commitDraft } from './versions.ts'

/**
 * Save, as the workflow's dialect has it: seed 004 makes a new version that is not active (C23), seeds 002 and 003
 * commit the draft to the active one (I39).
 */
export function saveDraft(
  library: LibraryContext,
  definition: DefinitionRecord,
  name: string | null = null,
): DefinitionRecord {
  if (definition.dialect === 'conversation') return addVersion(library, definition, name)
  return library.store.transaction(() => commitDraft(library, definition))
}

/** Saves and activates what was saved (C24). Nothing is saved when it cannot run. */
export function publishDraft(
  library: LibraryContext,
  definition: DefinitionRecord,
  name: string | null = null,
): DefinitionRecord {
  requireSound(library, definition, definition.draft, 'The draft cannot be published.')
  return library.store.transaction(() => {
    const saved = saveDraft(library, definition, name)
    return activateVersion(library, saved, saved.savedVersion)
  })
}
