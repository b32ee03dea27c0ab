import { Backlog } from './backlog.ts'
import type { MessageLog } from './message-log.ts'
import type { HubPeer } from './peer.ts'
import type { HubData } from './protocol.ts'

/** The outgoing side of a connection: a peer that comes and goes, and a bound on what waits for it. */
export class Outbound {
  readonly #backlog: Backlog
  readonly #lost: (peer: HubPeer) => void
  #peer: HubPeer | undefined
  #log: MessageLog | undefined

  /** `ready` waits above `calm` bytes; `lost` is called when a send fails. */
  constructor(calm: number, lost: (peer: HubPeer) => void) {
    this.#backlog = new Backlog(calm)
    this.#lost = lost
  }

  get peer(): HubPeer | undefined {
    return this.#peer
  }

  /** What waits: unsent, or with a log unacknowledged, in bytes of MessagePack or characters of JSON. */
  get queued(): number {
    return this.#backlog.size
  }

  attach(peer: HubPeer, isHeld: boolean): void {
    this.#peer = peer
    if (isHeld) peer.pause?.()
  }

  /** Asks the peer to stop or to go on reading. */
  hold(isHeld: boolean): void {
    if (isHeld) this.#peer?.pause?.()
    else this.#peer?.resume?.()
  }

  detach(): void {
    this.#peer = undefined
  }

  /** From now on recorded messages are kept in `log` until they are acknowledged. */
  keepIn(log: MessageLog): void {
    this.#log = log
  }

  /** Sends a message that is to arrive even when the transport breaks. */
  record(data: HubData): void {
    if (this.#log) {
      this.#log.record(data)
      this.#backlog.add(data.length)
    }
    this.transmit(data)
  }

  /** Sends on the present transport, if there is one. */
  transmit(data: HubData): void {
    const peer = this.#peer
    if (!peer) return
    const counted = this.#log ? 0 : data.length
    this.#backlog.add(counted)
    const settled = () => this.#backlog.remove(counted)
    const failed = () => {
      settled()
      this.#lost(peer)
    }
    try {
      const sent = peer.send(data)
      if (sent) sent.then(settled, failed)
      else settled()
    } catch {
      failed()
    }
  }

  acknowledge(sequenceId: number): void {
    this.#backlog.remove(this.#log?.acknowledge(sequenceId) ?? 0)
  }

  /** Settles when there is room, or when the connection has ended. */
  ready(): Promise<void> {
    return this.#peer || this.#log ? this.#backlog.ready() : Promise.resolve()
  }

  /** Lets go of the peer and of all who wait. */
  end(): void {
    this.#peer = undefined
    this.#log = undefined
    this.#backlog.release()
  }
}
