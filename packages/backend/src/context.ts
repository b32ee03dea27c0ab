import type { HubEventBodies, HubEventName } from '@threadwork/signalr/wire'
import type { Agent } from './agent/agent-port.ts'
import type { BackendClock } from './clock.ts'
import type { Faults } from './config.ts'
import type { Automation } from './facts/create-automation.ts'
import type { Listening } from './facts/dispatcher.ts'
import type { MakeId } from './ids.ts'
import type { Model } from './models/model.ts'
import type { Profile } from './profile.ts'
import type { RunLog } from './run-log.ts'
import type { Mask } from './secrets/mask.ts'
import type { Store } from './store/store.ts'

/** Sends an event to everyone who joined a conversation on the hub. */
export type Broadcast = <Name extends HubEventName>(
  conversationId: string,
  name: Name,
  body: HubEventBodies[Name],
) => void

/** What every part of a backend works with. */
export interface BackendContext {
  readonly profile: Profile
  readonly store: Store
  readonly clock: BackendClock
  readonly makeId: MakeId
  readonly pingMs: number
  readonly idleMs: number
  readonly retentionMs: number
  readonly linkMs: () => number
  readonly publicUrl: () => string
  readonly pace: number
  readonly faults: Faults
  /** What runs workflows, and what is known of conversations. */
  readonly automation: Automation
  /** The runs that are under way, by id. */
  readonly logs: Map<string, RunLog>
  readonly broadcast: Broadcast
  /** What events can start. */
  readonly listening: Listening
  readonly agent: Agent
  readonly model: Model
  /** Hides a team's secrets in what leaves. */
  readonly maskOf: (teamId: string) => Promise<Mask>
  /** Aborted when the backend closes. */
  readonly closing: AbortSignal
  /** Calls back after `ms` milliseconds of the clock, unless the backend is closed. */
  readonly after: (ms: number, callback: () => void) => void
  readonly reportDefect: (error: unknown) => void
}

/** Server time as the wires write it: ISO 8601 in UTC. */
export const isoTime = (ms: number): string => new Date(ms).toISOString()
