import type { IncomingMessage, ServerResponse } from 'node:http'
import { randomId } from './identifier.ts'
import { errorFields } from './log.ts'
import type { BffParts } from './parts.ts'
import { type Problem, problemBody, ProblemError, problemHeaders, problems } from './problem.ts'
import { inboundOf } from './raw-request.ts'
import { relay } from './relay.ts'
import { splice } from './splice.ts'

/** Answers a refusal on node:http. What is left of the request's body is not read. */
export const answerProblem = (
  parts: BffParts,
  response: ServerResponse,
  problem: Problem,
  requestId: string = randomId(),
): void => {
  if (response.closed || response.destroyed) return
  if (response.headersSent) {
    // Half an answer must look broken, never finished.
    response.destroy()
    return
  }
  if (!response.req.complete) response.setHeader('connection', 'close')
  response.writeHead(problem.status, { ...parts.securityHeaders, ...problemHeaders(problem, requestId) })
  response.end(problemBody(problem, requestId))
}

const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : problems.internal('Try again. If it goes on, give the request id to whoever runs this service.')

/** Carries one `/api` or `/hubs` call over node:http and node:net, beside Hono. Never rejects. */
export const forwardOnNode = async (
  parts: BffParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const started = Date.now()
  const fields: Record<string, unknown> = { method: request.method }
  let isStream = false
  response.once('close', () => {
    const ms = Date.now() - started
    parts.log.info({ ...fields, status: response.statusCode, ms }, 'call')
    const { code, route } = fields
    if (typeof code === 'string') parts.metrics.refusal(code)
    if (typeof route === 'string')
      parts.metrics.call(route, request.method ?? '', response.statusCode, isStream ? null : ms / 1_000)
  })
  try {
    const admission = await parts.gate.admit(inboundOf(request, 'call'))
    fields['request_id'] = admission.requestId
    if (admission.type === 'refused') {
      fields['code'] = admission.problem.code
      answerProblem(parts, response, admission.problem, admission.requestId)
      return
    }
    fields['route'] = admission.route.pattern
    if (response.closed) return
    const { kind, method } = admission.route
    isStream = kind === 'stream' || (kind === 'hub' && method === 'GET')
    if (isStream) await splice(parts, admission, request, response)
    else await relay({ parts, admitted: admission, request, response })
  } catch (error) {
    const problem = problemOf(error)
    Object.assign(fields, { code: problem.code }, errorFields(error))
    const { request_id: requestId } = fields
    answerProblem(parts, response, problem, typeof requestId === 'string' ? requestId : randomId())
  }
}
