import type { JsonObject, WorkflowGraph } from '@threadwork/engine'
import type { DialectName } from '../store/library-records.ts'
import { blankGraph } from './graph-shape.ts'
import { readNode } from './graph-words.ts'
import { refuseField } from './refusal.ts'
import { isTrigger } from './trigger-of.ts'

/** A trigger as a request names it. */
export interface TriggerRequest {
  readonly type: string
  readonly name?: string | undefined
  readonly config?: JsonObject | undefined
}

/**
 * What a new workflow says: its trigger, ready to be set up (C11). Seed 002 begins with a blank canvas, seed 004 with
 * a trigger.
 */
export function startingGraph(dialect: DialectName, trigger?: TriggerRequest): WorkflowGraph {
  const wanted = trigger ?? (dialect === 'conversation' ? { type: 'New Conversation' } : null)
  if (!wanted) return blankGraph
  const { type, name = type, config = {} } = wanted
  const node = readNode(dialect, { id: 'trigger', type, name, config, position: { x: 0, y: 0 } }, 'trigger')
  if (!isTrigger(node)) {
    throw refuseField(
      'trigger',
      `“${type.slice(0, 80)}” is no trigger that is known. GET /node-types lists those that are.`,
    )
  }
  return { ...blankGraph, nodes: [node] }
}
