import { Hono } from 'hono'
import { outputOf } from '../agent/skill-outputs.ts'
import type { BackendContext } from '../context.ts'
import { quote, readConversation } from '../conversation.ts'
import { HttpProblem, notFound } from '../problem.ts'
import type { RouteEnv, Routes } from './route.ts'

/**
 * What a skill made, as the job behind it left it. The documented API has no word for it: a host reads it from where
 * its recipes run, and serves it beside the conversation.
 */
export function skillOutputRoutes(context: BackendContext): Routes {
  return new Hono<RouteEnv>().get('/conversations/:id/skill-output', (c) => {
    const conversation = readConversation(context, c.var.user, c.req.param('id'))
    const runId = c.req.query('run_id')
    const skillName = c.req.query('skill_name')
    if (!runId || !skillName) {
      throw new HttpProblem(400, 'Say whose output: `run_id` and `skill_name` are both needed in the query.')
    }
    const isDone = context.store
      .list('events', conversation.id)
      .some(
        ({ runId: run, event }) =>
          run === runId && event.type === 'skill.completed' && event.skill_name === skillName,
      )
    if (!isDone) throw notFound(`A completed skill ${quote(skillName)} in the run ${quote(runId)}`)
    return c.json({ output: outputOf(skillName, context.clock.now()) ?? null })
  })
}
