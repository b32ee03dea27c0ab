import { Hono } from 'hono'
import type { BackendContext } from '../context.ts'
import { decideApproval } from '../turn/decide-approval.ts'
import { type RouteContext, type RouteEnv, type Routes, readBody, readText, requireWord } from './route.ts'

/** Decisions about skills and about matters of business. */
export function approvalRoutes(context: BackendContext): Routes {
  const decide = async (
    c: RouteContext,
    scope: 'skill' | 'business',
    conversationId: string,
    callId: string,
  ): Promise<Response> => {
    const body = await readBody(c)
    const reason = readText(body, 'rejection_reason', 1000)
    decideApproval(context, c.var.user, {
      conversationId,
      callId,
      scope,
      resolution: requireWord(body, 'resolution', ['approved', 'rejected']),
      ...(reason === null ? {} : { rejection_reason: reason }),
    })
    return c.body(null, 204)
  }
  return new Hono<RouteEnv>()
    .post('/conversations/:id/skill_approval/:call', (c) =>
      decide(c, 'skill', c.req.param('id'), c.req.param('call')),
    )
    .post('/conversations/:id/business_approval/:call', (c) =>
      decide(c, 'business', c.req.param('id'), c.req.param('call')),
    )
}
