import type { WorkflowGraph } from '@threadwork/engine'
import type { DefinitionRecord, VersionRecord } from '../store/library-records.ts'
import { MAX_VERSIONS } from './graph-limits.ts'
import { requireSound } from './judge-graph.ts'
import type { LibraryContext } from './library-context.ts'
import { conflict } from './refusal.ts'
import { syncSchedule } from './sync-schedule.ts'
import { changeDefinition, readVersion, versionId } from './workflow-access.ts'

/** The versions of a workflow by their numbers. */
export const listVersions = (
  library: LibraryContext,
  definition: DefinitionRecord,
): readonly VersionRecord[] =>
  library.store.list('versions', definition.id).toSorted((one, other) => one.number - other.number)

/** Keeps the draft as a new version, which is not active (C23, I40). */
export function addVersion(
  library: LibraryContext,
  definition: DefinitionRecord,
  name: string | null,
): DefinitionRecord {
  if (library.store.list('versions', definition.id).length >= MAX_VERSIONS) {
    throw conflict(
      `The workflow “${definition.name}” has ${MAX_VERSIONS} versions, which is the most there can be. Clone the versions that are needed.`,
    )
  }
  const number = definition.lastVersion + 1
  putVersion(library, definition.id, { number, name: name ?? `v${number}`, graph: definition.draft })
  return changeDefinition(library, definition, { lastVersion: number, savedVersion: number })
}

/** Keeps a version that is new. */
export function putVersion(
  library: LibraryContext,
  workflowId: string,
  version: Pick<VersionRecord, 'number' | 'name' | 'graph'>,
): void {
  const now = library.clock.now()
  library.store.put('versions', {
    ...version,
    id: versionId(workflowId, version.number),
    parent: workflowId,
    at: now,
    updatedAt: now,
  })
}

/** Commits the draft to the active version (I39). A live workflow takes no graph that cannot run. */
export function commitDraft(library: LibraryContext, definition: DefinitionRecord): DefinitionRecord {
  const version = readVersion(library, definition, definition.activeVersion)
  changeVersion(library, definition, version, { graph: definition.draft })
  return changeDefinition(library, definition, { savedVersion: version.number })
}

/** Changes any version (I49). What is live has to stay able to run. */
export function changeVersion(
  library: LibraryContext,
  definition: DefinitionRecord,
  version: VersionRecord,
  change: { readonly name?: string; readonly graph?: WorkflowGraph },
): VersionRecord {
  if (change.graph && isLive(definition, version)) {
    const lead = `Version ${version.number} is live and has to stay able to run.`
    requireSound(library, definition, change.graph, lead)
  }
  const changed = { ...version, ...change, updatedAt: library.clock.now() }
  library.store.transaction(() => {
    library.store.put('versions', changed)
    if (definition.activeVersion === version.number) syncSchedule(library, definition)
  })
  return changed
}

const isLive = (definition: DefinitionRecord, version: VersionRecord): boolean =>
  definition.activeVersion === version.number &&
  (definition.status === 'active' || definition.status === 'paused')

/**
 * Makes a version the one that runs (I42, I43): a draft goes live with it, a paused workflow stays paused. Runs that
 * are under way keep theirs (I44).
 */
export function activateVersion(
  library: LibraryContext,
  definition: DefinitionRecord,
  number: number,
): DefinitionRecord {
  const version = readVersion(library, definition, number)
  requireSound(library, definition, version.graph, `Version ${number} cannot be activated.`)
  const status = definition.status === 'draft' ? 'active' : definition.status
  return library.store.transaction(() => {
    const activated = changeDefinition(library, definition, { activeVersion: number, status })
    syncSchedule(library, activated)
    return activated
  })
}

/** Loads a version into the draft (I47); `savedVersion` follows, so that Clear comes back to it. */
export function restoreVersion(
  library: LibraryContext,
  definition: DefinitionRecord,
  number: number,
): DefinitionRecord {
  const { graph } = readVersion(library, definition, number)
  return changeDefinition(library, definition, { draft: graph, savedVersion: number })
}

/** Throws away what the draft has beyond its last save (C22). */
export const clearDraft = (library: LibraryContext, definition: DefinitionRecord): DefinitionRecord =>
  restoreVersion(library, definition, definition.savedVersion)
