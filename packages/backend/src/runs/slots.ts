import type { RunRecord } from '../store/run-records.ts'
import type { Limits } from './run-ports.ts'

/** Which runs have a slot and which wait for one, as the store has it. */
export interface Slots {
  /** Takes over how a run stands, once that is kept; those that wait are told in the order of their turns. */
  note(record: RunRecord): void
  forget(runId: string): void
  /** Whether a new run could have a slot at once. */
  isFree(record: RunRecord): boolean
  /** The run of a team whose turn it is; `null` while nobody can have a slot. */
  next(teamId: string): string | null
  /** Those of a team that wait and were never told why, with the reason. */
  unexplained(teamId: string): readonly { readonly runId: string; readonly because: string }[]
  /** A number higher than every turn that waits. */
  takeTurn(): number
  /** The teams of which a run waits. */
  waitingTeams(): readonly string[]
}

interface Entry {
  readonly runId: string
  readonly workflowId: string
  readonly workflowName: string
  readonly isExplained: boolean
}

interface Team {
  readonly held: Map<string, Entry>
  readonly queue: Map<string, Entry>
}

/** Knows nothing until it is told; limits are read anew each time. */
export function createSlots(limitsOf: (teamId: string, workflowId: string) => Limits): Slots {
  const teams = new Map<string, Team>()
  const teamOf = new Map<string, string>()
  let lastTurn = 0
  const team = (teamId: string): Team => {
    const known = teams.get(teamId) ?? { held: new Map(), queue: new Map() }
    teams.set(teamId, known)
    return known
  }
  const forget = (runId: string): void => {
    const known = teams.get(teamOf.get(runId) ?? '')
    known?.held.delete(runId)
    known?.queue.delete(runId)
    teamOf.delete(runId)
  }
  const obstacle = (teamId: string, entry: Entry): string | null => {
    const held = [...team(teamId).held.values()]
    const limits = limitsOf(teamId, entry.workflowId)
    if (held.length >= limits.team) return teamIsFull(limits.team)
    const own = held.filter((other) => other.workflowId === entry.workflowId).length
    return limits.workflow > 0 && own >= limits.workflow ? workflowIsFull(entry, limits.workflow) : null
  }
  return {
    forget,
    note: (record) => {
      if (record.slot === 'none') return forget(record.id)
      teamOf.set(record.id, record.teamId)
      lastTurn = Math.max(lastTurn, record.turn ?? 0)
      const { held, queue } = team(record.teamId)
      // A map keeps the place of a key that it has: who waits already does not go to the end.
      if (record.slot === 'queued') held.delete(record.id)
      else queue.delete(record.id)
      const place = record.slot === 'queued' ? queue : held
      place.set(record.id, entryOf(record))
    },
    isFree: (record) => obstacle(record.teamId, entryOf(record)) === null,
    next: (teamId) => {
      const full = new Set<string>()
      for (const entry of team(teamId).queue.values()) {
        if (team(teamId).held.size >= limitsOf(teamId, entry.workflowId).team) return null
        if (full.has(entry.workflowId)) continue
        if (obstacle(teamId, entry) === null) return entry.runId
        full.add(entry.workflowId)
      }
      return null
    },
    unexplained: (teamId) =>
      [...team(teamId).queue.values()].flatMap((entry) => {
        const because = entry.isExplained ? null : obstacle(teamId, entry)
        return because === null ? [] : { runId: entry.runId, because }
      }),
    takeTurn: () => {
      lastTurn += 1
      return lastTurn
    },
    waitingTeams: () => [...teams].filter(([, { queue }]) => queue.size > 0).map(([teamId]) => teamId),
  }
}

const entryOf = (record: RunRecord): Entry => ({
  runId: record.id,
  workflowId: record.parent,
  workflowName: record.run.workflow.name,
  isExplained: record.queuedBecause !== null,
})

const runs = (count: number): string => (count === 1 ? '1 run' : `${count} runs`)

const isFull = (whose: string, limit: number): string =>
  `${whose} may have ${runs(limit)} at once, and ${limit === 1 ? 'it is' : 'all are'} under way. This one goes on as soon as ${limit === 1 ? 'that one' : 'one of them'} ends or waits.`

const teamIsFull = (limit: number): string => isFull('The team', limit)

const workflowIsFull = (entry: Entry, limit: number): string => isFull(`“${entry.workflowName}”`, limit)
