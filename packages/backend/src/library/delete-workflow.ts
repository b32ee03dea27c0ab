import type { Runner } from '../runs/runner.ts'
import type { DefinitionRecord } from '../store/library-records.ts'
import type { UnitOfWork } from '../store/unit-of-work.ts'
import type { LibraryContext } from './library-context.ts'
import { conflict, refuseField } from './refusal.ts'

/** What was taken away with a workflow. */
export interface Deleted {
  readonly versions: number
  readonly runs: number
}

/** What deleting works with. */
export interface Deleting {
  readonly library: LibraryContext
  readonly runner: Pick<Runner, 'forget'>
  readonly unit: Pick<UnitOfWork, 'run'>
}

/**
 * Deletes a workflow with its versions, schedules and whole run history (I52). It cannot be undone, so that it has to
 * be confirmed with the workflow's name.
 */
export function deleteWorkflow(
  { library, runner, unit }: Deleting,
  definition: DefinitionRecord,
  confirmation: string | null,
): Deleted {
  requireConfirmed(definition, confirmation)
  const { store } = library
  // What follows from runs that end here waits for the whole to be kept.
  return unit.run(() => {
    const runs = runner.forget(definition.parent, definition.id)
    const versions = store.list('versions', definition.id)
    for (const { id } of versions) store.remove('versions', id)
    for (const { id } of store.list('schedules', definition.id)) store.remove('schedules', id)
    store.remove('errorRates', definition.id)
    store.remove('definitions', definition.id)
    return { versions: versions.length, runs }
  })
}

function requireConfirmed({ name }: DefinitionRecord, confirmation: string | null): void {
  if (confirmation === name) return
  if (confirmation === null) {
    throw conflict(
      `Deleting “${name}” takes all its versions and runs away for good. Confirm it with the workflow’s name: ?confirm=${encodeURIComponent(name)}`,
    )
  }
  throw refuseField(
    'confirm',
    `This is not the name of the workflow, which is “${name}”. Nothing was deleted.`,
  )
}
