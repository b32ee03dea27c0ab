import type { RunStatus } from '../run/run.ts'
import type { WorkflowStatus } from '../workflow-status.ts'
import { createLexicon, type Lexicon, type WordPair } from './lexicon.ts'
import type { NodeWord } from './node-word.ts'
import { asItIs, type Translation } from './translation.ts'

/** All words of a seed. What it has no word for is ours. */
export interface Vocabulary {
  readonly nodes: readonly NodeWord[]
  /** Types of edges; a type that is missing is marked as ours. */
  readonly edges: readonly WordPair[]
  /** Of a conditional edge. */
  readonly condition: Translation
  /** Keys of the settings. */
  readonly settings: Lexicon
  readonly runStatuses: Readonly<Record<RunStatus, string>>
  readonly workflowStatuses: Readonly<Record<WorkflowStatus, string>>
}

/** Our own words: what a vocabulary says where its seed says nothing. */
export const ownWords: Vocabulary = {
  nodes: [],
  edges: (['direct', 'conditional', 'companion', 'true', 'false'] as const).map((type) => [type, type]),
  condition: asItIs,
  settings: createLexicon([]),
  runStatuses: {
    queued: 'queued',
    running: 'running',
    waiting: 'waiting',
    failed: 'failed',
    completed: 'completed',
    cancelled: 'cancelled',
  },
  workflowStatuses: { draft: 'draft', active: 'active', paused: 'paused', archived: 'archived' },
}
