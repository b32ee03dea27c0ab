import type { WorkflowGraph } from '@threadwork/engine'
import type { DefinitionRecord, TeamRecord } from '../store/library-records.ts'
import type { LibraryContext } from './library-context.ts'
import { refuseField } from './refusal.ts'
import { changeDefinition, versionId } from './workflow-access.ts'

/** The most runs at once of a team that chose nothing else, as seed 002 has it (I53). */
const TEAM_CONCURRENCY = 50

type Keeping = Pick<LibraryContext, 'store'>

/** The most runs at once of all the workflows of a team. */
export const teamConcurrency = ({ store }: Keeping, teamId: string): number =>
  store.get('teams', teamId)?.concurrency ?? TEAM_CONCURRENCY

/** The limit of a team, and the lower cap of one workflow (I54) as its active version has it; a cap of 0 is the team's limit (I55). */
export function concurrencyLimits(
  keeping: Keeping,
  teamId: string,
  workflowId: string,
): { readonly team: number; readonly workflow: number } {
  const definition = keeping.store.get('definitions', workflowId)
  const active = definition && keeping.store.get('versions', versionId(workflowId, definition.activeVersion))
  return { team: teamConcurrency(keeping, teamId), workflow: active?.graph.settings.concurrency ?? 0 }
}

/** What a cap comes to under a team's limit: never more than that. */
export const effectiveConcurrency = (team: number, cap: number): number =>
  cap === 0 ? team : Math.min(cap, team)

/** Refuses a cap that is above the team's limit. */
export function requireCap(keeping: Keeping, teamId: string, cap: number, path: string): void {
  const team = teamConcurrency(keeping, teamId)
  if (cap <= team) return
  throw refuseField(
    path,
    `A workflow cannot have more runs at once than its team, which has ${team}. Choose a number up to ${team}, or 0 for the team’s limit.`,
  )
}

/** Sets the cap of one workflow in its draft and in all its versions: it is the workflow's, whichever version runs. */
export function setWorkflowCap(
  library: LibraryContext,
  definition: DefinitionRecord,
  cap: number,
): DefinitionRecord {
  requireCap(library, definition.parent, cap, 'limit')
  const capped = (graph: WorkflowGraph): WorkflowGraph => ({
    ...graph,
    settings: { ...graph.settings, concurrency: cap },
  })
  return library.store.transaction(() => {
    for (const version of library.store.list('versions', definition.id)) {
      library.store.put('versions', { ...version, graph: capped(version.graph) })
    }
    return changeDefinition(library, definition, { draft: capped(definition.draft) })
  })
}

/** Sets the limit of a team. */
export function setTeamConcurrency(library: LibraryContext, teamId: string, concurrency: number): void {
  const known = library.store.get('teams', teamId)
  const team: TeamRecord = { id: teamId, parent: teamId, at: known?.at ?? library.clock.now(), concurrency }
  library.store.put('teams', team)
}
