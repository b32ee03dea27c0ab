import { createAudience } from './audience.ts'
import { Connection } from './connection.ts'
import type { CloseReason } from './connection-contract.ts'
import type { HubContext, HubMethod } from './context.ts'
import type { HubOptions } from './hub-options.ts'
import { Invocations } from './invocations.ts'
import { encodeOnce } from './protocol.ts'
import { createIdentity } from './negotiate.ts'
import { Roster } from './roster.ts'
import { defaultSettings, type HubSettings } from './settings.ts'

/** The connections of one hub, and what they may invoke. */
export class HubCore {
  readonly settings: HubSettings
  readonly roster: Roster = new Roster()
  readonly #options: HubOptions
  readonly #methods: ReadonlyMap<string, HubMethod>
  readonly #connections = new Map<string, Connection>()

  constructor(options: HubOptions) {
    this.#options = options
    this.settings = { ...defaultSettings, ...options }
    this.#methods = new Map(
      Object.entries(options.methods).map(([name, method]) => [name.toLowerCase(), method]),
    )
  }

  /** Every connection, those without a handshake included. */
  get connectionCount(): number {
    return this.#connections.size
  }

  /** The connection whose secret that is. */
  find(connectionToken: string): Connection | undefined {
    return this.#connections.get(connectionToken)
  }

  /** Makes a connection that awaits its transport, or nothing when there are too many. */
  open(version: 0 | 1, user: string | undefined, isStateful: boolean): Connection | undefined {
    if (this.#connections.size >= this.settings.maxConnections) return undefined
    const identity = createIdentity(version, this.settings.createId, { user, isStateful })
    let invocations: Invocations | undefined
    const connection = new Connection(identity, this.settings, {
      opened: () => {
        this.roster.add(connection)
        invocations = this.#invocations(connection, this.#greet(connection))
      },
      message: (message, size) => invocations?.handle(message, size),
      failed: (error) => this.#report(error, 'message'),
      ended: (error) => {
        this.#connections.delete(identity.connectionToken)
        this.roster.remove(connection)
        invocations?.end()
        if (invocations) this.#farewell(connection, error)
      },
    })
    this.#connections.set(identity.connectionToken, connection)
    return connection
  }

  /** Ends every connection. */
  close(reason: CloseReason): void {
    for (const connection of this.#connections.values()) connection.close(reason)
  }

  #invocations(connection: Connection, opened: Promise<unknown>): Invocations {
    return new Invocations(
      {
        limits: this.settings,
        method: (target) => this.#methods.get(target.toLowerCase()),
        createContext: (signal) => this.#context(connection, signal),
        reply: (message) => connection.send(encodeOnce(message)),
        ready: () => connection.ready(),
        crowded: (isCrowded) => connection.hold(isCrowded),
        failed: (error, target) => this.#report(error, target),
      },
      opened,
    )
  }

  #context(connection: Connection, signal: AbortSignal): HubContext {
    const caller = createAudience(() => [connection])
    return {
      connectionId: connection.identity.connectionId,
      user: connection.identity.user,
      signal,
      send: (method, ...args) => caller.send(method, ...args),
      join: (group) => this.roster.join(group, connection),
      leave: (group) => this.roster.leave(group, connection),
      group: (name) => createAudience(() => this.roster.group(name)),
      close: (reason) => connection.close(reason),
    }
  }

  async #greet(connection: Connection): Promise<void> {
    try {
      await this.#options.onConnected?.(this.#context(connection, new AbortController().signal))
    } catch (error) {
      this.#report(error, 'onConnected')
      connection.close({ error: 'The server could not admit the connection.' })
    }
  }

  #farewell(connection: Connection, error: string | undefined): void {
    const { connectionId, user } = connection.identity
    try {
      this.#options.onDisconnected?.({ connectionId, user, ...(error === undefined ? {} : { error }) })
    } catch (failure) {
      this.#report(failure, 'onDisconnected')
    }
  }

  #report(error: unknown, where: string): void {
    try {
      this.#options.onError?.(error, where)
    } catch {
      // Whoever hears of errors has failed itself, so that there is nobody left to tell.
    }
  }
}
