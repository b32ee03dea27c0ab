import type { UploadProgress } from '@threadwork/core'
import type { Fetch } from './request.ts'

const headersOf = (request: XMLHttpRequest): Headers => {
  const headers = new Headers()
  for (const line of request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)) {
    const at = line.indexOf(':')
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 1).trim())
  }
  return headers
}

// A response that may not have a body must not be given one, not even an empty one.
const hasNoBody = (status: number): boolean => status === 204 || status === 205 || status === 304

/**
 * A `fetch` that tells how much of the body has left, which the browser's own cannot. For requests whose answer is
 * short: it is read whole.
 */
export const progressFetch =
  (onProgress: (progress: UploadProgress) => void): Fetch =>
  (input, init) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open(init.method ?? 'GET', input)
      // Of a text, a response would make up a content type.
      request.responseType = 'arraybuffer'
      for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value)
      request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) =>
        onProgress({ sent: loaded, total: lengthComputable ? total : null }),
      )
      request.addEventListener('load', () => {
        const { status } = request
        const answer: unknown = request.response
        const body = hasNoBody(status) || !(answer instanceof ArrayBuffer) ? null : answer
        resolve(new Response(body, { status, headers: headersOf(request) }))
      })
      request.addEventListener('error', () => reject(new TypeError('The request broke off.')))
      request.addEventListener('abort', () =>
        reject(new DOMException('The request was given up.', 'AbortError')),
      )
      init.signal?.addEventListener('abort', () => request.abort())
      // An upload's body is a form: the other kinds of a `fetch` body are not used here.
      request.send(init.body instanceof FormData ? init.body : null)
    })
