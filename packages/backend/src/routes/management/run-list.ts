import { type RunStatus, dialects } from '@threadwork/engine'
import { z } from 'zod'
import { pageList } from '../../library/page-list.ts'
import { readDefinition } from '../../library/workflow-access.ts'
import { HttpProblem } from '../../problem.ts'
import type { RunRecord } from '../../store/run-records.ts'
import { pageView, showPage } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { masked } from './masked.ts'
import { type Operation, createOperation, reply, shape } from './operation.ts'
import { pageFields, searchShape } from './request-shapes.ts'
import { dialectOfRun } from './run-access.ts'
import { runSummaryView, summarizeRun } from './views/run-view.ts'

const ours: readonly RunStatus[] = ['queued', 'running', 'waiting', 'failed', 'completed', 'cancelled']

const listQuery = shape(
  'ListRuns',
  z.strictObject({
    workflowId: z.string().max(200).optional(),
    conversationId: z.string().max(200).optional(),
    status: z
      .string()
      .max(40)
      .optional()
      .describe('Our word or a dialect’s: running, In Progress, Pending …'),
    mode: z.enum(['production', 'test', 'manual']).optional(),
    search: searchShape.optional().describe('Only those whose id, workflow or error holds this.'),
    sort: z.enum(['createdAt', 'status', 'mode', 'workflowName', 'durationMs']).default('createdAt'),
    order: z.enum(['asc', 'desc']).default('desc'),
    ...pageFields,
  }),
)

/** The list of runs, newest first unless it is sorted otherwise (C20, G22). */
export function listRunsOperation(context: ManagementContext): Operation {
  const { library, runner } = context
  return createOperation({
    id: 'listRuns',
    method: 'get',
    path: '/runs',
    tag: 'Runs',
    summary: 'List runs',
    query: listQuery,
    replies: { 200: reply('A page of runs.', pageView('RunPage', 'runs', runSummaryView)) },
    handle: async ({ c, teamId, query }) => {
      const { workflowId, conversationId, status, mode, search, sort, order, limit, cursor } = query
      if (workflowId !== undefined) readDefinition(library, teamId, workflowId)
      const statuses = status === undefined ? null : statusesOf(status)
      const wanted = runner
        .list({
          teamId,
          ...(workflowId === undefined ? {} : { workflowId }),
          ...(conversationId === undefined ? {} : { conversationId }),
          ...(mode === undefined ? {} : { mode }),
        })
        .filter(({ run }) => statuses === null || statuses.includes(run.status))
        .filter((record) => search === undefined || isFound(record, search))
      const page = pageList(wanted, {
        sortBy: (record) => columnOf(record, sort),
        direction: order,
        limit,
        cursor,
      })
      const body = showPage('runs', page, (record) => summarizeRun(dialectOfRun(library, record), record))
      return c.json(await masked(context, teamId, body))
    },
  })
}

function statusesOf(word: string): readonly RunStatus[] {
  const meant = ours.filter((status) => status === word)
  const spoken = Object.values(dialects).flatMap((dialect) => dialect.runStatusesOf(word))
  const statuses = [...new Set([...meant, ...spoken])]
  if (statuses.length > 0) return statuses
  throw new HttpProblem(400, `“${word}” is no status of a run. Ours are: ${ours.join(', ')}.`)
}

const isFound = ({ id, run }: RunRecord, search: string): boolean =>
  [id, run.workflow.name, run.error ?? ''].some((text) => text.toLowerCase().includes(search.toLowerCase()))

function columnOf(
  { run }: RunRecord,
  column: 'createdAt' | 'status' | 'mode' | 'workflowName' | 'durationMs',
): string | number | null {
  switch (column) {
    case 'createdAt':
      return run.createdAt
    case 'status':
    case 'mode':
      return run[column]
    case 'workflowName':
      return run.workflow.name
    case 'durationMs':
      return run.startedAt === null || run.endedAt === null ? null : run.endedAt - run.startedAt
  }
}
