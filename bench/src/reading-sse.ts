import { readEventStream } from '@threadwork/headless'
import { createParser } from 'eventsource-parser'
import { measure, type Subject } from './measure.ts'
import { ratioOf, type Section } from './section.ts'

const event = (index: number): string =>
  `id: ${index}\nevent: agent.message\ndata: ${JSON.stringify({ type: 'agent.message', seq_num: index, message: 'The order qualifies under the 30-day policy. '.repeat(4) })}\n\n`

const bytes = new TextEncoder().encode(Array.from({ length: 40_000 }, (_, index) => event(index)).join(''))
const chunkSize = 16_384

const stream = (): ReadableStream<Uint8Array> => {
  let offset = 0
  return new ReadableStream({
    pull(controller) {
      if (offset >= bytes.length) return controller.close()
      controller.enqueue(bytes.subarray(offset, (offset += chunkSize)))
    },
  })
}

const throughParser = async (): Promise<void> => {
  let count = 0
  const parser = createParser({ onEvent: () => (count += 1) })
  const decoder = new TextDecoder()
  for await (const chunk of stream()) parser.feed(decoder.decode(chunk, { stream: true }))
  if (count === 0) throw new Error('The parser read nothing, so the figure would mean nothing.')
}

const throughReader = async (): Promise<void> => {
  let count = 0
  for await (const { type } of readEventStream(stream())) count += type.length
  if (count === 0) throw new Error('The reader read nothing, so the figure would mean nothing.')
}

// As the adapter reads: one promise for a chunk of the network, none for an event.
const throughChunks = async (): Promise<void> => {
  let count = 0
  for await (const events of readEventStream(stream()).chunks())
    for (const { type } of events) count += type.length
  if (count === 0) throw new Error('The reader read nothing, so the figure would mean nothing.')
}

const subjects: readonly Subject[] = [
  { name: 'eventsource-parser, callback form', size: bytes.length, run: throughParser },
  { name: 'readEventStream, event by event', size: bytes.length, run: throughReader },
  { name: 'readEventStream, by chunks as the adapter reads', size: bytes.length, run: throughChunks },
]

/** S4: bytes of an event stream into events. */
export const readingSse: Section = {
  id: 's4',
  title: 'Reading SSE',
  async measure() {
    const figures = await measure(subjects, 'ns a byte', 15)
    const toParser = (subject: string): number =>
      ratioOf(figures, subject, 'eventsource-parser, callback form')
    return {
      figures,
      ratios: [
        {
          name: "the adapter's time to the parser's",
          value: toParser('readEventStream, by chunks as the adapter reads'),
          // At least 0.9 of its speed.
          atMost: 1.11,
        },
        {
          name: "event by event, to the parser's",
          value: toParser('readEventStream, event by event'),
          atMost: null,
        },
      ],
    }
  },
}
