import type { Admitted } from './gate.ts'
import { type Problem, ProblemError, problemResponse, problems } from './problem.ts'
import type { Settings, Upstream } from './settings.ts'
import { browserHeaders } from './upstream-header.ts'
import { failureOf, refusalOf } from './upstream-refusal.ts'

const originOf = (upstream: Upstream): string => `${upstream.isSecure ? 'https' : 'http'}://${upstream.host}`

/** Reads a body up to a limit; the announced length was checked at the gate, but a chunked one announces nothing. */
const readBody = async (request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (!request.body || limit === 0) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > limit)
      throw new ProblemError(problems.tooLarge(`Send at most ${limit} bytes to this address.`))
    chunks.push(chunk)
  }
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}

const lost = (isRead: boolean): Problem =>
  isRead
    ? problems.unreachable('Wait a moment and try again.')
    : problems.upstreamLost('The service may have received this. Look before you send it again.')

/**
 * Forwards with `fetch`, for hosts that have nothing else. On Node the stream path beside Hono carries these calls
 * (`node-forward.ts`): fetch costs more than twice as much a stream and ends an idle one after five minutes.
 */
export const forwardWithFetch = async (
  request: Request,
  admitted: Admitted,
  settings: Settings,
): Promise<Response> => {
  const body = await readBody(request, admitted.route.maxBody)
  const send = (headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${originOf(settings.upstream)}${admitted.path}`, {
      method: admitted.route.method,
      headers,
      redirect: 'manual',
      signal: request.signal,
      ...(body ? { body } : {}),
    }).catch((cause: unknown) => {
      throw new ProblemError(lost(admitted.isRead), { cause })
    })

  let answer = await send(admitted.headers)
  if (answer.status === 401) {
    const refusal = refusalOf(await answer.text())
    const headers = refusal.isNoAccess ? null : await admitted.renew()
    if (!headers || !admitted.isRead) return problemResponse(refusal.problem, admitted.requestId)
    answer = await send(headers)
    if (answer.status === 401)
      return problemResponse(refusalOf(await answer.text()).problem, admitted.requestId)
  }
  const headers = browserHeaders((name) => answer.headers.get(name), admitted.requestId)
  if (answer.status >= 500) {
    await answer.body?.cancel()
    return problemResponse(failureOf(answer.status), headers['x-request-id'] ?? admitted.requestId)
  }
  return new Response(answer.body, { status: answer.status, headers })
}
