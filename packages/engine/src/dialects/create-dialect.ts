import { isRecord } from '../is-record.ts'
import { nodeKinds } from '../nodes/node-kinds.ts'
import type { Dialect, DialectId } from './dialect.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { nativeMark, translateNodes } from './node-word.ts'
import { readDocument } from './read-document.ts'
import type { Vocabulary } from './vocabulary.ts'
import { writeDocument } from './write-document.ts'

const edgeTypes = ['direct', 'conditional', 'companion', 'true', 'false']

/** Makes a dialect of a seed's words. */
export function createDialect(id: DialectId, vocabulary: Vocabulary): Dialect {
  const words = {
    nodes: translateNodes(vocabulary.nodes, id === 'threadwork' ? [] : [...nodeKinds.keys()]),
    nodeWords: vocabulary.nodes,
    edges: edgeLexicon(vocabulary),
    condition: vocabulary.condition,
    settings: vocabulary.settings,
  }
  return {
    id,
    nodeWords: vocabulary.nodes.map(({ word, type }) => [word, type]),
    read: (document) => readDocument(isRecord(document) ? document : {}, words),
    write: (graph) => writeDocument(graph, words),
    runStatusWord: (status) => vocabulary.runStatuses[status],
    runStatusesOf: (word) => keysOf(vocabulary.runStatuses, word),
    workflowStatusWord: (status) => vocabulary.workflowStatuses[status],
    workflowStatusesOf: (word) => keysOf(vocabulary.workflowStatuses, word),
  }
}

function edgeLexicon({ edges }: Vocabulary): Lexicon {
  const spoken = new Set(edges.map(([, ours]) => ours))
  const marked = edgeTypes.filter((type) => !spoken.has(type))
  return createLexicon([...edges, ...marked.map((type) => [nativeMark + type, type] as const)])
}

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>, word: string): readonly Key[] =>
  // Object.keys forgets what its object's keys are.
  (Object.keys(words) as Key[]).filter((key) => words[key] === word)
