import { type Json, type JsonObject, type WorkflowGraph, defaultSettings } from '@threadwork/engine'
import { z } from 'zod'
import { isRecord } from '../is-record.ts'
import { MAX_CONFIG, MAX_EDGES, MAX_NAME, MAX_NODES } from './graph-limits.ts'

/** A node as a document says it, in the words of its dialect. Fields that nobody knows are kept. */
export type NodeDocument = JsonObject
/** An edge as a document says it. */
export type EdgeDocument = JsonObject

/** What a version says, in the words of its dialect. */
export interface GraphDocument {
  readonly nodes: readonly NodeDocument[]
  readonly edges: readonly EdgeDocument[]
  readonly settings: JsonObject
}

/** How deep a value may be nested: what reads it goes down level by level. */
const DEEPEST = 100

const isShallow = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1)))
const tooDeep = { error: `A value that is nested more than ${DEEPEST} deep is not taken. Make it flatter.` }
const isSmall = (value: unknown): boolean => JSON.stringify(value).length <= MAX_CONFIG
const tooLarge = (what: string): { readonly error: string } => ({
  error: `${what} of more than ${MAX_CONFIG} characters as JSON is not taken. Keep large texts in variables or documents.`,
})

/** Any JSON of a moderate depth, kept as it came, keys that reach prototypes elsewhere included. */
export const jsonShape: z.ZodType<Json> = z
  .custom<Json>((value) => value !== undefined, { error: 'A value is missing.' })
  .refine((value) => isShallow(value, DEEPEST), { ...tooDeep, abort: true })

/** An object of JSON that is no larger than a config may be, kept as it came. */
export const objectShape: z.ZodType<JsonObject> = z
  .custom<JsonObject>(isRecord, { error: 'This has to be an object.', abort: true })
  .refine((value) => isShallow(value, DEEPEST), { ...tooDeep, abort: true })
  .refine(isSmall, tooLarge('An object'))
  .meta({ type: 'object' })

/** What names a node or an edge in its version. */
export const idShape: z.ZodType<string> = z
  .string()
  .regex(/^[\w.:#-]{1,120}$/, { error: 'An id has 1 to 120 letters, digits or signs out of “_.:#-”.' })

/** Where a node lies on a canvas. */
const positionShape: z.ZodType<{ readonly x: number; readonly y: number }> = z.strictObject({
  x: z.number(),
  y: z.number(),
})

/** A sentence that a model judges, or a condition that is computed. */
export const conditionShape: z.ZodType<string | JsonObject> = z.union([z.string().max(4_000), objectShape])

/** The fields of a node but its id. */
export const nodeFields: {
  readonly type: z.ZodType<string>
  readonly name: z.ZodType<string>
  readonly config: z.ZodType<JsonObject>
  readonly position: z.ZodType<{ readonly x: number; readonly y: number }>
} = {
  type: z.string().min(1).max(120),
  name: z.string().max(MAX_NAME),
  config: objectShape,
  position: positionShape,
}

/** The fields of an edge but its id. */
export const edgeFields: {
  readonly source: z.ZodType<string>
  readonly target: z.ZodType<string>
  readonly type: z.ZodType<string>
  readonly condition: z.ZodType<string | JsonObject>
  readonly priority: z.ZodType<number>
} = {
  source: idShape,
  target: idShape,
  type: z.string().min(1).max(40),
  condition: conditionShape,
  priority: z.int().min(-1_000_000).max(1_000_000),
}

const nodeDocument = z
  .looseObject({
    ...nodeFields,
    id: idShape,
    config: z.exactOptional(nodeFields.config),
    position: z.exactOptional(nodeFields.position),
  })
  .refine(isSmall, tooLarge('A node'))
  // Whatever else it holds came out of JSON.
  .transform((node) => node as unknown as NodeDocument)

const edgeDocument = z
  .looseObject({
    ...edgeFields,
    id: idShape,
    condition: z.exactOptional(edgeFields.condition),
    priority: z.exactOptional(edgeFields.priority),
  })
  .refine(isSmall, tooLarge('An edge'))
  .transform((edge) => edge as unknown as EdgeDocument)

const isDistinct = (items: readonly JsonObject[]): boolean =>
  new Set(items.map(({ id }) => id)).size === items.length
const twice = { error: 'An id stands twice. Each node and each edge of a version needs an id of its own.' }

/** The nodes of a version. */
export const nodesShape: z.ZodType<readonly NodeDocument[]> = z
  .array(nodeDocument)
  .max(MAX_NODES)
  .refine(isDistinct, twice)

/** The edges of a version. */
export const edgesShape: z.ZodType<readonly EdgeDocument[]> = z
  .array(edgeDocument)
  .max(MAX_EDGES)
  .refine(isDistinct, twice)

/** A whole graph. */
export const graphShape: z.ZodType<GraphDocument> = z
  .looseObject({ nodes: nodesShape, edges: edgesShape, settings: objectShape.default({}) })
  .transform((graph) => graph as unknown as GraphDocument)

/** A graph that says nothing yet. */
export const blankGraph: WorkflowGraph = { nodes: [], edges: [], settings: defaultSettings }
