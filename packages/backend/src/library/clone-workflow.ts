import type { DefinitionRecord } from '../store/library-records.ts'
import { keepNew } from './create-workflow.ts'
import type { LibraryContext } from './library-context.ts'
import { refuseField } from './refusal.ts'
import { listVersions, putVersion } from './versions.ts'

/** What is cloned, and what the clone is called. */
export interface CloneRequest {
  readonly name: string
  /** The numbers of the versions that are taken along; left out, all of them. */
  readonly versions?: readonly number[]
}

/**
 * Copies a workflow with all or some of its versions under a new name (I50). The clone is a draft and has run never;
 * versions keep their numbers, and the active one stays it, else the newest of those taken along is.
 */
export function cloneWorkflow(
  library: LibraryContext,
  source: DefinitionRecord,
  { name, versions: wanted }: CloneRequest,
): DefinitionRecord {
  const all = listVersions(library, source)
  const missing = wanted?.find((number) => all.every((version) => version.number !== number))
  if (missing !== undefined) {
    throw refuseField(
      'versions',
      `The workflow “${source.name}” has no version ${missing}. It has: ${all.map(({ number }) => number).join(', ')}.`,
    )
  }
  const taken = wanted ? all.filter(({ number }) => wanted.includes(number)) : all
  const newest = taken.at(-1)
  if (!newest)
    throw refuseField('versions', 'Name at least one version, or leave “versions” out to take all of them.')
  const has = (number: number): boolean => taken.some((version) => version.number === number)
  const clone: DefinitionRecord = {
    ...source,
    id: library.makeId('wf'),
    at: library.clock.now(),
    updatedAt: library.clock.now(),
    name,
    status: 'draft',
    // The draft belongs to the version it was last saved to; without that one the newest is what is edited.
    draft: has(source.savedVersion) ? source.draft : newest.graph,
    savedVersion: has(source.savedVersion) ? source.savedVersion : newest.number,
    activeVersion: has(source.activeVersion) ? source.activeVersion : newest.number,
    lastVersion: newest.number,
  }
  return library.store.transaction(() => {
    keepNew(library, clone)
    for (const { number, name: versionName, graph } of taken)
      putVersion(library, clone.id, { number, name: versionName, graph })
    return clone
  })
}
