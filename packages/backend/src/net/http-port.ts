import type { HttpMethod } from '@threadwork/engine'

export interface HttpHeader {
  readonly name: string
  readonly value: string
  /** Whether a secret stands in it: then it goes to its first host and to no other. */
  readonly isSecret: boolean
}

/** All of it JSON. */
export interface HttpRequest {
  readonly method: HttpMethod
  /** http or https. */
  readonly url: string
  readonly headers: readonly HttpHeader[]
  readonly body: string | null
  readonly isBodySecret: boolean
  /** Whether a redirect is followed, five at most; else it is the answer. */
  readonly followsRedirects: boolean
  /** For everything: names, connections, redirects and the answer’s last byte. */
  readonly timeoutMs: number
  /** The most bytes of an answer, unpacked. */
  readonly maxBytes: number
}

/**
 * - `refused`: the address may not be reached; trying again changes nothing
 * - `network`: it could not be reached
 * - `timeout`, `too-large`, `redirects`: a limit was met
 * - `cancelled`: the caller’s signal was aborted
 */
export type HttpFailure = 'refused' | 'network' | 'timeout' | 'too-large' | 'redirects' | 'cancelled'

/** All of it JSON. `error` is a sentence that names the host, and nothing of the path, the query or a header. */
export type HttpAnswer =
  | {
      readonly type: 'answered'
      readonly status: number
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>
      readonly text: string
    }
  | { readonly type: 'failed'; readonly reason: HttpFailure; readonly error: string }

/** Sends requests that workflows ask for, to public addresses alone. */
export interface HttpPort {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>
}

/** A failure as data. */
export const httpFailure = (
  reason: HttpFailure,
  error: string,
): HttpAnswer & { readonly type: 'failed' } => ({
  type: 'failed',
  reason,
  error,
})
