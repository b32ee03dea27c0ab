import type { Edge } from '../edge.ts'
import type { Json, JsonObject } from '../json.ts'
import type { WorkflowGraph, WorkflowNode } from '../workflow.ts'
import type { Change } from './change.ts'
import { fieldChanges } from './field-changes.ts'
import { findRenames } from './find-renames.ts'
import { renameNodes } from './rename-nodes.ts'

/**
 * What is different in `after`, node by node, edge by edge and field by field. Where nodes lie, and in which order nodes
 * and edges are listed, makes no difference; an empty answer says that nothing else does. Ids are unique in each graph.
 */
export function diffGraphs(before: WorkflowGraph, after: WorkflowGraph): readonly Change[] {
  const nodes = findRenames(before.nodes.map(nodePart), after.nodes.map(nodePart))
  const moved = renameNodes(before, nodes)
  const edges = findRenames(moved.edges.map(edgePart), after.edges.map(edgePart))
  return [
    ...renamed('node', nodes),
    ...renamed('edge', edges),
    ...nodeChanges(moved.nodes, after.nodes),
    ...edgeChanges(withIds(moved.edges, edges), after.edges),
    ...fieldChanges(asJson(before.settings), asJson(after.settings)).map(
      (change) => ({ type: 'changed', part: 'settings', ...change }) as const,
    ),
    ...fieldChanges(before.extra, after.extra).map(
      (change) => ({ type: 'changed', part: 'extra', ...change }) as const,
    ),
  ]
}

const renamed = (part: 'node' | 'edge', renames: ReadonlyMap<string, string>): readonly Change[] =>
  [...renames].map(([id, to]) => ({ type: 'renamed', part, id, to }))

const nodeChanges = (before: readonly WorkflowNode[], after: readonly WorkflowNode[]): readonly Change[] =>
  pairs(before, after).flatMap(([id, old, now]): readonly Change[] => {
    if (old === undefined) return now === undefined ? [] : [{ type: 'added', part: 'node', id, value: now }]
    if (now === undefined) return [{ type: 'removed', part: 'node', id, value: old }]
    const changes = fieldChanges(nodePart(old).content, nodePart(now).content)
    return changes.map((change) => ({ type: 'changed', part: 'node', id, ...change }))
  })

const edgeChanges = (before: readonly Edge[], after: readonly Edge[]): readonly Change[] =>
  pairs(before, after).flatMap(([id, old, now]): readonly Change[] => {
    if (old === undefined) return now === undefined ? [] : [{ type: 'added', part: 'edge', id, value: now }]
    if (now === undefined) return [{ type: 'removed', part: 'edge', id, value: old }]
    const changes = fieldChanges(edgePart(old).content, edgePart(now).content)
    return changes.map((change) => ({ type: 'changed', part: 'edge', id, ...change }))
  })

type Pair<Value> = readonly [id: string, before: Value | undefined, after: Value | undefined]

function pairs<Value extends { readonly id: string }>(
  before: readonly Value[],
  after: readonly Value[],
): readonly Pair<Value>[] {
  const old = new Map(before.map((each) => [each.id, each]))
  const now = new Map(after.map((each) => [each.id, each]))
  return [...new Set([...old.keys(), ...now.keys()])].map((id) => [id, old.get(id), now.get(id)])
}

const withIds = (edges: readonly Edge[], renames: ReadonlyMap<string, string>): readonly Edge[] =>
  edges.map((edge) => ({ ...edge, id: renames.get(edge.id) ?? edge.id }))

const nodePart = (node: WorkflowNode): Part => ({ id: node.id, content: without(node, ['id', 'position']) })
const edgePart = (edge: Edge): Part => ({ id: edge.id, content: without(edge, ['id']) })

const without = (value: object, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))

interface Part {
  readonly id: string
  readonly content: JsonObject
}

// Interfaces have no index signature, although these are plain JSON.
const asJson = (value: object): JsonObject => value as JsonObject & Json
