import type { HubData } from './protocol.ts'

/** The far end of a transport, as the hub sees it: a WebSocket, or a queue that HTTP responses empty. */
export interface HubPeer {
  /** Sends one frame or more. A promise says when the data has left: until then it counts as queued. */
  send(data: HubData): void | Promise<void>
  /** Ends the transport after all that was sent. A peer that defers its sends must defer this likewise. */
  close(code?: number, reason?: string): void
  /** Asks the transport to read no further for now, where it can; what comes all the same is still taken. */
  pause?(): void
  resume?(): void
}

/** The hub, as a transport sees it. */
export interface HubSocket {
  /** Hands over what came in, cut at any byte. */
  receive(data: string | ArrayBuffer | Uint8Array): void
  /** Says that the transport is gone. */
  closed(): void
}

/** Text becomes UTF-8; bytes stay as they are. */
export function toBytes(data: string | ArrayBuffer | Uint8Array): Uint8Array {
  if (typeof data === 'string') return new TextEncoder().encode(data)
  return data instanceof Uint8Array ? data : new Uint8Array(data)
}
