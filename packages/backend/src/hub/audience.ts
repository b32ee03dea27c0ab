import type { Connection } from './connection.ts'
import { encodeOnce } from './protocol.ts'

/** Connections that hear the same. */
export interface Audience {
  /** Invokes a client method on each; nothing comes back. Throws when an argument cannot be encoded. */
  send(method: string, ...args: readonly unknown[]): void
}

/** Who is in the audience is asked at each send. */
export function createAudience(connections: () => Iterable<Connection>): Audience {
  return {
    send(target, ...args) {
      const outgoing = encodeOnce({ type: 'invocation', target, arguments: args, streamIds: [] })
      for (const connection of connections()) connection.send(outgoing)
    },
  }
}
