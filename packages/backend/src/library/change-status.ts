import type { DefinitionRecord, WorkflowStatus } from '../store/library-records.ts'
import { requireSound } from './judge-graph.ts'
import type { LibraryContext } from './library-context.ts'
import { conflict } from './refusal.ts'
import { changeDefinition, readVersion } from './workflow-access.ts'

/** Where a workflow can go from each of its statuses. */
const statusMoves: Readonly<Record<WorkflowStatus, readonly WorkflowStatus[]>> = {
  draft: ['active', 'archived'],
  active: ['paused', 'archived', 'draft'],
  paused: ['active', 'archived', 'draft'],
  archived: ['draft'],
}

/** Moves a workflow to another status (C06–C09, G21). It goes live only when its active version can run. */
export function changeStatus(
  library: LibraryContext,
  definition: DefinitionRecord,
  status: WorkflowStatus,
): DefinitionRecord {
  if (definition.status === status) return definition
  const moves = statusMoves[definition.status]
  if (!moves.includes(status)) {
    throw conflict(
      `A workflow with the status “${definition.status}” can become ${moves.map((move) => `“${move}”`).join(' or ')}, not “${status}”.`,
    )
  }
  if (status === 'active') {
    const { number, graph } = readVersion(library, definition, definition.activeVersion)
    requireSound(
      library,
      definition,
      graph,
      `The workflow cannot go live with its active version, ${number}.`,
    )
  }
  return changeDefinition(library, definition, { status })
}
