import { z } from 'zod'
import { cloneWorkflow } from '../../library/clone-workflow.ts'
import { graphOf } from '../../library/edit-graph.ts'
import { judgeGraph } from '../../library/judge-graph.ts'
import { publishDraft, saveDraft } from '../../library/save-workflow.ts'
import { clearDraft } from '../../library/versions.ts'
import { exportWorkflow } from '../../library/export-workflow.ts'
import { importShape, importWorkflow } from '../../library/import-workflow.ts'
import { readDefinition } from '../../library/workflow-access.ts'
import { statsOf } from '../../library/workflow-stats.ts'
import { isoTime } from '../../context.ts'
import type { ErrorRateRecord } from '../../store/run-records.ts'
import { errorRateOf } from '../../webhooks/error-rate-hook.ts'
import { askedEditable, askedWorkflow } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { masked } from './masked.ts'
import { type Operation, createOperation, reply, shape } from './operation.ts'
import { nameShape, queryVersion } from './request-shapes.ts'
import { problemsView, statsView } from './views/judgement-view.ts'
import { showWorkflow, workflowView } from './views/workflow-view.ts'

const saveBody = shape(
  'SaveWorkflow',
  z.strictObject({ name: nameShape.optional().describe('Of the new version, where one is made.') }),
)

/** Save, Publish, Clear, clones, exports, imports, and what can be said of a workflow as a whole. */
export function lifeOperations(context: ManagementContext): readonly Operation[] {
  const { library, runner } = context
  const answered = reply('The workflow.', workflowView)
  return [
    createOperation({
      id: 'saveWorkflow',
      method: 'post',
      path: '/workflows/:id/save',
      tag: 'Workflows',
      summary: 'Save the draft',
      description:
        'In a conversation workflow this makes a new version that is not active; in the others it commits the draft to the active version.',
      body: saveBody,
      replies: { 200: answered },
      handle: (asked) =>
        asked.c.json(
          showWorkflow(library, saveDraft(library, askedEditable(context, asked), asked.body.name)),
        ),
    }),
    createOperation({
      id: 'publishWorkflow',
      method: 'post',
      path: '/workflows/:id/publish',
      tag: 'Workflows',
      summary: 'Save the draft and activate what was saved',
      description: 'A draft that cannot run is refused with every problem and its place.',
      body: saveBody,
      replies: { 200: answered },
      handle: (asked) =>
        asked.c.json(
          showWorkflow(library, publishDraft(library, askedEditable(context, asked), asked.body.name)),
        ),
    }),
    createOperation({
      id: 'clearWorkflow',
      method: 'post',
      path: '/workflows/:id/clear',
      tag: 'Workflows',
      summary: 'Throw away what was not saved',
      replies: { 200: answered },
      handle: (asked) =>
        asked.c.json(showWorkflow(library, clearDraft(library, askedEditable(context, asked)))),
    }),
    createOperation({
      id: 'cloneWorkflow',
      method: 'post',
      path: '/workflows/:id/clone',
      tag: 'Workflows',
      summary: 'Clone a workflow with all or some of its versions',
      body: shape(
        'CloneWorkflow',
        z.strictObject({
          name: nameShape,
          versions: z
            .union([z.literal('all'), z.array(z.int().min(0)).min(1).max(1_000)])
            .optional()
            .describe('Their numbers; all of them when left out.'),
        }),
      ),
      replies: { 201: reply('The clone, a draft.', workflowView) },
      handle: (asked) => {
        const { name, versions } = asked.body
        const source = askedWorkflow(context, asked)
        const wanted = versions === undefined || versions === 'all' ? {} : { versions }
        return asked.c.json(showWorkflow(library, cloneWorkflow(library, source, { name, ...wanted })), 201)
      },
    }),
    createOperation({
      id: 'exportWorkflow',
      method: 'get',
      path: '/workflows/:id/export',
      tag: 'Workflows',
      summary: 'Export a workflow as a document',
      description:
        'With its draft and all its versions, in the words of its dialect or in ours. Values of variables are not part of it.',
      query: shape(
        'ExportWorkflow',
        z.strictObject({
          words: z
            .enum(['dialect', 'threadwork'])
            .default('dialect')
            .describe('In whose words; the dialect’s when left out.'),
        }),
      ),
      replies: { 200: reply('The document.', shape('WorkflowDocument', importShape)) },
      handle: (asked) =>
        asked.c.json(exportWorkflow(library, askedWorkflow(context, asked), asked.query.words)),
    }),
    createOperation({
      id: 'importWorkflow',
      method: 'post',
      path: '/workflows/import',
      tag: 'Workflows',
      summary: 'Import a document as a new workflow',
      description: 'Types of nodes that nobody here knows are kept as they are.',
      body: shape('WorkflowDocument', importShape),
      replies: { 201: reply('The new workflow, a draft.', workflowView) },
      handle: ({ c, teamId, body }) =>
        c.json(showWorkflow(library, importWorkflow(library, teamId, body)), 201),
    }),
    createOperation({
      id: 'validateWorkflow',
      method: 'get',
      path: '/workflows/:id/validate',
      tag: 'Workflows',
      summary: 'Find everything that is wrong with a draft or a version',
      query: shape(
        'ValidateWorkflow',
        z.strictObject({ version: queryVersion.default('draft').describe('The draft when left out.') }),
      ),
      replies: { 200: reply('Its problems; a workflow with an error is not activated.', problemsView) },
      handle: (asked) => {
        const definition = askedWorkflow(context, asked)
        const graph = graphOf(library, definition, asked.query.version)
        const problems = judgeGraph(library, definition, graph)
        return asked.c.json({ isSound: problems.every(({ severity }) => severity !== 'error'), problems })
      },
    }),
    createOperation({
      id: 'workflowStats',
      method: 'get',
      path: '/workflows/:id/stats',
      tag: 'Workflows',
      summary: 'Counts, success rate, error rate and latency',
      query: shape(
        'WorkflowStatsQuery',
        z.strictObject({
          mode: z
            .enum(['production', 'test', 'manual', 'all'])
            .optional()
            .describe('Left out: all but tests.'),
        }),
      ),
      replies: { 200: reply('The figures.', statsView) },
      handle: async ({ c, teamId, param, query: { mode } }) => {
        const { id: workflowId } = readDefinition(library, teamId, param('id'))
        const runs = runner
          .list({ teamId, workflowId })
          .map(({ run }) => run)
          .filter((run) => mode === 'all' || (mode ? run.mode === mode : run.mode !== 'test'))
        const { lastRunAt, ...stats } = statsOf(runs)
        const body = {
          workflowId,
          ...stats,
          lastRunAt: lastRunAt === null ? null : isoTime(lastRunAt),
          errorRateHook: showErrorRate(library.store.get('errorRates', workflowId)),
        }
        return c.json(await masked(context, teamId, body))
      },
    }),
  ]
}

function showErrorRate(record: ErrorRateRecord | null): object | null {
  if (record === null) return null
  const { isRaised, outcomes, call } = record
  return {
    isRaised,
    errorRate: errorRateOf(record),
    runs: outcomes.length,
    calledAt: call === null ? null : isoTime(call.at),
    status: call?.status ?? null,
    error: call?.error ?? null,
  }
}
