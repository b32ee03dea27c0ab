import type { WorkflowGraph, WorkflowNode } from '@threadwork/engine'
import { z } from 'zod'
import { nodeWordOf } from '../../../library/graph-words.ts'
import { conditionShape } from '../../../library/graph-shape.ts'
import type { DialectName } from '../../../store/library-records.ts'
import { type Shape, shape } from '../operation.ts'

const json = z.unknown()
const jsonObject = z.record(z.string(), z.unknown())
const nodeSchema = z.strictObject({
  id: z.string(),
  type: z.string().describe('Our word: say-llm, http-request, decision …'),
  typeWord: z.string().describe('The word of the workflow’s dialect: SAY_LLM, Fetch API …'),
  name: z.string(),
  config: jsonObject,
  position: z.strictObject({ x: z.number(), y: z.number() }).optional(),
  extra: jsonObject.optional(),
})
const edgeSchema = z.strictObject({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  type: z.string().describe('direct, conditional, companion, true or false.'),
  condition: conditionShape.optional(),
  priority: z.number().optional(),
  extra: jsonObject.optional(),
})
const settingsSchema = z.strictObject({
  concurrency: z.int().describe('The most runs at once; 0 is the team’s limit.'),
  holdsSlotWhileWaiting: z.boolean(),
  fallbackMessage: z.string().nullable(),
  errorRateHook: z.strictObject({ url: z.string(), threshold: z.number(), runs: z.int() }).nullable(),
  budget: z.strictObject({ steps: z.int(), hops: z.int(), activeMs: z.int() }),
  presentation: z.enum(['card', 'turn']),
})

/** The fields of whatever holds a graph. */
export const graphFields: { readonly [Key in 'nodes' | 'edges' | 'settings' | 'extra']: z.ZodType } = {
  nodes: z.array(nodeSchema),
  edges: z.array(edgeSchema),
  settings: settingsSchema,
  extra: z.exactOptional(z.record(z.string(), json)),
}

const placeFields = {
  workflowId: z.string(),
  version: z.int().nullable().describe('null: the draft.'),
}
/** A node, and where it stands. */
export const placedNodeView: Shape = shape(
  'PlacedNode',
  z.strictObject({ ...nodeSchema.shape, ...placeFields }),
)
/** An edge, and where it stands. */
export const placedEdgeView: Shape = shape(
  'PlacedEdge',
  z.strictObject({ ...edgeSchema.shape, ...placeFields }),
)

/** A node with the word that its workflow's dialect has for it. */
export const showNode = (
  dialect: DialectName,
  node: WorkflowNode,
): WorkflowNode & { readonly typeWord: string } => ({
  ...node,
  typeWord: nodeWordOf(dialect, node),
})

/** A graph as the API tells it. */
export const showGraph = (dialect: DialectName, graph: WorkflowGraph): WorkflowGraph => ({
  ...graph,
  nodes: graph.nodes.map((node) => showNode(dialect, node)),
})
