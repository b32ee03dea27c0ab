const empty = new Uint8Array(0)

/** Bytes that arrived and are not yet a whole frame. Each byte is copied a constant number of times, whatever the pieces. */
export class ByteQueue {
  #buffer: Uint8Array = empty
  #start = 0
  #end = 0
  #scanned = 0

  get length(): number {
    return this.#end - this.#start
  }

  push(chunk: Uint8Array): void {
    this.#reserve(chunk.length)
    this.#buffer.set(chunk, this.#end)
    this.#end += chunk.length
  }

  /** The byte at `index` from the front, or undefined beyond the end. */
  at(index: number): number | undefined {
    return index < this.length ? this.#buffer[this.#start + index] : undefined
  }

  /** Where `byte` first stands, or -1. What was searched in vain is not searched again: always ask for the same byte. */
  indexOf(byte: number): number {
    const found = this.#buffer.subarray(0, this.#end).indexOf(byte, this.#start + this.#scanned)
    if (found < 0) this.#scanned = this.length
    return found < 0 ? -1 : found - this.#start
  }

  /** Removes `count` bytes from the front and returns a copy of them. */
  take(count: number): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#buffer.subarray(this.#start, this.#start + count))
    this.#start += taken.length
    this.#scanned = 0
    if (this.#start === this.#end) this.#clear()
    return taken
  }

  #clear(): void {
    this.#buffer = empty
    this.#start = 0
    this.#end = 0
  }

  #reserve(extra: number): void {
    if (this.#end + extra <= this.#buffer.length) return
    const grown = new Uint8Array(Math.max((this.length + extra) * 2, 256))
    grown.set(this.#buffer.subarray(this.#start, this.#end))
    this.#buffer = grown
    this.#end = this.length
    this.#start = 0
  }
}
