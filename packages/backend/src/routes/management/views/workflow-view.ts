import { type WorkflowGraph, dialects } from '@threadwork/engine'
import { z } from 'zod'
import { isoTime } from '../../../context.ts'
import { hasUnsavedChanges } from '../../../library/draft-changes.ts'
import { triggerOf } from '../../../library/trigger-of.ts'
import type { LibraryContext } from '../../../library/library-context.ts'
import type { DefinitionRecord } from '../../../store/library-records.ts'
import { type Shape, shape } from '../operation.ts'
import { graphFields, showGraph, showNode } from './graph-view.ts'

const summaryFields = {
  id: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.string(),
  dialect: z.enum(['graph', 'agent', 'conversation', 'threadwork']),
  status: z.enum(['draft', 'active', 'paused', 'archived']),
  statusWord: z.string().describe('The status in the words of the dialect.'),
  trigger: z
    .strictObject({ nodeId: z.string(), type: z.string(), typeWord: z.string(), name: z.string() })
    .nullable()
    .describe('What starts it, as the draft has it.'),
  activeVersion: z.int(),
  savedVersion: z.int().describe('What Clear goes back to.'),
  lastVersion: z.int(),
  versions: z.int().describe('How many versions there are.'),
  executions: z.int().describe('How often it was started, tests included.'),
  hasUnsavedChanges: z.boolean().describe('Whether the draft says more than the version it was saved to.'),
  createdAt: z.string(),
  updatedAt: z.string(),
}

/** A workflow in a list. */
export const workflowSummaryView: Shape = shape('WorkflowSummary', z.strictObject(summaryFields))

/** A workflow with what its draft or one of its versions says. */
export const workflowView: Shape = shape(
  'Workflow',
  z.strictObject({
    ...summaryFields,
    version: z.int().nullable().describe('Whose graph this is; null: the draft’s.'),
    ...graphFields,
  }),
)

/** Tells a workflow without its graph: a row of the list (C02). */
export function summarizeWorkflow({ store }: LibraryContext, definition: DefinitionRecord): object {
  const { at, updatedAt, parent: _team, draft, ...fields } = definition
  const { dialect, status } = definition
  const trigger = triggerOf(draft)
  const shown = trigger && showNode(dialect, trigger)
  return {
    ...fields,
    statusWord: dialects[dialect].workflowStatusWord(status),
    trigger: shown && { nodeId: shown.id, type: shown.type, typeWord: shown.typeWord, name: shown.name },
    versions: store.count('versions', definition.id),
    executions: store.count('runs', definition.id),
    hasUnsavedChanges: hasUnsavedChanges({ store }, definition),
    createdAt: isoTime(at),
    updatedAt: isoTime(updatedAt),
  }
}

/** Tells a workflow with a graph of its. */
export const showWorkflow = (
  library: LibraryContext,
  definition: DefinitionRecord,
  graph: WorkflowGraph = definition.draft,
  version: number | null = null,
): object => ({
  ...summarizeWorkflow(library, definition),
  version,
  ...showGraph(definition.dialect, graph),
})
