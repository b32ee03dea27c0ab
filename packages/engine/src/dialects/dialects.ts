import { agentWords } from './agent-words.ts'
import { conversationWords } from './conversation-words.ts'
import { createDialect } from './create-dialect.ts'
import type { Dialect, DialectId } from './dialect.ts'
import { graphWords } from './graph-words.ts'
import { ownWords } from './vocabulary.ts'

/** The words of seed 002 (`graph`), 003 (`agent`), 004 (`conversation`), and our own. */
export const dialects: Readonly<Record<DialectId, Dialect>> = {
  graph: createDialect('graph', graphWords),
  agent: createDialect('agent', agentWords),
  conversation: createDialect('conversation', conversationWords),
  threadwork: createDialect('threadwork', ownWords),
}
