import { ThreadworkError } from '@threadwork/core'
import { createParser, type EventSourceParser } from 'eventsource-parser'
import { MAX_EVENT_BYTES } from './wire-limits.ts'

/** One dispatched event of a server-sent event stream. */
export interface StreamEvent {
  /** `message` where the stream does not name it. */
  readonly type: string
  readonly data: string
  /** The stream's last event id at this event; empty when it never sent one. */
  readonly lastEventId: string
}

export interface EventStreamOptions {
  /** The largest event, in bytes of its data; 1 MiB when left out. */
  readonly maxEventBytes?: number
  /** The id that the stream continues behind, when it is one that was opened again. */
  readonly lastEventId?: string
  /** Ends the reading, as if the stream had ended, even when nothing arrives any more. */
  readonly signal?: AbortSignal
}

/**
 * A stream of server-sent events, to be read once: event by event, or a network chunk at a time through
 * `chunks`. Reading raises a `ThreadworkError` `event-too-large`, and whatever the byte stream raises.
 */
export interface EventStream extends AsyncIterable<StreamEvent> {
  /** The reconnection time that the stream asked for last, in milliseconds; `null` when it never did. */
  readonly retry: number | null
  /** The last event id of the stream so far. */
  readonly lastEventId: string
  /** One array for each network chunk, empty when the chunk completes no event: a sign of life all the same. */
  chunks(): AsyncIterable<readonly StreamEvent[]>
}

interface Parsing {
  readonly parser: EventSourceParser
  events: StreamEvent[]
  retry: number | null
  lastEventId: string
  failure: ThreadworkError | null
}

const tooLarge = (size: string, limit: number, cause?: unknown): ThreadworkError =>
  new ThreadworkError(
    'event-too-large',
    `The server sent an event of ${size} bytes, and at most ${limit} are read, so that one event cannot fill ` +
      'the memory. Have the server send less at once, or raise maxEventBytes.',
    { cause },
  )

const encoder = new TextEncoder()

// Encoding costs; text of a third of the limit cannot exceed it in UTF-8.
const exceeds = (data: string, limit: number): boolean =>
  data.length * 3 > limit && encoder.encode(data).length > limit

// The longest field name with its colon and space stands beside the data in the parser's buffer.
const FIELD_ROOM = 16

const createParsing = (limit: number, lastEventId: string): Parsing => {
  const parser = createParser({
    maxBufferSize: limit + FIELD_ROOM,
    onId: (id) => {
      parsing.lastEventId = id
    },
    onRetry: (retry) => {
      parsing.retry = Math.min(retry, Number.MAX_SAFE_INTEGER)
    },
    onEvent: ({ event, data }) => {
      if (parsing.failure) return
      if (exceeds(data, limit)) parsing.failure = tooLarge(`${encoder.encode(data).length}`, limit)
      else parsing.events.push({ type: event ?? 'message', data, lastEventId: parsing.lastEventId })
    },
    onError: (error) => {
      // The other kinds are fields that the standard says to ignore.
      if (error.type === 'max-buffer-size-exceeded')
        parsing.failure ??= tooLarge(`more than ${limit}`, limit, error)
    },
  })
  const parsing: Parsing = { parser, events: [], retry: null, lastEventId, failure: null }
  return parsing
}

type ReadChunk = () => Promise<readonly StreamEvent[] | null>

const MARK = '\uFEFF'

// A decoder that drops the byte order mark drops two of them when the first is cut (Node 24), and the parser takes
// the letters that look like one in Latin-1 for a mark. So the mark is kept, or added: the parser drops just one.
const createDecoder = (): ((bytes: Uint8Array) => string) => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let isFirst = true
  return (bytes) => {
    const text = decoder.decode(bytes, { stream: true })
    if (!isFirst || text === '') return text
    isFirst = false
    return text.startsWith(MARK) ? text : MARK + text
  }
}

const createChunkReader = (reader: ReadableStreamDefaultReader<Uint8Array>, parsing: Parsing): ReadChunk => {
  const decode = createDecoder()
  return async () => {
    if (parsing.failure) throw parsing.failure
    const { done, value } = await reader.read()
    // What the parser still holds has no blank line behind it: the standard drops it.
    if (done) return null
    parsing.events = []
    parsing.parser.feed(decode(value))
    if (parsing.failure) {
      await reader.cancel(parsing.failure).catch(() => {})
      // Whole events that came before the large one are the reader's; the error is raised at the next read.
      if (parsing.events.length === 0) throw parsing.failure
    }
    return parsing.events
  }
}

type Step = IteratorResult<StreamEvent, undefined>

// An async generator would cost several promises for each event; this costs one.
const iterateEvents = (
  read: ReadChunk,
  cancel: () => Promise<void>,
): AsyncIterator<StreamEvent, undefined> => {
  let chunk: readonly StreamEvent[] = []
  let index = 0
  const readOn = async (): Promise<Step> => {
    for (;;) {
      const next = await read()
      if (next === null) return { done: true, value: undefined }
      const first = next[0]
      if (first === undefined) continue
      chunk = next
      index = 1
      return { done: false, value: first }
    }
  }
  return {
    next: () => {
      const event = chunk[index]
      if (event === undefined) return readOn()
      index += 1
      return Promise.resolve({ done: false, value: event })
    },
    return: async () => {
      await cancel()
      return { done: true, value: undefined }
    },
  }
}

async function* iterateChunks(
  read: ReadChunk,
  cancel: () => Promise<void>,
): AsyncGenerator<readonly StreamEvent[], void, undefined> {
  try {
    for (let events = await read(); events !== null; events = await read()) yield events
  } finally {
    await cancel()
  }
}

/**
 * Reads a byte stream as the WHATWG standard interprets an event stream. Takes the stream's only reader;
 * leaving the loop early cancels the stream.
 */
export const readEventStream = (
  stream: ReadableStream<Uint8Array>,
  options: EventStreamOptions = {},
): EventStream => {
  const reader = stream.getReader()
  const parsing = createParsing(options.maxEventBytes ?? MAX_EVENT_BYTES, options.lastEventId ?? '')
  const read = createChunkReader(reader, parsing)
  const cancel = (): Promise<void> => reader.cancel().catch(() => {})
  options.signal?.addEventListener('abort', () => void cancel(), { once: true })
  return {
    get retry() {
      return parsing.retry
    },
    get lastEventId() {
      return parsing.lastEventId
    },
    chunks: () => iterateChunks(read, cancel),
    [Symbol.asyncIterator]: () => iterateEvents(read, cancel),
  }
}
