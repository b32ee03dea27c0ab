import type { HubPeer } from './peer.ts'
import type { HubData } from './protocol.ts'
import { toBytes } from './peer.ts'

interface Waiting {
  readonly data: HubData
  readonly left: () => void
}

/** A peer whose data waits until a response takes it. The connection bounds how much. */
export class HttpOutbox implements HubPeer {
  #waiting: Waiting[] = []
  #isClosed = false
  #wake: () => void = () => {}
  #paused: Promise<void> | undefined
  #resume: () => void = () => {}

  /** Whether all is taken and no more will come. */
  get isFinished(): boolean {
    return this.#isClosed && this.#waiting.length === 0
  }

  send(data: HubData): Promise<void> {
    if (this.#isClosed) return Promise.resolve()
    return new Promise((left) => {
      this.#waiting.push({ data, left })
      this.#wake()
    })
  }

  pause(): void {
    this.#paused ??= new Promise((resolve) => {
      this.#resume = resolve
    })
  }

  resume(): void {
    this.#paused = undefined
    this.#resume()
  }

  /** Settles when the hub reads; POSTs wait for it. */
  async resumed(): Promise<void> {
    await this.#paused
  }

  close(code?: number): void {
    this.#isClosed = true
    this.resume()
    // Any other code says that the client does not read; what waits would never leave.
    if (code !== 1000) this.take()
    this.#wake()
  }

  /** Everything that waits, which now counts as sent. */
  take(): readonly HubData[] {
    const taken = this.#waiting
    this.#waiting = []
    for (const { left } of taken) left()
    return taken.map(({ data }) => data)
  }

  /** Settles when there is something to take, when no more will come, or when `signal` aborts. */
  async available(signal: AbortSignal): Promise<void> {
    if (this.#waiting.length > 0 || this.#isClosed || signal.aborted) return
    await new Promise<void>((resolve) => {
      this.#wake = resolve
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
  }
}

/** One body of several pieces. */
export function joined(pieces: readonly HubData[]): Uint8Array<ArrayBuffer> {
  const bytes = pieces.map(toBytes)
  const body = new Uint8Array(bytes.reduce((size, piece) => size + piece.length, 0))
  let offset = 0
  for (const piece of bytes) {
    body.set(piece, offset)
    offset += piece.length
  }
  return body
}
