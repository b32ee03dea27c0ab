import { z } from 'zod'
import { changeStatus } from '../../library/change-status.ts'
import { requireCap } from '../../library/concurrency.ts'
import { createWorkflow } from '../../library/create-workflow.ts'
import { deleteWorkflow } from '../../library/delete-workflow.ts'
import { type GraphName, changeGraph, graphOf, replaceGraph } from '../../library/edit-graph.ts'
import { MAX_DESCRIPTION } from '../../library/graph-limits.ts'
import { edgesShape, nodesShape, objectShape } from '../../library/graph-shape.ts'
import { startingGraph } from '../../library/starting-graph.ts'
import { changeDefinition, readDefinition, readEditable } from '../../library/workflow-access.ts'
import { askedWorkflow } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { type Operation, createOperation, reply, shape } from './operation.ts'
import { bodyVersion, nameShape, queryVersion } from './request-shapes.ts'
import { showWorkflow, workflowView } from './views/workflow-view.ts'

const description = z.string().max(MAX_DESCRIPTION)
const category = z.string().max(200)

const createBody = shape(
  'CreateWorkflow',
  z.strictObject({
    name: nameShape,
    description: z.exactOptional(description),
    category: z.exactOptional(category),
    dialect: z
      .enum(['graph', 'agent', 'conversation', 'threadwork'])
      .optional()
      .describe('Whose words and habits it has; graph when left out.'),
    trigger: z
      .union([
        z.string().min(1).max(120),
        z.strictObject({
          type: z.string().min(1).max(120),
          name: z.string().max(200).optional(),
          config: objectShape.optional(),
        }),
      ])
      .optional()
      .describe(
        'What starts it, by its type; a conversation workflow begins with New Conversation when left out.',
      ),
  }),
)

const patchBody = shape(
  'UpdateWorkflow',
  z.strictObject({
    name: z.exactOptional(nameShape),
    description: z.exactOptional(description),
    category: z.exactOptional(category),
    status: z
      .enum(['draft', 'active', 'paused', 'archived'])
      .optional()
      .describe('Publish and Activate make a workflow active as well.'),
    version: bodyVersion
      .optional()
      .describe('Whose nodes, edges and settings are changed; the draft when left out.'),
    nodes: nodesShape.optional().describe('All of them, in place of those that are there.'),
    edges: edgesShape.optional().describe('All of them, in place of those that are there.'),
    settings: objectShape.optional().describe('Those that change.'),
  }),
)

/** Making, reading, changing and deleting workflows. */
export function workflowOperations(context: ManagementContext): readonly Operation[] {
  const { library, runner } = context
  const shown = (teamId: string, id: string, version: GraphName = 'draft'): object => {
    const definition = readDefinition(library, teamId, id)
    return showWorkflow(
      library,
      definition,
      graphOf(library, definition, version),
      version === 'draft' ? null : version,
    )
  }
  return [
    createOperation({
      id: 'createWorkflow',
      method: 'post',
      path: '/workflows',
      tag: 'Workflows',
      summary: 'Create a workflow',
      description:
        'Version 0 is made at once and is the active one; the workflow is a draft until it is activated or published.',
      body: createBody,
      replies: { 201: reply('The new workflow.', workflowView) },
      handle: ({ c, teamId, body: { trigger, ...fields } }) => {
        const dialect = fields.dialect ?? 'graph'
        const graph = startingGraph(dialect, typeof trigger === 'string' ? { type: trigger } : trigger)
        const { id } = createWorkflow(library, teamId, { ...fields, dialect, graph })
        return c.json(shown(teamId, id), 201)
      },
    }),
    createOperation({
      id: 'getWorkflow',
      method: 'get',
      path: '/workflows/:id',
      tag: 'Workflows',
      summary: 'Read a workflow',
      query: shape(
        'GetWorkflow',
        z.strictObject({
          version: queryVersion.optional().describe('Whose graph is wanted; the draft’s when left out.'),
        }),
      ),
      replies: { 200: reply('The workflow with a graph.', workflowView) },
      handle: ({ c, teamId, query, param }) => c.json(shown(teamId, param('id'), query.version)),
    }),
    createOperation({
      id: 'updateWorkflow',
      method: 'patch',
      path: '/workflows/:id',
      tag: 'Workflows',
      summary: 'Update a workflow',
      description:
        'Its name, description, category and status, and the nodes, edges and settings of its draft or of one of its versions. Changes of the draft are kept at once. All of it is taken, or nothing is.',
      body: patchBody,
      replies: { 200: reply('The workflow with the graph that was changed.', workflowView) },
      handle: ({
        c,
        teamId,
        param,
        body: { status, version = 'draft', nodes, edges, settings, ...facts },
      }) => {
        library.store.transaction(() => {
          const current = readDefinition(library, teamId, param('id'))
          // What is archived takes no change but this one.
          if (status && current.status === 'archived') changeStatus(library, current, status)
          const definition = changeDefinition(library, readEditable(library, teamId, param('id')), facts)
          if (nodes ?? edges ?? settings) {
            if (typeof settings?.['concurrency'] === 'number')
              requireCap(library, teamId, settings['concurrency'], 'settings.concurrency')
            const graph = changeGraph(definition.dialect, graphOf(library, definition, version), {
              nodes,
              edges,
              settings,
            })
            replaceGraph(library, definition, version, graph)
          }
          if (status) changeStatus(library, readDefinition(library, teamId, param('id')), status)
        })
        return c.json(shown(teamId, param('id'), version))
      },
    }),
    createOperation({
      id: 'deleteWorkflow',
      method: 'delete',
      path: '/workflows/:id',
      tag: 'Workflows',
      summary: 'Delete a workflow with all its versions and runs',
      description:
        'It cannot be undone, and has to be confirmed with the workflow’s name, in the address or in the body.',
      query: shape(
        'DeleteWorkflowQuery',
        z.strictObject({ confirm: z.string().max(200).optional().describe('The workflow’s name.') }),
      ),
      body: shape('DeleteWorkflow', z.strictObject({ confirm: z.string().max(200).optional() })),
      replies: {
        200: reply(
          'What was taken away.',
          shape('DeletedWorkflow', z.strictObject({ id: z.string(), versions: z.int(), runs: z.int() })),
        ),
      },
      handle: (asked) => {
        const definition = askedWorkflow(context, asked)
        const confirmation = asked.query.confirm ?? asked.body.confirm ?? null
        return asked.c.json({
          id: definition.id,
          ...deleteWorkflow({ library, runner, unit: context.automation.unit }, definition, confirmation),
        })
      },
    }),
  ]
}
