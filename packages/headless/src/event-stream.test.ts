import { ThreadworkError } from '@threadwork/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEventStream, type StreamEvent } from './event-stream.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const streamOf = (
  parts: Iterable<Uint8Array>,
  seen: { pulled: number; isCancelled: boolean } = { pulled: 0, isCancelled: false },
): ReadableStream<Uint8Array> => {
  const rest = parts[Symbol.iterator]()
  return new ReadableStream(
    {
      pull: (controller) => {
        const { done, value } = rest.next()
        if (done) return controller.close()
        seen.pulled += value.length
        controller.enqueue(value)
      },
      cancel: () => {
        seen.isCancelled = true
      },
    },
    { highWaterMark: 0 },
  )
}

const readAll = async (
  stream: ReadableStream<Uint8Array>,
  maxEventBytes?: number,
): Promise<StreamEvent[]> => {
  const events: StreamEvent[] = []
  for await (const event of readEventStream(stream, maxEventBytes === undefined ? {} : { maxEventBytes }))
    events.push(event)
  return events
}

describe('chunks', () => {
  test('gives the events of a network chunk at once, and an empty array for a sign of life', async () => {
    const parts = ['data: a\n\ndata: b\n\nda', ': ping\n', 'ta: c\n\n'].map(encode)

    const chunks: string[][] = []
    for await (const events of readEventStream(streamOf(parts)).chunks())
      chunks.push(events.map((event) => event.data))

    expect(chunks).toEqual([['a', 'b'], [], []])
  })

  test('cancels the stream when the loop is left', async () => {
    const seen = { pulled: 0, isCancelled: false }

    for await (const events of readEventStream(streamOf([encode('data: a\n\n')], seen)).chunks()) {
      expect(events).toHaveLength(1)
      break
    }

    expect(seen.isCancelled).toBe(true)
  })

  test('cancels the stream when the loop over events is left', async () => {
    const seen = { pulled: 0, isCancelled: false }

    for await (const event of readEventStream(streamOf([encode('data: a\n\ndata: b\n\n')], seen))) {
      expect(event.data).toBe('a')
      break
    }

    expect(seen.isCancelled).toBe(true)
  })

  test('passes on what the byte stream raises', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new TypeError('terminated')),
    })

    await expect(readAll(broken)).rejects.toThrow('terminated')
  })

  test('goes on behind a given id', async () => {
    const stream = readEventStream(streamOf([encode('data: a\n\nid: e8\n\n')]), { lastEventId: 'e7' })

    const events: StreamEvent[] = []
    for await (const event of stream) events.push(event)

    expect(events).toEqual([{ type: 'message', data: 'a', lastEventId: 'e7' }])
    expect(stream.lastEventId).toBe('e8')
  })
})

describe('the size limit', () => {
  const failureOf = async (input: Iterable<Uint8Array>, limit: number): Promise<unknown> =>
    readAll(streamOf(input), limit).catch((error: unknown) => error)

  test.each([
    ['ASCII', 'x'.repeat(100)],
    ['two-byte letters', 'é'.repeat(50)],
    ['four-byte letters', '😀'.repeat(25)],
    ['several lines', `${'x'.repeat(49)}\n${'x'.repeat(50)}`],
  ])('takes %s of exactly the limit, and raises the size of one byte more', async (_title, data) => {
    const frame = (text: string) => encode(`${text.replaceAll(/^/gm, 'data: ')}\n\n`)

    expect((await readAll(streamOf([frame(data)]), 100)).map((event) => event.data)).toEqual([data])
    expect((await readAll(streamOf([...frame(data)].map((byte) => Uint8Array.of(byte))), 100)).length).toBe(1)
    const failure = await failureOf([frame(`${data}x`)], 100)
    expect(failure).toBeInstanceOf(ThreadworkError)
    expect(failure).toMatchObject({
      code: 'event-too-large',
      message: expect.stringMatching(/(101|more than 100) bytes/) as unknown,
    })
  })

  test('gives the whole events that came before the large one', async () => {
    const events: string[] = []

    const reading = (async () => {
      const stream = streamOf([encode(`data: a\n\ndata: ${'x'.repeat(101)}\n\ndata: b\n\n`)])
      for await (const event of readEventStream(stream, { maxEventBytes: 100 })) events.push(event.data)
    })()

    await expect(reading).rejects.toMatchObject({ code: 'event-too-large' })
    expect(events).toEqual(['a'])
  })

  test.each(['data: ', 'data: x\ndata: ', 'event: ', 'id: '])(
    'gives an endless %j up soon behind the limit and cancels the stream',
    async (start) => {
      const seen = { pulled: 0, isCancelled: false }
      const endless = function* (): Generator<Uint8Array> {
        yield encode(start)
        for (;;) yield encode('x'.repeat(10))
      }

      await expect(readAll(streamOf(endless(), seen), 100)).rejects.toMatchObject({ code: 'event-too-large' })

      expect(seen.isCancelled).toBe(true)
      expect(seen.pulled).toBeLessThan(200)
    },
  )

  test('lets a comment be as long as it likes', async () => {
    const comment = `: ${'x'.repeat(10_000)}\ndata: a\n\n`

    expect(await readAll(streamOf([encode(comment)]), 100)).toHaveLength(1)
    expect(
      await readAll(streamOf([...encode(comment)].map((byte) => Uint8Array.of(byte))), 100),
    ).toHaveLength(1)
  })
})

test('reads the same events wherever the bytes are cut', async () => {
  const line = fc.oneof(
    fc.constantFrom(
      'data',
      'data:',
      'id: 7',
      'id',
      'event: x',
      'retry: 5',
      ':',
      'other: 1',
      '',
      '',
      '\uFEFF',
    ),
    fc.string({ unit: 'grapheme' }).map((text) => `data: ${text}`),
  )
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r', '\r\n')))
    .map((lines) => lines.map((parts) => parts.join('')).join(''))

  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat({ max: 400 }), { maxLength: 8 }), async (input, cuts) => {
      const bytes = encode(input)
      const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
      const parts = at.slice(1).map((end, index) => bytes.slice(at[index], end))

      expect(await readAll(streamOf(parts))).toEqual(await readAll(streamOf([bytes])))
    }),
    { seed: Number(process.env['SEED'] ?? 1), numRuns: 400 },
  )
})
