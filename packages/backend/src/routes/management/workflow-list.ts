import { z } from 'zod'
import { nodeWordOf } from '../../library/graph-words.ts'
import type { LibraryContext } from '../../library/library-context.ts'
import { type SortValue, pageList } from '../../library/page-list.ts'
import { triggerOf } from '../../library/trigger-of.ts'
import type { DefinitionRecord } from '../../store/library-records.ts'
import { pageView, showPage } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { type Operation, createOperation, reply, shape } from './operation.ts'
import { pageFields, searchShape } from './request-shapes.ts'
import { summarizeWorkflow, workflowSummaryView } from './views/workflow-view.ts'

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
      const direction = order ?? usualOrder(sort)
      const sortBy = (each: DefinitionRecord): SortValue => columnOf(library, each, sort)
      const page = pageList(wanted, { sortBy, direction, limit, cursor })
      return c.json(showPage('workflows', page, (each) => summarizeWorkflow(library, each)))
    },
  })
}

const isFound = ({ name, description }: DefinitionRecord, search: string): boolean =>
  [name, description].some((text) => text.toLowerCase().includes(search.toLowerCase()))

const usualOrder = (column: (typeof columns)[number]): 'asc' | 'desc' =>
  ['versions', 'executions', 'createdAt', 'updatedAt'].includes(column) ? 'desc' : 'asc'

function columnOf(
  { store }: LibraryContext,
  definition: DefinitionRecord,
  column: (typeof columns)[number],
): SortValue {
  switch (column) {
    case 'trigger': {
      const trigger = triggerOf(definition.draft)
      return trigger && nodeWordOf(definition.dialect, trigger)
    }
    case 'versions':
      return store.count('versions', definition.id)
    case 'executions':
      return store.count('runs', definition.id)
    case 'createdAt':
      return definition.at
    case 'name':
    case 'description':
    case 'category':
    case 'status':
    case 'updatedAt':
      return definition[column]
  }
}
