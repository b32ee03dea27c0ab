import type { WireConversation } from '@threadwork/headless/wire'
import { Hono } from 'hono'
import { type BackendContext, isoTime } from '../context.ts'
import { createConversation, deleteConversation, newestTurn, readConversation } from '../conversation.ts'
import { stateOf } from '../profile.ts'
import type { ConversationRecord } from '../store/chat-records.ts'
import { type RouteEnv, type Routes, answer, pageOf, readBody, readLimit } from './route.ts'

/** Conversations: list, create, read, delete. */
export function conversationRoutes(context: BackendContext): Routes {
  const toWire = (conversation: ConversationRecord): WireConversation => {
    const state = stateOf(newestTurn(context, conversation), context.profile)
    return {
      conversation_id: conversation.id,
      topic: conversation.topic,
      state: context.faults.state?.(state) ?? state,
      last_event: conversation.lastEvent,
      created_at: isoTime(conversation.at),
      updated_at: isoTime(conversation.updatedAt),
    }
  }
  return new Hono<RouteEnv>()
    .get('/conversations', (c) => {
      const mine = context.store
        .list('conversations', c.var.user.userId)
        .toSorted((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1))
      const { page, cursor } = pageOf(mine, readLimit(c), c.req.query('cursor'))
      return answer(context, c, {
        [context.profile.listName]: page.map(toWire),
        total_count: mine.length,
        ...(cursor === null ? {} : { cursor }),
      })
    })
    .post('/conversations', async (c) => {
      await readBody(c)
      const { id } = createConversation(context, c.var.user)
      return answer(context, c, { conversation_id: id })
    })
    .get('/conversations/:id', (c) =>
      answer(context, c, toWire(readConversation(context, c.var.user, c.req.param('id')))),
    )
    .delete('/conversations/:id', (c) => {
      deleteConversation(context, readConversation(context, c.var.user, c.req.param('id')))
      return c.body(null, 204)
    })
}
