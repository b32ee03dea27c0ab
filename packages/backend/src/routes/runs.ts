import { Hono } from 'hono'
import type { BackendContext } from '../context.ts'
import { quote, readConversation } from '../conversation.ts'
import { notFound } from '../problem.ts'
import { type RunLog, createRunLog } from '../run-log.ts'
import type { TurnRecord } from '../store/chat-records.ts'
import { type RouteEnv, type Routes, readBody, readText, requireWord } from './route.ts'
import { streamRun } from './stream.ts'

/** Runs: taking up a stream again, and telling what one thinks of a reply. */
export function runRoutes(context: BackendContext): Routes {
  const readRun = (conversationId: string, runId: string): TurnRecord => {
    const turn = context.store.get('turns', runId)
    // A hidden run has no stream to take up; to its readers it is not there.
    if (turn?.parent !== conversationId || turn.isHidden) throw notFound(`The run ${quote(runId)}`)
    return turn
  }
  return new Hono<RouteEnv>()
    .get('/conversations/:id/genie-runs/:run', (c) => {
      const conversation = readConversation(context, c.var.user, c.req.param('id'))
      const log = logOf(context, readRun(conversation.id, c.req.param('run')))
      const lastId = c.req.header('Last-Event-ID')
      const from = lastId ? log.events.findIndex((event) => event.event_id === lastId) + 1 : 0
      return streamRun(context, c, log, from)
    })
    .post('/conversations/:id/genie-runs/:run/feedback', async (c) => {
      const conversation = readConversation(context, c.var.user, c.req.param('id'))
      const runId = c.req.param('run')
      if (context.store.get('turns', runId)?.parent !== conversation.id)
        throw notFound(`The run ${quote(runId)}`)
      const body = await readBody(c)
      context.store.put('feedback', {
        id: `${runId}:${c.var.user.userId}`,
        parent: conversation.id,
        at: context.clock.now(),
        runId,
        reaction: requireWord(body, 'reaction', ['positive', 'negative']),
        comment: readText(body, 'comment', 2000),
      })
      return c.body(null, 204)
    })
}

/** The living log of a run; for one that is over, what is still kept of its events. */
function logOf(context: BackendContext, turn: TurnRecord): RunLog {
  const living = context.logs.get(turn.id)
  if (living) return living
  const since = context.clock.now() - context.retentionMs
  const events = context.store
    .list('events', turn.parent)
    .filter((record) => record.runId === turn.id && record.at >= since)
    .map((record) => record.event)
  const log = createRunLog(turn.id, turn.parent, events)
  if (turn.status === 'left') {
    log.park(context.clock.now())
    // Among the living ones for as long as its streams may be, so that a shutdown reaches them.
    context.logs.set(turn.id, log)
    context.after(context.idleMs, () => context.logs.delete(turn.id))
  } else {
    log.end()
  }
  return log
}
