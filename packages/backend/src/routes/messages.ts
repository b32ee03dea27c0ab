import type { WireAttachment, WireMessage } from '@threadwork/headless/wire'
import { Hono } from 'hono'
import { type BackendContext, isoTime } from '../context.ts'
import { readConversation } from '../conversation.ts'
import type { MessageRecord } from '../store/chat-records.ts'
import { startTurn } from '../chat/start-turn.ts'
import {
  type RouteEnv,
  type Routes,
  answer,
  pageOf,
  readBody,
  readLimit,
  readText,
  requireText,
} from './route.ts'
import { streamRun } from './stream.ts'

/** The longest message that is taken, in characters. */
export const longestMessage = 20_000

const attachmentsOf = (context: BackendContext, { fileId }: MessageRecord): readonly WireAttachment[] => {
  const file = fileId === null ? null : context.store.get('files', fileId)
  return file ? [{ file_id: file.id, name: file.name, media_type: file.mediaType, size: file.bytes }] : []
}

const toWire = (context: BackendContext, message: MessageRecord): WireMessage => ({
  message_id: message.id,
  source: message.source,
  content: message.content,
  ...(message.runId === null ? {} : { genie_run_id: message.runId }),
  ...(message.clientMessageId === null ? {} : { client_message_id: message.clientMessageId }),
  created_at: isoTime(message.at),
  ...(message.actions === undefined ? {} : { actions: message.actions }),
  ...(message.judgedBy === undefined ? {} : { judged_by: message.judgedBy }),
  ...(message.fileId === null ? {} : { attachments: attachmentsOf(context, message) }),
})

/** Messages: the history, newest first, and sending one. */
export function messageRoutes(context: BackendContext): Routes {
  return new Hono<RouteEnv>()
    .get('/conversations/:id/messages', (c) => {
      const conversation = readConversation(context, c.var.user, c.req.param('id'))
      const messages = context.store.list('messages', conversation.id).toReversed()
      const { page, cursor } = pageOf(messages, readLimit(c), c.req.query('cursor'))
      return answer(context, c, {
        messages: page.map((message) => toWire(context, message)),
        total_count: messages.length,
        ...(cursor === null ? {} : { cursor }),
      })
    })
    .post('/conversations/:id/messages', async (c) => {
      const body = await readBody(c)
      const { log } = startTurn(context, {
        user: c.var.user,
        conversationId: c.req.param('id'),
        text: requireText(body, 'message', longestMessage),
        fileId: readText(body, 'file_id'),
        wire: 'headless',
      })
      if (body['stream'] === true) return streamRun(context, c, log, 0)
      return answer(context, c, { conversation_id: log.conversationId, genie_run_id: log.runId })
    })
}
