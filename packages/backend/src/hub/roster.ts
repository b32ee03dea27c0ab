import type { Connection } from './connection.ts'

/** The connections past their handshake, and the groups they are in. */
export class Roster {
  readonly #open = new Map<string, Connection>()
  readonly #groups = new Map<string, Set<Connection>>()
  readonly #joined = new Map<Connection, Set<string>>()

  /** Everyone. */
  all(): Iterable<Connection> {
    return this.#open.values()
  }

  /** The members of a group, none if nobody ever joined. */
  group(name: string): Iterable<Connection> {
    return this.#groups.get(name) ?? []
  }

  /** Every connection of a user. */
  user(id: string): Iterable<Connection> {
    return [...this.all()].filter((connection) => connection.identity.user === id)
  }

  /** The connection of that public id, or none. */
  connection(connectionId: string): Iterable<Connection> {
    const found = this.#open.get(connectionId)
    return found ? [found] : []
  }

  add(connection: Connection): void {
    this.#open.set(connection.identity.connectionId, connection)
  }

  /** A connection that is not here, because it has ended, joins nothing. */
  join(name: string, connection: Connection): void {
    if (this.#open.get(connection.identity.connectionId) !== connection) return
    const members = this.#groups.get(name) ?? new Set()
    this.#groups.set(name, members.add(connection))
    const joined = this.#joined.get(connection) ?? new Set()
    this.#joined.set(connection, joined.add(name))
  }

  leave(name: string, connection: Connection): void {
    const members = this.#groups.get(name)
    members?.delete(connection)
    this.#joined.get(connection)?.delete(name)
    if (members?.size === 0) this.#groups.delete(name)
  }

  /** Takes a connection out of everything. */
  remove(connection: Connection): void {
    this.#open.delete(connection.identity.connectionId)
    for (const name of this.#joined.get(connection) ?? []) this.leave(name, connection)
    this.#joined.delete(connection)
  }
}
