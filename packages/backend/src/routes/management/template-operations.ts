import { type Example, exampleWorkflows } from '@threadwork/engine'
import { z } from 'zod'
import { createFromTemplate, readTemplate } from '../../library/templates.ts'
import { triggerOf } from '../../library/trigger-of.ts'
import type { ManagementContext } from './management-context.ts'
import { type Operation, createOperation, reply, shape } from './operation.ts'
import { nameShape } from './request-shapes.ts'
import { graphFields, showGraph, showNode } from './views/graph-view.ts'
import { showWorkflow, workflowView } from './views/workflow-view.ts'

const summaryFields = {
  id: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.string(),
  dialect: z.enum(['graph', 'agent', 'conversation', 'threadwork']),
  trigger: z.string().nullable().describe('In the words of the dialect.'),
  variables: z
    .array(z.string())
    .describe('Global variables that it reads; those that are missing are created with it.'),
  secrets: z
    .array(z.strictObject({ name: z.string(), hosts: z.array(z.string()) }))
    .describe('Secrets that it needs, and where it sends them.'),
}
const summaryView = shape('TemplateSummary', z.strictObject(summaryFields))
const templateView = shape(
  'Template',
  z.strictObject({
    ...summaryFields,
    sample: z.record(z.string(), z.unknown()).describe('What a test begins with.'),
    ...graphFields,
  }),
)

const summarize = ({
  id,
  name,
  description,
  category,
  dialect,
  graph,
  globals,
  secrets,
}: Example): object => {
  const trigger = triggerOf(graph)
  return {
    id,
    name,
    description,
    category,
    dialect,
    trigger: trigger && showNode(dialect, trigger).typeWord,
    variables: Object.keys(globals),
    secrets,
  }
}

/** Workflows that ship, to begin with. */
export function templateOperations({ library }: ManagementContext): readonly Operation[] {
  return [
    createOperation({
      id: 'listTemplates',
      method: 'get',
      path: '/templates',
      tag: 'Templates',
      summary: 'List templates',
      replies: {
        200: reply(
          'All of them.',
          shape('TemplateList', z.strictObject({ templates: z.array(summaryView.schema), total: z.int() })),
        ),
      },
      handle: ({ c }) =>
        c.json({ templates: exampleWorkflows.map(summarize), total: exampleWorkflows.length }),
    }),
    createOperation({
      id: 'getTemplate',
      method: 'get',
      path: '/templates/:template',
      tag: 'Templates',
      summary: 'Read a template',
      replies: { 200: reply('The template with its graph.', templateView) },
      handle: ({ c, param }) => {
        const template = readTemplate(param('template'))
        const graph = showGraph(template.dialect, template.graph)
        return c.json({ ...summarize(template), sample: template.sample, ...graph })
      },
    }),
    createOperation({
      id: 'createFromTemplate',
      method: 'post',
      path: '/templates/:template/workflows',
      tag: 'Templates',
      summary: 'Create a workflow from a template',
      body: shape(
        'CreateFromTemplate',
        z.strictObject({ name: nameShape.optional().describe('The template’s when left out.') }),
      ),
      replies: { 201: reply('The new workflow, a draft.', workflowView) },
      handle: async ({ c, teamId, param, body }) => {
        const template = readTemplate(param('template'))
        const definition = await createFromTemplate(library, teamId, { template, name: body.name })
        return c.json(showWorkflow(library, definition), 201)
      },
    }),
  ]
}
