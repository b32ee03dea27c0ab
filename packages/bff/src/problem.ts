/** A refusal as RFC 9457 has it. `detail` is written for the person and never carries internals. */
export interface Problem {
  readonly status: number
  /** A stable word for programs; also sent as `error_code`, the name that the Headless API uses. */
  readonly code: string
  readonly title: string
  readonly detail: string
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number
}

/** Carries a problem to the one place that answers with it. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.title, options)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

type ProblemName =
  | 'badRequest'
  | 'signInFailed'
  | 'signedOut'
  | 'noAccess'
  | 'forbidden'
  | 'notFound'
  | 'methodNotAllowed'
  | 'tooLarge'
  | 'wrongType'
  | 'tooMany'
  | 'internal'
  | 'upstreamLost'
  | 'upstreamFailed'
  | 'unreachable'
  | 'signInUnreachable'
  | 'upstreamTimeout'

const problem =
  (status: number, code: string, title: string) =>
  (detail: string): Problem => ({ status, code, title, detail })

/** Every refusal that the BFF itself can give. */
export const problems: Readonly<Record<ProblemName, (detail: string) => Problem>> = {
  badRequest: problem(400, 'bad_request', 'The request cannot be read'),
  signInFailed: problem(400, 'sign_in_failed', 'The sign-in did not succeed'),
  signedOut: problem(401, 'signed_out', 'Nobody is signed in'),
  noAccess: problem(401, 'user_nonactive_or_missing', 'This account has no access'),
  forbidden: problem(403, 'cross_site_request', 'The request did not come from this app'),
  notFound: problem(404, 'not_found', 'There is nothing at this address'),
  methodNotAllowed: problem(405, 'method_not_allowed', 'This address does not take that method'),
  tooLarge: problem(413, 'too_large', 'The request is too large'),
  wrongType: problem(415, 'unsupported_media_type', 'The request has the wrong content type'),
  tooMany: problem(429, 'rate_limited', 'Too many requests'),
  internal: problem(500, 'internal_error', 'Something went wrong'),
  upstreamLost: problem(502, 'upstream_lost', 'The answer was lost'),
  upstreamFailed: problem(502, 'upstream_failed', 'The service behind this app failed'),
  unreachable: problem(503, 'upstream_unreachable', 'The service cannot be reached'),
  signInUnreachable: problem(503, 'sign_in_unreachable', 'The sign-in service cannot be reached'),
  upstreamTimeout: problem(504, 'upstream_timeout', 'The service did not answer in time'),
}

/** The JSON text of a problem, as `application/problem+json`. */
export const problemBody = (problem: Problem, requestId: string): string =>
  JSON.stringify({
    type: `urn:threadwork:problem:${problem.code}`,
    title: problem.title,
    status: problem.status,
    detail: problem.detail,
    error_code: problem.code,
    request_id: requestId,
  })

/** The headers that go with `problemBody`. */
export const problemHeaders = (problem: Problem, requestId: string): Record<string, string> => ({
  'content-type': 'application/problem+json',
  'cache-control': 'no-store',
  'x-request-id': requestId,
  ...(problem.retryAfter === undefined ? {} : { 'retry-after': String(problem.retryAfter) }),
})

/** A problem as a web `Response`. */
export const problemResponse = (problem: Problem, requestId: string): Response =>
  new Response(problemBody(problem, requestId), {
    status: problem.status,
    headers: problemHeaders(problem, requestId),
  })
