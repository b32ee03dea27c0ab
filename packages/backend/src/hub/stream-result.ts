/** What a method streams: an async iterable, or a web stream. */
export type StreamResult = AsyncIterable<unknown> | ReadableStream<unknown>

/** Tells a stream from a plain result. */
export function isStreamResult(value: unknown): value is StreamResult {
  if (typeof value !== 'object' || value === null) return false
  return Symbol.asyncIterator in value || value instanceof ReadableStream
}

export interface StreamSink {
  readonly signal: AbortSignal
  send(item: unknown): void
  /** Waited for after each item. */
  ready(): Promise<void>
}

/** Sends every item until the stream ends or the signal aborts, whichever is first; then the source is told to stop. */
export async function sendStream(result: StreamResult, sink: StreamSink): Promise<void> {
  const iterator = iterate(result)
  if (sink.signal.aborted) return stop(iterator)
  const aborted = new Promise<void>((resolve) => {
    sink.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const pumped = pump(iterator, sink)
  try {
    await Promise.race([pumped, aborted])
  } finally {
    // A source that is asleep may fail only later, when nobody listens.
    pumped.catch(() => {})
    stop(iterator)
  }
}

/** Tells a stream that nobody will read it. */
export function discardStream(result: StreamResult): void {
  stop(iterate(result))
}

async function pump(iterator: AsyncIterator<unknown>, sink: StreamSink): Promise<void> {
  for (;;) {
    const next = await iterator.next()
    if (next.done || sink.signal.aborted) return
    sink.send(next.value)
    await sink.ready()
  }
}

function iterate(result: StreamResult): AsyncIterator<unknown> {
  if (!(result instanceof ReadableStream)) return result[Symbol.asyncIterator]()
  // Not by its own iterator, which some browsers lack.
  const reader = result.getReader()
  return {
    next: () => reader.read(),
    return: async () => {
      await reader.cancel()
      return { done: true, value: undefined }
    },
  }
}

// Not awaited: a generator that waits for something else answers only when that has come.
function stop(iterator: AsyncIterator<unknown>): void {
  iterator.return?.().then(undefined, () => {})
}
