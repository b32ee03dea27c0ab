import { ByteQueue } from './byte-queue.ts'
import type { HubSocket } from './peer.ts'

/** Whether a request's body went in, or was too large. */
export type Intake = 'taken' | 'too-large'

/** The POSTs of one connection: whole bodies, one after the other, so that no message is torn by an aborted request. */
export class BodyIntake {
  readonly #socket: HubSocket
  readonly #limit: number
  #previous: Promise<unknown> = Promise.resolve()

  /** Bodies above `limit` bytes are refused. */
  constructor(socket: HubSocket, limit: number) {
    this.#socket = socket
    this.#limit = limit
  }

  /** Hands a body to the hub. Rejects when the request breaks off. */
  take(request: Request): Promise<Intake> {
    const taken = this.#previous.then(async () => {
      const body = await readBody(request, this.#limit)
      if (body) this.#socket.receive(body)
      return body ? 'taken' : 'too-large'
    })
    this.#previous = taken.catch(() => {})
    return taken
  }
}

async function readBody(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array(await request.arrayBuffer())
  const body = new ByteQueue()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return body.take(body.length)
    body.push(value)
    if (body.length <= limit) continue
    await reader.cancel()
    return undefined
  }
}
