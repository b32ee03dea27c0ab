/** The status line and headers of an upstream's answer. */
export interface ResponseHead {
  readonly status: number
  /** A header's value by its lower-case name; repeated ones are joined by commas. */
  readonly header: (name: string) => string | null
  /** How the body ends. */
  readonly framing: 'chunked' | 'length' | 'close'
  /** The bytes of the head, its blank line included. */
  readonly size: number
}

export type HeadReading =
  | { readonly type: 'incomplete' }
  | { readonly type: 'invalid'; readonly reason: string }
  | { readonly type: 'head'; readonly head: ResponseHead }

const maxHead = 64 * 1024
const statusLine = /^HTTP\/1\.[01] ([1-5]\d\d)(?: [^\0\r\n]*)?$/
const field = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([^\0\r\n]*?)[ \t]*$/

const invalid = (reason: string): HeadReading => ({ type: 'invalid', reason })

const readFields = (lines: readonly string[]): Map<string, string> | null => {
  const fields = new Map<string, string>()
  for (const line of lines) {
    const [, name, value] = field.exec(line) ?? []
    if (name === undefined || value === undefined) return null
    const known = fields.get(name.toLowerCase())
    fields.set(name.toLowerCase(), known === undefined ? value : `${known}, ${value}`)
  }
  return fields
}

const framingOf = (fields: ReadonlyMap<string, string>): ResponseHead['framing'] | null => {
  const encoding = fields.get('transfer-encoding')
  const length = fields.get('content-length')
  if (encoding !== undefined)
    return encoding.toLowerCase() === 'chunked' && length === undefined ? 'chunked' : null
  if (length !== undefined) return /^\d{1,15}$/.test(length) ? 'length' : null
  return 'close'
}

/**
 * Reads an HTTP/1.1 response head strictly (RFC 9112): two readings of one message would be a way to smuggle.
 * Interim answers (1xx, but for 101) are skipped. Call it again with more bytes while it is incomplete.
 */
export const readResponseHead = (bytes: Buffer, from = 0): HeadReading => {
  const end = bytes.indexOf('\r\n\r\n', from, 'latin1')
  if (end < 0) return bytes.length - from > maxHead ? invalid('head too long') : { type: 'incomplete' }
  if (end - from > maxHead) return invalid('head too long')
  const [first = '', ...lines] = bytes.toString('latin1', from, end).split('\r\n')
  const status = Number(statusLine.exec(first)?.[1] ?? 0)
  if (status === 0) return invalid('no HTTP/1.1 status line')
  if (status < 200 && status !== 101) return readResponseHead(bytes, end + 4)
  const fields = readFields(lines)
  if (!fields) return invalid('malformed header')
  const framing = framingOf(fields)
  if (!framing) return invalid('ambiguous length')
  return {
    type: 'head',
    head: { status, framing, size: end + 4, header: (name) => fields.get(name) ?? null },
  }
}

/** The text of a short body, as far as its bytes go. A malformed chunk ends it. */
export const bodyText = (head: ResponseHead, bytes: Buffer): string => {
  if (head.framing !== 'chunked') return bytes.toString('utf8')
  const parts: Buffer[] = []
  let offset = 0
  while (offset < bytes.length) {
    const lineEnd = bytes.indexOf('\r\n', offset)
    const size = lineEnd < 0 ? Number.NaN : Number.parseInt(bytes.toString('latin1', offset, lineEnd), 16)
    if (!(size > 0)) break
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    offset = lineEnd + 2 + size + 2
  }
  return Buffer.concat(parts).toString('utf8')
}
