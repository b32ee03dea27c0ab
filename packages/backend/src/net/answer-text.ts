/** Reads a body as text in the charset that it names; `null` as soon as it is longer than `maxBytes`. */
export async function readAnswerText(
  body: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null,
  maxBytes: number,
  contentType: string | null,
): Promise<string | null> {
  const decoder = decoderFor(contentType)
  let text = ''
  let bytes = 0
  for await (const chunk of chunksOf(body)) {
    bytes += chunk.length
    if (bytes > maxBytes) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** Not every browser iterates over a stream. Leaving early lets go of the rest in either case. */
async function* chunksOf(
  body: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null,
): AsyncGenerator<Uint8Array> {
  if (body === null) return
  if (!(body instanceof ReadableStream)) {
    yield* body
    return
  }
  const reader = body.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel()
  }
}

function decoderFor(contentType: string | null): TextDecoder {
  const charset = /charset\s*=\s*"?([\w:.-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset)
  } catch {
    // A charset that nobody knows: what is legible as UTF-8 still is.
    return new TextDecoder()
  }
}
