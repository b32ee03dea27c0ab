import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  BrokenOff,
  cutInside,
  dropAfter,
  duplicate,
  expireLinks,
  mute,
  splitEvents,
  swapPairs,
  throughFaults,
  type Unit,
  type UnitFault,
} from './unit-faults.ts'

const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }
const check = (property: fc.IAsyncProperty<unknown>): Promise<void> =>
  fc.assert(property, { numRuns: 60, ...seed })

const unit = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\n', ' '))
const units = fc.array(unit, { maxLength: 12 })

const each = async function* each(list: readonly Unit[]): AsyncIterable<Unit> {
  yield* list
}

/** What comes out, and what still left with a break. */
const play = async (
  fault: UnitFault,
  list: readonly Unit[],
): Promise<{ readonly out: readonly Unit[]; readonly rest: string | null }> => {
  const out: Unit[] = []
  try {
    for await (const passed of fault(each(list))) out.push(passed)
    return { out, rest: null }
  } catch (cause) {
    if (!(cause instanceof BrokenOff)) throw cause
    return { out, rest: cause.rest }
  }
}

const bytesOf = (chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Cuts bytes into pieces of the given lengths, the last of which takes the rest. */
const inPieces = (bytes: Uint8Array, lengths: readonly number[]): readonly Uint8Array[] => {
  const pieces: Uint8Array[] = []
  let from = 0
  for (const length of lengths) {
    pieces.push(bytes.slice(from, from + length))
    from += length
  }
  return [...pieces, bytes.slice(from)].filter((piece) => piece.length > 0)
}

const textOf = (stream: ReadableStream<Uint8Array>): Promise<string> => new Response(stream).text()

test('drops a stream after as many units as it was told, and leaves a shorter one alone', () =>
  check(
    fc.asyncProperty(units, fc.nat(14), async (list, count) => {
      const { out, rest } = await play(dropAfter(count), list)

      expect(out).toEqual(list.slice(0, count))
      expect(rest).toBe(list.length > count ? '' : null)
    }),
  ))

test('cuts a stream inside the unit that it was told, of which a beginning still leaves', () =>
  check(
    fc.asyncProperty(units, fc.integer({ min: 1, max: 14 }), async (list, number) => {
      const { out, rest } = await play(cutInside(number), list)
      const torn = list[number - 1]

      expect(out).toEqual(list.slice(0, number - 1))
      expect(rest === null).toBe(torn === undefined)
      if (torn !== undefined) expect(torn.startsWith(rest ?? '?')).toBe(true)
      if (torn !== undefined && torn.length > 1) expect(rest?.length).toBeLessThan(torn.length)
    }),
  ))

test('sends every unit twice, in the order of the first', () =>
  check(
    fc.asyncProperty(units, async (list) => {
      const { out } = await play(duplicate, list)

      expect(out).toEqual(list.flatMap((passed) => [passed, passed]))
    }),
  ))

test('lets every two units change places and loses none', () =>
  check(
    fc.asyncProperty(units, async (list) => {
      const { out } = await play(swapPairs, list)
      const swapped = list.map((passed, index) => list[index % 2 === 0 ? index + 1 : index - 1] ?? passed)

      expect(out).toEqual(swapped)
    }),
  ))

test('lets a unit go on alone whose partner does not come', async () => {
  const endless = async function* endless(): AsyncIterable<Unit> {
    yield 'alone'
    await new Promise(() => undefined)
  }

  const first = await swapPairs(endless())[Symbol.asyncIterator]().next()

  expect(first).toEqual({ done: false, value: 'alone' })
})

test('says nothing while it is mute, and ends when the stream does', async () => {
  const { out, rest } = await play(mute, ['one', 'two'])

  expect(out).toEqual([])
  expect(rest).toBe(null)
})

test('makes a link arrive expired and touches nothing else', async () => {
  const event = { type: 'x', auth_link: { url: 'https://a.example', expires_at: '2030-01-01T00:00:00.000Z' } }

  const { out } = await play(expireLinks, [JSON.stringify(event), 'data: {"at":"2030-01-01"}'])

  expect(JSON.parse(out[0] ?? '')).toEqual({
    ...event,
    auth_link: { ...event.auth_link, expires_at: '2020-01-01T00:00:00.000Z' },
  })
  expect(out[1]).toBe('data: {"at":"2030-01-01"}')
})

test('finds whole events however the bytes are cut, and keeps what has no end', () =>
  check(
    fc.asyncProperty(
      fc.array(
        unit.filter((text) => text !== ''),
        { maxLength: 6 },
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }).map((text) => text.replaceAll('\n', '')),
      fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 }),
      async (bodies, tail, lengths) => {
        const events = bodies.map((body) => `data: ${body}\n\n`)
        const found: Unit[] = []
        const bytes = encode([...events, tail].join(''))

        for await (const event of splitEvents(bytesOf(inPieces(bytes, lengths)))) found.push(event)

        const whole = tail === '' ? events : [...events, tail]
        expect(found).toEqual(
          whole.map((text) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(encode(text))),
        )
      },
    ),
  ))

test('leaves the very stream alone when nothing goes wrong', () => {
  const stream = bytesOf([encode('data: x\n\n')])

  expect(throughFaults(stream, [])).toBe(stream)
})

test('applies faults one after the other and breaks off with what still left', async () => {
  const stream = bytesOf([encode('data: a\n\ndata: b\n\n')])

  const text = await textOf(throughFaults(stream, [duplicate, cutInside(3)]))

  expect(text.startsWith('data: a\n\ndata: a\n\ndata')).toBe(true)
  expect(text).not.toContain('b')
})

test('lets go of its source when the reader leaves', async () => {
  let isCancelled = false
  const source = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(encode('data: a\n\n')),
    cancel: () => void (isCancelled = true),
  })
  const reader = throughFaults(source, [duplicate]).getReader()

  await reader.read()
  await reader.cancel()

  expect(isCancelled).toBe(true)
})
