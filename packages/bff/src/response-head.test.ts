import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyText, readResponseHead } from './response-head.ts'

const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }
const bytes = (text: string): Buffer => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1')

const headOf = (text: string) => {
  const reading = readResponseHead(bytes(text))
  if (reading.type !== 'head') throw new Error(reading.type)
  return reading.head
}

test('reads status, headers and where the body begins', () => {
  const head = headOf('HTTP/1.1 200 OK\nContent-Type: text/event-stream\nX-A: 1\nx-a: 2\n\ndata')

  expect(head.status).toBe(200)
  expect(head.header('content-type')).toBe('text/event-stream')
  expect(head.header('x-a')).toBe('1, 2')
  expect(head.framing).toBe('close')
})

test('skips interim answers', () => {
  const head = headOf('HTTP/1.1 103 Early Hints\nlink: x\n\nHTTP/1.1 204 No Content\n\n')

  expect(head.status).toBe(204)
})

test.each([
  ['no HTTP at all', 'SSH-2.0-OpenSSH\n\n'],
  ['a folded header', 'HTTP/1.1 200 OK\na: 1\n b\n\n'],
  ['a space before the colon', 'HTTP/1.1 200 OK\ntransfer-encoding : chunked\n\n'],
  ['both a length and chunks', 'HTTP/1.1 200 OK\ntransfer-encoding: chunked\ncontent-length: 3\n\n'],
  ['two lengths', 'HTTP/1.1 200 OK\ncontent-length: 3\ncontent-length: 4\n\n'],
  ['another encoding', 'HTTP/1.1 200 OK\ntransfer-encoding: gzip, chunked\n\n'],
])('refuses an answer with %s', (_name, text) => {
  expect(readResponseHead(bytes(text)).type).toBe('invalid')
})

test('refuses a head without an end', () => {
  expect(readResponseHead(Buffer.alloc(70_000, 'a')).type).toBe('invalid')
})

test('reads the same head however the bytes are cut', () => {
  const whole = bytes(
    'HTTP/1.1 200 OK\ncontent-type: text/event-stream\ntransfer-encoding: chunked\n\n5\nhello\n0\n\n',
  )

  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length }), (cut) => {
      const early = readResponseHead(whole.subarray(0, cut))

      const end = whole.indexOf('\r\n\r\n') + 4
      expect(early.type).toBe(cut < end ? 'incomplete' : 'head')
      if (early.type === 'head') expect(early.head.size).toBe(end)
    }),
    { ...seed },
  )
})

test('puts a chunked body together', () => {
  const head = headOf('HTTP/1.1 401 No\ntransfer-encoding: chunked\n\n')

  expect(bodyText(head, bytes('3;x=y\n{"a\n4\n":1}\n0\n\n'))).toBe('{"a":1}')
  expect(bodyText(head, bytes('zz\nx'))).toBe('')
})
