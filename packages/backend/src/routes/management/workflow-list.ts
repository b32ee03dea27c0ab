import { z } from 'zod'
import { type SortValue, pageList } from '../../library/page-list.ts'
import type { DefinitionRecord } from '../../store/library-records.ts'
import { pageView, showPage } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { type Operation, createOperation, reply, shape } from './operation.ts'
import { pageFields, searchShape } from './request-shapes.ts'
import { type WorkflowSummary, summarizeWorkflow, workflowSummaryView } from './views/workflow-view.ts'

const statuses = ['draft', 'active', 'paused', 'archived'] as const
const columns = [
  'name',
  'description',
  'category',
  'trigger',
  'status',
  'versions',
  'executions',
  'createdAt',
  'updatedAt',
] as const

const listQuery = shape(
  'ListWorkflows',
  z.strictObject({
    status: z.enum(statuses).optional().describe('Only those of this status.'),
    category: z.string().max(200).optional().describe('Only those of this category.'),
    dialect: z.enum(['graph', 'agent', 'conversation', 'threadwork']).optional(),
    search: searchShape.optional().describe('Only those whose name or description holds this.'),
    sort: z.enum(columns).default('updatedAt').describe('A column; updatedAt when left out.'),
    order: z
      .enum(['asc', 'desc'])
      .optional()
      .describe('Left out: texts from A on, figures and moments from the largest on.'),
    ...pageFields,
  }),
)

/** The list of workflows: filtered, searched, sorted by any column, in pages (C02–C05, G20). */
export function listWorkflowsOperation({ library }: ManagementContext): Operation {
  return createOperation({
    id: 'listWorkflows',
    method: 'get',
    path: '/workflows',
    tag: 'Workflows',
    summary: 'List workflows',
    query: listQuery,
    replies: {
      200: reply('A page of workflows.', pageView('WorkflowPage', 'workflows', workflowSummaryView)),
    },
    handle: ({ c, teamId, query }) => {
      const { status, category, dialect, search, sort, order, limit, cursor } = query
      const wanted = library.store
        .list('definitions', teamId)
        .filter((each) => status === undefined || each.status === status)
        .filter((each) => category === undefined || each.category === category)
        .filter((each) => dialect === undefined || each.dialect === dialect)
        .filter((each) => search === undefined || isFound(each, search))
        .map((each) => summarizeWorkflow(library, each))
      const direction = order ?? usualOrder(sort)
      const page = pageList(wanted, { sortBy: (row) => columnOf(row, sort), direction, limit, cursor })
      return c.json(showPage('workflows', page, (row) => row))
    },
  })
}

const isFound = ({ name, description }: DefinitionRecord, search: string): boolean =>
  [name, description].some((text) => text.toLowerCase().includes(search.toLowerCase()))

const usualOrder = (column: (typeof columns)[number]): 'asc' | 'desc' =>
  ['versions', 'executions', 'createdAt', 'updatedAt'].includes(column) ? 'desc' : 'asc'

const columnOf = (row: WorkflowSummary, column: (typeof columns)[number]): SortValue =>
  column === 'trigger' ? (row.trigger?.typeWord ?? null) : row[column]
