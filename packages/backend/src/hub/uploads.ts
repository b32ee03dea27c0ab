import { HubError } from './hub-error.ts'
import { ProtocolError } from './protocol-error.ts'
import { Upload } from './upload.ts'

/** The streams that one client is sending. */
export class Uploads {
  readonly #open = new Map<string, Upload>()
  readonly #limit: number
  readonly #changed: () => void
  #waiting = 0

  /** At most `limit` bytes wait for the methods that read them; `changed` hears of each change of `size`. */
  constructor(limit: number, changed: () => void) {
    this.#limit = limit
    this.#changed = changed
  }

  /** What waits to be read, in bytes. */
  get size(): number {
    return this.#waiting
  }

  /** The stream of an id. Throws a `ProtocolError` when the id is in use. */
  open(streamId: string): Upload {
    if (this.#open.has(streamId)) throw new ProtocolError(`The stream id '${streamId}' is in use.`)
    const upload = new Upload((size) => {
      this.#waiting -= size
      this.#changed()
    })
    this.#open.set(streamId, upload)
    return upload
  }

  /** An item of a stream that nobody reads any more is dropped. Throws a `ProtocolError` when too much waits. */
  push(streamId: string, value: unknown, size: number): void {
    const upload = this.#open.get(streamId)
    if (!upload) return
    this.#waiting += size
    upload.push({ value, size })
    this.#changed()
    if (this.#waiting > this.#limit) {
      throw new ProtocolError(`More than ${this.#limit} bytes of uploads wait to be read. Send more slowly.`)
    }
  }

  /** The client ended a stream, perhaps with an error. */
  finish(streamId: string, error: string | undefined): void {
    this.#open.get(streamId)?.finish(error === undefined ? undefined : new HubError(error))
    this.#open.delete(streamId)
  }

  /** The method has returned, and what it left unread goes. */
  close(streamId: string, upload: Upload): void {
    upload.discard()
    if (this.#open.get(streamId) === upload) this.#open.delete(streamId)
  }

  /** The client is gone. */
  end(): void {
    for (const upload of this.#open.values()) upload.finish(new HubError('The client disconnected.'))
    this.#open.clear()
  }
}
