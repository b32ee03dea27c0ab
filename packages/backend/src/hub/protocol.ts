import type { ByteQueue } from './byte-queue.ts'
import type { HubMessage } from './message.ts'

/** What a transport carries: text for JSON, bytes for MessagePack. */
export type HubData = string | Uint8Array<ArrayBuffer>

/** One encoding of hub messages. */
export interface HubProtocol {
  readonly name: string
  readonly isBinary: boolean
  /** A whole frame. Throws when a value cannot be written, such as a circular object. */
  encode(message: HubMessage): HubData
  /** Takes one frame from the queue, or undefined until it is whole. Throws a `ProtocolError` above `limit` bytes. */
  takeFrame(queue: ByteQueue, limit: number): Uint8Array<ArrayBuffer> | undefined
  /** Reads a frame; undefined for a type of message that this server does not know. Throws a `ProtocolError` when malformed. */
  decode(frame: Uint8Array<ArrayBuffer>): HubMessage | undefined
}

/** A message to several connections, encoded once for each protocol among them. */
export type Outgoing = (protocol: HubProtocol) => HubData

/** Prepares a message that is encoded when first asked for and then shared. */
export function encodeOnce(message: HubMessage): Outgoing {
  const encoded = new Map<string, HubData>()
  return (protocol) => {
    const known = encoded.get(protocol.name)
    if (known !== undefined) return known
    const data = protocol.encode(message)
    encoded.set(protocol.name, data)
    return data
  }
}
