import { type HubMessage, isSequenced } from './message.ts'
import type { HubData } from './protocol.ts'
import { ProtocolError } from './protocol-error.ts'

interface Sent {
  readonly id: number
  readonly data: HubData
}

/**
 * Both directions of a stateful connection: what was sent and is not acknowledged, and what came in and counts once. Sequence names
 * the first message that its sender still holds and will send again, as the client package has it, and not the last that it received.
 */
export class MessageLog {
  #sent: Sent[] = []
  #sentCount = 0
  #nextReceived = 1
  #latestReceived = 0
  #awaitsSequence = false

  /** The number of the newest message that came in. */
  get latestReceived(): number {
    return this.#latestReceived
  }

  /** Keeps a sequenced message until it is acknowledged. */
  record(data: HubData): void {
    this.#sentCount += 1
    this.#sent.push({ id: this.#sentCount, data })
  }

  /** Forgets what the peer has received; returns the size that was freed. */
  acknowledge(sequenceId: number): number {
    const kept = this.#sent.findIndex(({ id }) => id > sequenceId)
    const acknowledged = this.#sent.splice(0, kept < 0 ? this.#sent.length : kept)
    return acknowledged.reduce((size, { data }) => size + data.length, 0)
  }

  /** What a new transport starts with. Until the peer's own Sequence comes, nothing else from it counts. */
  resume(): { readonly sequenceId: number; readonly messages: readonly HubData[] } {
    this.#awaitsSequence = true
    return {
      sequenceId: this.#sent[0]?.id ?? this.#sentCount + 1,
      messages: this.#sent.map(({ data }) => data),
    }
  }

  /** Whether a message is to be handled: false for a repetition, and for what precedes the peer's Sequence. */
  accepts(message: HubMessage): boolean {
    if (this.#awaitsSequence) return message.type === 'sequence' || message.type === 'close'
    if (!isSequenced(message)) return true
    const id = this.#nextReceived
    this.#nextReceived += 1
    if (id <= this.#latestReceived) return false
    this.#latestReceived = id
    return true
  }

  /** Numbers what follows from `sequenceId`. Throws a `ProtocolError` when messages in between are lost. */
  restart(sequenceId: number): void {
    if (sequenceId > this.#nextReceived) {
      throw new ProtocolError('Messages were lost: the Sequence is beyond what was received. Connect anew.')
    }
    this.#awaitsSequence = false
    this.#nextReceived = sequenceId
  }
}
