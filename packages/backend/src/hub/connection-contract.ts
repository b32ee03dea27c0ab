import type { CloseMessage, HubMessage } from './message.ts'

/** The transports, as negotiation names them. */
export type TransportName = 'WebSockets' | 'ServerSentEvents' | 'LongPolling'

/** What a client is told when the server ends its connection. */
export type CloseReason = Omit<CloseMessage, 'type'>

/** What its owner hears of a connection. */
export interface ConnectionEvents {
  /** The handshake is done. */
  opened(): void
  /** An invocation, or a part of one; `size` in bytes as it came. Throws a `ProtocolError` to close the connection. */
  message(message: HubMessage, size: number): void
  /** A fault of the server, which the client does not hear of. */
  failed(error: unknown): void
  /** Comes once. */
  ended(error?: string): void
}

/** Who a connection is, settled when it is negotiated. */
export interface ConnectionIdentity {
  /** Public: names the connection to others. */
  readonly connectionId: string
  /** Secret: whoever has it may take the connection over. */
  readonly connectionToken: string
  readonly user: string | undefined
  readonly isStateful: boolean
}
