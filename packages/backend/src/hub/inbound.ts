import { ByteQueue } from './byte-queue.ts'
import { readHandshake } from './handshake.ts'
import type { HubMessage } from './message.ts'
import type { HubProtocol } from './protocol.ts'
import { ProtocolError } from './protocol-error.ts'
import { takeRecord } from './record-frame.ts'

/** What one frame held. */
export type Received =
  | { readonly type: 'handshake'; readonly protocol: HubProtocol; readonly version: number }
  | { readonly type: 'message'; readonly message: HubMessage; readonly size: number }

/** The incoming side of a connection: pieces of any size in, a handshake and messages out. */
export class Inbound {
  readonly #limit: number
  #queue = new ByteQueue()
  #protocol: HubProtocol | undefined

  /** `limit` bounds one frame, in bytes. */
  constructor(limit: number) {
    this.#limit = limit
  }

  push(bytes: Uint8Array): void {
    this.#queue.push(bytes)
  }

  /** Forgets a half frame, which a new transport will not complete. */
  restart(): void {
    this.#queue = new ByteQueue()
  }

  /** The next frame of a known type, or undefined until it is whole. Throws a `ProtocolError` when it is malformed or refused. */
  take(canCarryBinary: boolean): Received | undefined {
    return this.#protocol ? this.#takeMessage(this.#protocol) : this.#takeHandshake(canCarryBinary)
  }

  #takeHandshake(canCarryBinary: boolean): Received | undefined {
    const record = takeRecord(this.#queue, this.#limit)
    if (!record) return undefined
    const handshake = readHandshake(record, canCarryBinary)
    if (handshake.type === 'refused') throw new ProtocolError(handshake.error)
    this.#protocol = handshake.protocol
    return { ...handshake, type: 'handshake' }
  }

  #takeMessage(protocol: HubProtocol): Received | undefined {
    for (;;) {
      const frame = protocol.takeFrame(this.#queue, this.#limit)
      if (!frame) return undefined
      const message = protocol.decode(frame)
      if (message) return { type: 'message', message, size: frame.length }
    }
  }
}
