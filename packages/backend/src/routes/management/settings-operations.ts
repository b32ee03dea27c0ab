import { z } from 'zod'
import {
  concurrencyLimits,
  effectiveConcurrency,
  setTeamConcurrency,
  setWorkflowCap,
  teamConcurrency,
} from '../../library/concurrency.ts'
import { readEditable } from '../../library/workflow-access.ts'
import type { ManagementContext } from './management-context.ts'
import { type Operation, createOperation, reply, shape } from './operation.ts'

const view = shape(
  'Concurrency',
  z.strictObject({
    limit: z.int().describe('The most runs at once of the whole team.'),
    workflows: z.array(
      z.strictObject({
        workflowId: z.string(),
        name: z.string(),
        limit: z.int().describe('Its own cap; 0 is the team’s limit.'),
        effectiveLimit: z.int(),
      }),
    ),
  }),
)

/** How many runs there may be at once. */
export function settingsOperations({ library, runner }: ManagementContext): readonly Operation[] {
  const shown = (teamId: string): object => {
    const limit = teamConcurrency(library, teamId)
    const workflows = library.store.list('definitions', teamId).map(({ id, name }) => {
      const cap = concurrencyLimits(library, teamId, id).workflow
      return { workflowId: id, name, limit: cap, effectiveLimit: effectiveConcurrency(limit, cap) }
    })
    return { limit, workflows }
  }
  return [
    createOperation({
      id: 'getConcurrency',
      method: 'get',
      path: '/settings/concurrency',
      tag: 'Settings',
      summary: 'Read the limits of concurrent runs',
      replies: { 200: reply('The team’s limit, and the cap of each workflow.', view) },
      handle: ({ c, teamId }) => c.json(shown(teamId)),
    }),
    createOperation({
      id: 'updateConcurrency',
      method: 'patch',
      path: '/settings/concurrency',
      tag: 'Settings',
      summary: 'Change the limit of the team, or the cap of a workflow',
      body: shape(
        'UpdateConcurrency',
        z.union([
          z.strictObject({ limit: z.int().min(1).max(1_000).describe('Of the whole team.') }),
          z.strictObject({
            workflowId: z.string().min(1).max(200),
            limit: z.int().min(0).max(1_000).describe('0: the team’s limit.'),
          }),
        ]),
      ),
      replies: { 200: reply('All limits.', view) },
      handle: ({ c, teamId, body }) => {
        if ('workflowId' in body)
          setWorkflowCap(library, readEditable(library, teamId, body.workflowId), body.limit)
        else setTeamConcurrency(library, teamId, body.limit)
        // Runs that wait may have a slot now.
        runner.sweep()
        return c.json(shown(teamId))
      },
    }),
  ]
}
