import type { WireLink } from '@threadwork/headless/wire'
import { Hono } from 'hono'
import type { BackendContext } from '../context.ts'
import { readAttempt } from '../conversation.ts'
import { notFound } from '../problem.ts'
import type { AttemptRecord } from '../store/chat-records.ts'
import { settleConnection } from '../chat/settle-connection.ts'
import { linkOf, withLivingLink } from '../chat/connections.ts'
import { type RouteEnv, type Routes, answer, readBody } from './route.ts'

const statuses: Readonly<Record<AttemptRecord['status'], WireLink['status']>> = {
  pending: 'auth_required',
  authorized: 'authorized',
  denied: 'failed',
  skipped: 'skipped',
}

/** Connection attempts: where one stands, with a link that works, and skipping it. */
export function connectionRoutes(context: BackendContext): Routes {
  return new Hono<RouteEnv>()
    .post('/runtime_connection/:attempt/link', (c) => {
      if (!context.profile.hasLinkEndpoint) throw notFound('This endpoint')
      const attempt = readAttempt(context, c.var.user, c.req.param('attempt'))
      const status = statuses[attempt.status]
      // The same link until it expires: whoever polls must not pull it away from under an open page.
      const body: WireLink =
        status === 'auth_required'
          ? { status, auth_link: linkOf(context, withLivingLink(context, attempt)) }
          : { status }
      return answer(context, c, body)
    })
    .post('/runtime_connection/:attempt/reject', async (c) => {
      await readBody(c)
      settleConnection(context, readAttempt(context, c.var.user, c.req.param('attempt')), 'skipped')
      return c.body(null, 204)
    })
}
