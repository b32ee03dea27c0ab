import type { HubContext, HubMethods } from './context.ts'
import type { HubSettings } from './settings.ts'

/** Who left, and why if it was not their wish. */
export interface Departure {
  readonly connectionId: string
  readonly user: string | undefined
  readonly error?: string
}

/** A hub's methods and, where the defaults do not suit, its surroundings. */
export interface HubOptions extends Partial<HubSettings> {
  /** Functions by name; `this` is the `HubContext` in those that are not arrows. */
  readonly methods: HubMethods & ThisType<HubContext>
  /** Where HTTP requests find the hub, `/hubs/chat` unless told. */
  readonly path?: string
  /** Names the user of a request, or null to refuse it with 401. Without it everyone is welcome and nameless. */
  readonly identify?: (request: Request) => string | null | Promise<string | null>
  /** Runs before the first invocation of a connection; a throw closes it. */
  readonly onConnected?: (context: HubContext) => void | Promise<void>
  readonly onDisconnected?: (departure: Departure) => void
  /** Hears errors that clients do not see: those of methods that are no `HubError`. */
  readonly onError?: (error: unknown, where: string) => void
}
