import type { ConversationId, IntentId, FileId, UploadOutcome, UploadWatch } from '@threadwork/core'
import { describe, expect, test } from 'vitest'
import { headless } from './headless-transport.ts'
import type { Fetch } from './request.ts'

const png = new Blob([new Uint8Array(1000)], { type: 'image/png' })
const lamp = { name: 'lamp.png', type: png.type, size: png.size, arrayBuffer: () => png.arrayBuffer() }

/** A clock whose only timer is called by the test. */
const handClock = () => {
  const timers = new Map<number, () => void>()
  let count = 0
  return {
    clock: {
      now: () => 0,
      random: () => 0.5,
      after: (ms: number, callback: () => void) => {
        const id = (count += 1)
        timers.set(id, callback)
        waits.push(ms)
        return { cancel: () => void timers.delete(id) }
      },
    },
    fire: () => [...timers.values()].forEach((callback) => callback()),
    running: () => timers.size,
  }
}
const waits: number[] = []

const open = (fetch: Fetch, hand = handClock()) => {
  waits.length = 0
  const transport = headless({ url: 'http://server.test', fetch, clock: hand.clock })
  const sink = { receive: () => {}, changeLink: () => {}, report: () => {} }
  const connection = transport.open('c1' as ConversationId, sink) // a test's own id
  const upload = (watch: UploadWatch = {}): Promise<UploadOutcome> =>
    connection.upload?.(lamp, watch) ?? Promise.reject(new Error('This transport takes no files.'))
  return { transport, connection, upload, hand }
}

describe('an upload', () => {
  test('goes as a form to the conversation, under the person’s own name for it', async () => {
    const calls: (readonly [string, RequestInit])[] = []
    const { upload, hand } = open((input, init) => {
      calls.push([input, init])
      return Promise.resolve(Response.json({ file_id: 'f1' }))
    })

    expect(await upload()).toEqual({ status: 'uploaded', fileId: 'f1' })

    const [input, init] = calls[0] ?? []
    expect(input).toBe('http://server.test/conversations/c1/upload')
    expect(new Headers(init?.headers).get('X-Threadwork')).toBe('1')
    const file = init?.body instanceof FormData ? init.body.get('file') : null
    expect(file).toMatchObject({ name: 'lamp.png', type: 'image/png', size: 1000 })
    expect(hand.running()).toBe(0)
  })

  test.each([
    [413, 'too-large', /larger than the server takes/],
    [415, 'unsupported', /no files of this type/],
    [401, 'signed-out', /Sign in again/],
    [500, 'server-error', /Try again/],
    // Nothing of it is in doubt: another try does no harm.
    [502, 'server-error', /Try again/],
  ])('that is answered with %i says %s', async (status, reason, message) => {
    const { upload } = open(() => Promise.resolve(Response.json({}, { status })))

    const outcome = await upload()

    expect(outcome).toMatchObject({ status: 'failed', failure: { reason } })
    expect(outcome.status === 'failed' && outcome.failure.message).toMatch(message)
  })

  test('that breaks off may be repeated', async () => {
    const { upload } = open(() => Promise.reject(new TypeError('Failed to fetch')))

    expect(await upload()).toMatchObject({ status: 'failed', failure: { reason: 'unreachable' } })
  })

  const untilAborted: Fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')))
    })

  test('that nobody wants any more is ended', async () => {
    const { upload } = open(untilAborted)
    const controller = new AbortController()
    const outcome = upload({ signal: controller.signal })

    controller.abort()

    expect(await outcome).toMatchObject({ status: 'failed' })
  })

  test('is given time by its size, and is given up after that', async () => {
    const { upload, hand } = open(untilAborted)
    const outcome = upload()
    await expect.poll(() => hand.running()).toBe(1)

    hand.fire()

    expect(await outcome).toMatchObject({ status: 'failed', failure: { reason: 'unreachable' } })
    expect(waits).toEqual([30_050])
  })
})

test('a message carries its file, and the history tells of it', async () => {
  const bodies: unknown[] = []
  const message = {
    message_id: 'u1',
    source: 'user',
    content: 'Look',
    created_at: '2026-01-01T12:00:00Z',
    attachments: [
      { file_id: 'f1', name: 'lamp.png', media_type: 'image/png', size: 1000 },
      { file_id: 'f2', file_name: 'b.pdf', content_type: 'application/pdf' },
      { name: 'without an id' },
    ],
  }
  const { connection } = open((input, init) => {
    if (typeof init.body === 'string') bodies.push(JSON.parse(init.body))
    return Promise.resolve(
      input.includes('/messages') ? Response.json({ messages: [message] }) : Response.json({}),
    )
  })
  const attachments = [
    { fileId: 'f1' as FileId, name: 'lamp.png', mediaType: 'image/png', size: 1000 }, // a test's own id
  ]

  await connection.submit({ type: 'send-message', text: 'Look', attachments }, 'i1' as IntentId)
  const read = await connection.read({ eventsSince: null, knownMessageId: null, attempts: [] })

  expect(bodies[0]).toEqual({ message: 'Look', file_id: 'f1', stream: true })
  expect(read).toMatchObject({
    facts: [
      {
        message: {
          attachments: [
            attachments[0],
            { fileId: 'f2', name: 'b.pdf', mediaType: 'application/pdf', size: null },
          ],
        },
      },
    ],
  })
})

test('says which files it takes', () => {
  const { transport } = open(() => Promise.resolve(Response.json({})))

  expect(transport.capabilities.attachments).toEqual({
    maxFiles: 1,
    maxBytes: 20_000_000,
    accept: [],
    isTextRequired: true,
  })
})
