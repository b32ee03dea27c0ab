import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** What the client did that cannot be done. Answered as problem+json (RFC 9457) by `answerProblem`. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly status: ContentfulStatusCode
  /** Further members of the body, such as `errors` by field. */
  readonly members: Readonly<Record<string, unknown>>

  /** `detail`: what happened, why, and what to do. */
  constructor(status: ContentfulStatusCode, detail: string, members: Readonly<Record<string, unknown>> = {}) {
    super(detail)
    this.status = status
    this.members = members
  }
}

const titles: Readonly<Partial<Record<number, string>>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  422: 'Cannot be taken as it is',
  503: 'Not available',
}

/** Answers an error as problem+json. What is not an `HttpProblem` shows nothing of its insides. */
export function answerProblem(
  error: unknown,
  context: Context,
  reportDefect: (error: unknown) => void,
): Response {
  if (!(error instanceof HttpProblem)) reportDefect(error)
  const status = error instanceof HttpProblem ? error.status : 500
  const detail =
    error instanceof HttpProblem
      ? error.message
      : 'The server could not finish this request because of a defect of its own. Try again; if it stays, report the request id.'
  const members = error instanceof HttpProblem ? error.members : {}
  const body = { type: 'about:blank', title: titles[status] ?? 'Server error', status, detail, ...members }
  return context.json({ ...body, message: detail }, status, { 'Content-Type': 'application/problem+json' })
}

/** The answer for everything that is not there, or is somebody else's: nobody learns which. */
export const notFound = (what: string): HttpProblem =>
  new HttpProblem(404, `${what} was not found. It may have been deleted, or belong to somebody else.`)
