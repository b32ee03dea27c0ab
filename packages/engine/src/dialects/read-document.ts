import { isRecord } from '../is-record.ts'
import type { Edge } from '../edge.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Problem } from '../validate/problem.ts'
import type { WorkflowNode } from '../workflow.ts'
import type { ReadDocument } from './dialect.ts'
import type { DocumentWords } from './document-words.ts'
import { readSettings } from './read-settings.ts'
import { wordProblems } from './word-problems.ts'
import { number, optional, takeFields, text, type FieldForm } from './take-fields.ts'

const list: FieldForm = { is: (value) => Array.isArray(value), called: 'a list' }
const object: FieldForm = { is: isRecord, called: 'an object' }
const position: FieldForm = {
  is: (value) => isRecord(value) && number.is(value['x'] ?? null) && number.is(value['y'] ?? null),
  called: 'x and y, each a number',
}
const condition: FieldForm = {
  is: (value) => text.is(value) || isRecord(value),
  called: 'a sentence or a condition',
}
const documentForms = { nodes: list, edges: list, settings: optional(object) }
const nodeForms = { id: text, type: text, name: text, config: optional(object), position: optional(position) }
const edgeForms = {
  id: text,
  source: text,
  target: text,
  type: text,
  condition: optional(condition),
  priority: optional(number),
}

/** Reads a document in a seed's words. */
export function readDocument(document: JsonObject, words: DocumentWords): ReadDocument {
  const { fields, extra, problems } = takeFields(document, documentForms, '')
  const settings = readSettings(objectOf(fields['settings']), words.settings)
  const nodes = readList(fields['nodes'], 'nodes', (node, path) => readNode(node, path, words))
  const edges = readList(fields['edges'], 'edges', (edge, path) => readEdge(edge, path, words))
  const beside = hasKeys(settings.extra) ? { ...extra, settings: settings.extra } : extra
  return {
    graph: {
      nodes: nodes.value,
      edges: edges.value,
      settings: settings.settings,
      ...(hasKeys(beside) && { extra: beside }),
    },
    problems: [...problems, ...settings.problems, ...nodes.problems, ...edges.problems],
  }
}

interface Read<Value> {
  readonly value: Value
  readonly problems: readonly Problem[]
}

function readList<Value>(
  list: Json | undefined,
  path: string,
  read: (entry: JsonObject, path: string) => Read<Value>,
): Read<readonly Value[]> {
  const results = listOf(list).map((entry, index) => {
    const at = `${path}[${index}]`
    return isRecord(entry) ? read(entry, at) : { problems: [notAnObject(at)] }
  })
  return {
    value: results.flatMap((each) => ('value' in each ? [each.value] : [])),
    problems: results.flatMap((each) => each.problems),
  }
}

const notAnObject = (path: string): Problem => ({
  path,
  sentence: 'This has to be an object, and is left out.',
  severity: 'error',
})

function readNode(source: JsonObject, path: string, words: DocumentWords): Read<WorkflowNode> {
  const { fields, extra, problems } = takeFields(source, nodeForms, path)
  const said = { type: textOf(fields['type']), config: objectOf(fields['config']) }
  const value = {
    id: textOf(fields['id']),
    name: textOf(fields['name']),
    ...words.nodes.read(said),
    ...picked(fields, ['position']),
    ...(hasKeys(extra) && { extra }),
  }
  return { value, problems: [...problems, ...wordProblems(said, path, words.nodeWords)] }
}

function readEdge(source: JsonObject, path: string, words: DocumentWords): Read<Edge> {
  const { fields, extra, problems } = takeFields(source, edgeForms, path)
  const value = {
    id: textOf(fields['id']),
    source: textOf(fields['source']),
    target: textOf(fields['target']),
    type: words.edges.toOurs(textOf(fields['type'])),
    ...(fields['condition'] !== undefined && { condition: words.condition.read(fields['condition']) }),
    ...picked(fields, ['priority']),
    ...(hasKeys(extra) && { extra }),
  }
  // An edge of an unknown type, or whose condition is none, is kept as it is; `validateWorkflow` tells of both.
  return { value: value as Edge, problems }
}

const objectOf = (value: Json | undefined): JsonObject => (isRecord(value) ? value : {})
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const hasKeys = (value: JsonObject): boolean => Object.keys(value).length > 0

const picked = (fields: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => keys.includes(key)))
