import { isRecord } from '../is-record.ts'
import type { Edge } from '../edge.ts'
import type { Json, JsonObject } from '../json.ts'
import type { WorkflowGraph, WorkflowNode } from '../workflow.ts'
import type { DocumentWords } from './document-words.ts'

/** Writes a graph in a seed's words. */
export function writeDocument(graph: WorkflowGraph, words: DocumentWords): Json {
  const { settings: besideSettings, ...extra } = graph.extra ?? {}
  const settings = { ...graph.settings, ...(isRecord(besideSettings) ? besideSettings : {}) }
  return {
    nodes: graph.nodes.map((node) => writeNode(node, words)),
    edges: graph.edges.map((edge) => writeEdge(edge, words)),
    settings: Object.fromEntries(
      Object.entries(asJson(settings)).map(([key, value]) => [words.settings.toTheirs(key), value]),
    ),
    ...extra,
  }
}

function writeNode({ type, config, extra, ...rest }: WorkflowNode, words: DocumentWords): Json {
  return asJson({ ...rest, ...words.nodes.write({ type, config }), ...extra })
}

function writeEdge({ type, condition, extra, ...rest }: Edge, words: DocumentWords): Json {
  const said = condition === undefined ? {} : { condition: words.condition.write(condition as Json) }
  return asJson({ ...rest, type: words.edges.toTheirs(type), ...said, ...extra })
}

// Interfaces have no index signature, although these are plain JSON.
const asJson = (value: object): JsonObject => value as JsonObject
