import type { WorkflowGraph } from '@threadwork/engine'
import type { DefinitionRecord, DialectName } from '../store/library-records.ts'
import { MAX_ENTRIES } from './graph-limits.ts'
import { blankGraph } from './graph-shape.ts'
import type { LibraryContext } from './library-context.ts'
import { conflict } from './refusal.ts'
import { putVersion } from './versions.ts'

/** What a workflow is made of. */
export interface NewWorkflow {
  readonly name: string
  readonly description?: string
  readonly category?: string
  readonly dialect?: DialectName
  /** What version 0 says; left out, nothing yet. */
  readonly graph?: WorkflowGraph
}

/** Makes a workflow, with its version 0, which is the active one at once (I38, I41). */
export function createWorkflow(
  library: LibraryContext,
  teamId: string,
  { name, description = '', category = '', dialect = 'graph', graph = blankGraph }: NewWorkflow,
): DefinitionRecord {
  const definition: DefinitionRecord = {
    id: library.makeId('wf'),
    parent: teamId,
    at: library.clock.now(),
    updatedAt: library.clock.now(),
    name,
    description,
    category,
    dialect,
    status: 'draft',
    draft: graph,
    savedVersion: 0,
    activeVersion: 0,
    lastVersion: 0,
  }
  return library.store.transaction(() => {
    keepNew(library, definition)
    putVersion(library, definition.id, { number: 0, name: 'v0', graph })
    return definition
  })
}

/** Keeps a workflow that is new, as long as the team has room for it. */
export function keepNew(library: LibraryContext, definition: DefinitionRecord): void {
  if (library.store.list('definitions', definition.parent).length >= MAX_ENTRIES) {
    throw conflict(
      `There are ${MAX_ENTRIES} workflows, which is the most that a team can have. Delete some first.`,
    )
  }
  library.store.put('definitions', definition)
}
