import { KEY_HEADER, SHOWN_HEADER } from '@threadwork/headless/wire'
import { Hono } from 'hono'
import type { BackendContext } from '../context.ts'
import { HttpProblem } from '../problem.ts'
import { decideApproval } from '../chat/decide-approval.ts'
import { type RouteContext, type RouteEnv, type Routes, readBody, readText, requireWord } from './route.ts'

const longestKey = 200

function readKey(c: RouteContext): string | null {
  const key = c.req.header(KEY_HEADER) ?? null
  if (key === null || key.length <= longestKey) return key
  throw new HttpProblem(400, `“${KEY_HEADER}” is longer than ${longestKey} characters. Send a shorter one.`)
}

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
      shown: c.req.header(SHOWN_HEADER) ?? null,
      key: readKey(c),
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
