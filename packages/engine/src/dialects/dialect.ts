import type { Json } from '../json.ts'
import type { RunStatus } from '../run/run.ts'
import type { Problem } from '../validate/problem.ts'
import type { WorkflowStatus } from '../workflow-status.ts'
import type { WorkflowGraph } from '../workflow.ts'
import type { WordPair } from './lexicon.ts'

export type DialectId = 'graph' | 'agent' | 'conversation' | 'threadwork'

/**
 * A document in our words. With a problem of severity `error` something of it could not be read, and it should be
 * refused; else `write` gives the document back.
 */
export interface ReadDocument {
  readonly graph: WorkflowGraph
  readonly problems: readonly Problem[]
}

/**
 * One seed's exact words for what we have. A document is `{nodes, edges, settings}`: nodes `{id, type, name, config,
 * position?}`, edges `{id, source, target, type, condition?, priority?}`. Nothing is lost on the way there and back:
 * unknown types, fields and config keys stay what they are, and what a seed has no word for is marked `threadwork:`.
 */
export interface Dialect {
  readonly id: DialectId
  /** The seed's words for types of nodes, in its order, with ours. */
  readonly nodeWords: readonly WordPair[]
  read(document: Json): ReadDocument
  write(graph: WorkflowGraph): Json
  /** How the seed calls a run's status. */
  runStatusWord(status: RunStatus): string
  /** The statuses that a seed's word means; none for a word that it does not have. */
  runStatusesOf(word: string): readonly RunStatus[]
  workflowStatusWord(status: WorkflowStatus): string
  workflowStatusesOf(word: string): readonly WorkflowStatus[]
}
