import { BodyIntake } from './body-intake.ts'
import type { Connection } from './connection.ts'
import type { HttpChannel, HttpChannelPorts } from './http-channel.ts'
import { HttpOutbox, joined } from './http-outbox.ts'
import type { HubSocket } from './peer.ts'
import type { HubSettings } from './settings.ts'

const timedOut = 'timed-out'

/** A connection that GETs carry in turn. The first answers at once and empty: it says only that the connection stands. */
export class LongPolling implements HttpChannel {
  readonly user: string | undefined
  readonly intake: BodyIntake
  readonly #settings: HubSettings
  readonly #removed: () => void
  readonly #outbox = new HttpOutbox()
  readonly #socket: HubSocket
  #current: AbortController | undefined
  #stopWaiting: (() => void) | undefined

  constructor(connection: Connection, settings: HubSettings, ports: HttpChannelPorts) {
    this.user = connection.identity.user
    this.#settings = settings
    this.#removed = ports.removed
    this.#socket = connection.attach(this.#outbox, 'LongPolling')
    this.intake = new BodyIntake(this.#socket, () => this.#outbox.resumed())
    this.#awaitNext()
  }

  /** Answers with all that waits, as soon as there is something: 200, empty when none came in time, and 204 after the end. */
  async poll(request: Request): Promise<Response> {
    this.#stopWaiting?.()
    this.#current?.abort()
    const poll = new AbortController()
    this.#current = poll
    const gone = () => poll.abort()
    request.signal.addEventListener('abort', gone, { once: true })
    const stopTimer = this.#settings.clock.after(this.#settings.pollMs, () => poll.abort(timedOut))
    await this.#outbox.available(poll.signal)
    stopTimer()
    request.signal.removeEventListener('abort', gone)
    return this.#answer(poll)
  }

  end(): Response {
    this.#leave()
    this.#current?.abort()
    return new Response(null, { status: 202 })
  }

  #answer(poll: AbortController): Response {
    if (this.#current === poll) {
      this.#current = undefined
      this.#awaitNext()
    }
    const { signal } = poll
    if (signal.aborted && signal.reason !== timedOut) return new Response(null, { status: 204 })
    if (this.#outbox.isFinished) {
      this.#leave()
      return new Response(null, { status: 204 })
    }
    return new Response(joined(this.#outbox.take()), {
      headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' },
    })
  }

  #awaitNext(): void {
    this.#stopWaiting = this.#settings.clock.after(this.#settings.disconnectMs, () => this.#leave())
  }

  #leave(): void {
    this.#stopWaiting?.()
    this.#socket.closed()
    this.#removed()
  }
}
