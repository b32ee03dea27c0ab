import type { ByteQueue } from './byte-queue.ts'
import { ProtocolError } from './protocol-error.ts'

// The specification allows a length of at most 2 GB, which is five groups of seven bits.
const longestPrefix = 5

/** Takes one frame that a variable-length size precedes, or undefined until it is whole. Throws a `ProtocolError` above `limit` bytes. */
export function takeLengthFrame(queue: ByteQueue, limit: number): Uint8Array<ArrayBuffer> | undefined {
  const prefix = readPrefix(queue)
  if (!prefix) return undefined
  if (prefix.size > limit) {
    throw new ProtocolError(`A message is larger than ${limit} bytes. Send it in smaller parts.`)
  }
  if (queue.length < prefix.bytes + prefix.size) return undefined
  return queue.take(prefix.bytes + prefix.size).subarray(prefix.bytes)
}

/** Puts the size before a frame. */
export function lengthFrame(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const prefix: number[] = []
  let rest = payload.length
  do {
    const group = rest & 0x7f
    rest >>>= 7
    prefix.push(rest > 0 ? group | 0x80 : group)
  } while (rest > 0)
  const frame = new Uint8Array(prefix.length + payload.length)
  frame.set(prefix)
  frame.set(payload, prefix.length)
  return frame
}

function readPrefix(queue: ByteQueue): { readonly bytes: number; readonly size: number } | undefined {
  let size = 0
  for (let index = 0; index < longestPrefix; index += 1) {
    const byte = queue.at(index)
    if (byte === undefined) return undefined
    // Multiplied, not shifted: the fifth group would turn the number negative.
    size += (byte & 0x7f) * 2 ** (7 * index)
    if ((byte & 0x80) === 0) return { bytes: index + 1, size }
  }
  throw new ProtocolError('The length before a binary message is malformed: it has more than five bytes.')
}
