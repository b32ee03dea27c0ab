import type { TeamRecord } from '../store/library-records.ts'
import type { LibraryContext } from './library-context.ts'

/** The most runs at once of a team that chose nothing else, as seed 002 has it (I53). */
export const TEAM_CONCURRENCY = 50

type Keeping = Pick<LibraryContext, 'store'>

/** The most runs at once of all the workflows of a team. */
export const teamConcurrency = ({ store }: Keeping, teamId: string): number =>
  store.get('teams', teamId)?.concurrency ?? TEAM_CONCURRENCY

/** The most runs at once of one workflow: its own lower cap (I54), or the team's where it is 0 (I55). Never more than that. */
export function effectiveConcurrency(keeping: Keeping, teamId: string, cap: number): number {
  const team = teamConcurrency(keeping, teamId)
  return cap === 0 ? team : Math.min(cap, team)
}

/** Sets the limit of a team. */
export function setTeamConcurrency(library: LibraryContext, teamId: string, concurrency: number): void {
  const known = library.store.get('teams', teamId)
  const team: TeamRecord = { id: teamId, parent: teamId, at: known?.at ?? library.clock.now(), concurrency }
  library.store.put('teams', team)
}
