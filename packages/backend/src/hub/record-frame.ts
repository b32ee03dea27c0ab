import type { ByteQueue } from './byte-queue.ts'
import { ProtocolError } from './protocol-error.ts'

const separator = 0x1e

/** The character that ends a record of JSON. */
export const recordSeparator = '\u001e'

/** Takes one record, without its separator, or undefined until it is whole. Throws a `ProtocolError` above `limit` bytes. */
export function takeRecord(queue: ByteQueue, limit: number): Uint8Array<ArrayBuffer> | undefined {
  const end = queue.indexOf(separator)
  if ((end < 0 ? queue.length : end) > limit) {
    throw new ProtocolError(`A message is larger than ${limit} bytes. Send it in smaller parts.`)
  }
  if (end < 0) return undefined
  return queue.take(end + 1).subarray(0, end)
}
