import type { WorkflowGraph } from '@threadwork/engine'
import { z } from 'zod'
import { type GraphName, graphOf, replaceGraph } from '../../library/edit-graph.ts'
import type { NodeDocument } from '../../library/graph-shape.ts'
import { readDefinition, readEditable } from '../../library/workflow-access.ts'
import type { DefinitionRecord } from '../../store/library-records.ts'
import type { ManagementContext } from './management-context.ts'
import { type Shape, shape } from './operation.ts'
import { bodyVersion, queryVersion } from './request-shapes.ts'

/** Which graph a request means. */
export interface AskedGraph {
  readonly workflowId: string
  readonly version?: GraphName | undefined
}

/** A graph that is read or changed, and how it is put back. */
export interface OpenedGraph {
  readonly definition: DefinitionRecord
  readonly graph: WorkflowGraph
  readonly place: { readonly workflowId: string; readonly version: number | null }
  keep(graph: WorkflowGraph): void
}

const workflowId = z.string().min(1).max(200)

/** The fields of a body that name a graph. */
export const bodyPlace: {
  readonly workflowId: z.ZodType<string>
  readonly version: z.ZodType<GraphName | undefined>
} = {
  workflowId,
  version: bodyVersion.optional().describe('Its number; the draft when left out.'),
}

/** A query that names a graph. */
export const queryPlace: Shape<AskedGraph> = shape(
  'GraphPlace',
  z.strictObject({
    workflowId,
    version: queryVersion.optional().describe('Its number; the draft when left out.'),
  }),
)

/** Opens a graph to be read. */
export const openToRead = ({ library }: ManagementContext, teamId: string, asked: AskedGraph): OpenedGraph =>
  open({ library }, readDefinition(library, teamId, asked.workflowId), asked)

/** Opens a graph to be changed. */
export const openToEdit = ({ library }: ManagementContext, teamId: string, asked: AskedGraph): OpenedGraph =>
  open({ library }, readEditable(library, teamId, asked.workflowId), asked)

const open = (
  { library }: Pick<ManagementContext, 'library'>,
  definition: DefinitionRecord,
  { version = 'draft' }: AskedGraph,
): OpenedGraph => ({
  definition,
  graph: graphOf(library, definition, version),
  place: { workflowId: definition.id, version: version === 'draft' ? null : version },
  keep: (graph) => replaceGraph(library, definition, version, graph),
})

/** What was given, without what was left out, under its own id or under `id`. */
export function withId(fields: object, id: string): NodeDocument {
  const given = Object.entries({ id, ...fields }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}
