import { Hono } from 'hono'
import { type BackendContext, isoTime } from '../context.ts'
import { readConversation } from '../conversation.ts'
import { HttpProblem } from '../problem.ts'
import { type RouteEnv, type Routes, answer, readLimit } from './route.ts'

/** The events of a conversation that are still kept, oldest first; `since_created_at` is inclusive. */
export function eventRoutes(context: BackendContext): Routes {
  return new Hono<RouteEnv>().get('/conversations/events', (c) => {
    const id = c.req.query('conversation_id')
    if (!id) {
      throw new HttpProblem(
        400,
        '“conversation_id” is missing: say whose events are wanted, as conversation_id=conv_….',
      )
    }
    const conversation = readConversation(context, c.var.user, id)
    const since = Math.max(
      readSince(c.req.query('since_created_at')),
      context.clock.now() - context.retentionMs,
    )
    const limit = readLimit(c, 100)
    const events = context.store.list('events', conversation.id).filter((record) => record.at >= since)
    const page = events.slice(0, limit)
    const last = events.length > limit ? page.at(-1) : undefined
    return answer(context, c, {
      events: page.map((record) => record.event),
      ...(last ? { next_since_created_at: isoTime(last.at) } : {}),
    })
  })
}

function readSince(text: string | undefined): number {
  if (text === undefined || text === '') return 0
  const at = /^\d+$/.test(text) ? Number(text) : Date.parse(text)
  if (Number.isNaN(at)) {
    throw new HttpProblem(400, '“since_created_at” has to be a time like 2026-11-21T12:00:00Z.')
  }
  return at
}
