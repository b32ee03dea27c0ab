import type { HubSocket } from './peer.ts'

/** The POSTs of one connection, one after the other. */
export class BodyIntake {
  readonly #socket: HubSocket
  readonly #resumed: () => Promise<void>
  #previous: Promise<unknown> = Promise.resolve()

  /** Each piece of a body waits for `resumed` before it is read. */
  constructor(socket: HubSocket, resumed: () => Promise<void>) {
    this.#socket = socket
    this.#resumed = resumed
  }

  /** Hands a body to the hub; false when it broke off, which ends the connection, since a message may be torn. */
  take(request: Request): Promise<boolean> {
    const taken = this.#previous.then(async () => {
      try {
        await this.#pass(request)
        return true
      } catch {
        this.#socket.closed()
        return false
      }
    })
    this.#previous = taken
    return taken
  }

  async #pass(request: Request): Promise<void> {
    const reader = request.body?.getReader()
    // Some browsers give a request no readable body.
    if (!reader) return this.#socket.receive(await request.arrayBuffer())
    for (;;) {
      await this.#resumed()
      const { done, value } = await reader.read()
      if (done) return
      this.#socket.receive(value)
    }
  }
}
