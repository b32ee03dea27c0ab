import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../canonical-json.ts'
import { anyGraph, anyJson, anySettings, extraFields } from '../fixtures/random-graph.ts'
import type { Json } from '../json.ts'
import { defaultSettings } from '../settings.ts'
import { nodeKinds } from '../nodes/node-kinds.ts'
import { agentWords } from './agent-words.ts'
import { conversationWords } from './conversation-words.ts'
import { dialects } from './dialects.ts'
import { graphWords } from './graph-words.ts'
import { ownWords, type Vocabulary } from './vocabulary.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const runs = Number(process.env['RUNS'] ?? 400)
const check = <Args extends [unknown, ...unknown[]]>(property: fc.IProperty<Args>): void =>
  fc.assert(property, { seed, numRuns: runs })

const vocabularies = {
  graph: graphWords,
  agent: agentWords,
  conversation: conversationWords,
  threadwork: ownWords,
}
const ids = ['graph', 'agent', 'conversation', 'threadwork'] as const

const nodeTypes = [...nodeKinds.keys()]

// Every word that could be taken for another: the seed's, ours, marked ones, and some of nobody's.
const typesOf = ({ nodes }: Vocabulary): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...nodes.map((each) => each.word), 'ODD'),
    fc.constantFrom(...nodeTypes),
    fc.constantFrom(...nodeTypes.map((type) => `threadwork:${type}`)),
  )
const keysOf = ({ nodes }: Vocabulary): fc.Arbitrary<string> =>
  fc.constantFrom(...nodes.flatMap((each) => (each.keys?.pairs ?? []).flat()), 'preset', 'other', '__proto__')
const comparison = fc.record(
  {
    Field: fc.constantFrom(
      'Conversation Channel',
      'Conversation Labels',
      'Conversation Status',
      'channel',
      'x',
    ),
    field: fc.constantFrom('channel', 'Conversation Labels', 'conversation-status', 'labels'),
    Operator: fc.constantFrom('present', 'contains', 'starts with', 'starts-with'),
    Value: fc.constantFrom('WhatsApp', 'whatsapp', 'Open', 'open', ['Open'], 3),
  },
  { requiredKeys: [], noNullPrototype: true },
)
const values: fc.Arbitrary<Json> = fc.oneof(
  anyJson,
  fc.constantFrom('AND', 'any', 'zapier', 'make', 'AWS Bedrock', 'bedrock', 'Days', 'days'),
  fc.array(comparison, { maxLength: 2 }),
  comparison,
)

const anyDocument = (vocabulary: Vocabulary): fc.Arbitrary<Json> =>
  fc
    .record(
      {
        nodes: fc.array(
          fc.record(
            {
              id: fc.string({ maxLength: 3 }),
              type: typesOf(vocabulary),
              name: fc.string({ maxLength: 5 }),
              config: fc.dictionary(keysOf(vocabulary), values, { maxKeys: 4, noNullPrototype: true }),
              position: fc.constantFrom({ x: 1, y: 2 }, { x: 1, y: 2, z: 3 }),
              note: anyJson,
            },
            { requiredKeys: ['id', 'type', 'name', 'config'], noNullPrototype: true },
          ),
          { maxLength: 4 },
        ),
        edges: fc.array(
          fc.record(
            {
              id: fc.string({ maxLength: 3 }),
              source: fc.string({ maxLength: 3 }),
              target: fc.string({ maxLength: 3 }),
              type: fc.constantFrom(
                ...vocabulary.edges.flat(),
                'threadwork:conditional',
                'threadwork:true',
                'sideways',
              ),
              condition: fc.oneof(fc.constant('The patient confirmed.'), comparison),
              priority: fc.nat(5),
              note: anyJson,
            },
            { requiredKeys: ['id', 'source', 'target', 'type'], noNullPrototype: true },
          ),
          { maxLength: 4 },
        ),
        settings: fc
          .tuple(anySettings, fc.option(extraFields(Object.keys(defaultSettings)), { nil: {} }))
          .map(([{ concurrency, ...settings }, extra]) => ({
            ...settings,
            [vocabulary.settings.toTheirs('concurrency')]: concurrency,
            ...extra,
          })),
        note: anyJson,
      },
      { requiredKeys: ['nodes', 'edges', 'settings'], noNullPrototype: true },
    )
    .map((document): Json => JSON.parse(JSON.stringify(document)))

describe.each(ids)('the dialect %s', (id) => {
  const vocabulary = vocabularies[id]
  const graphs = anyGraph({ types: typesOf(vocabulary), keys: keysOf(vocabulary), values })

  test(`gives any graph back that it wrote (seed ${seed})`, () => {
    check(
      fc.property(graphs, (graph) => {
        expect(canonicalJson(dialects[id].read(dialects[id].write(graph)).graph)).toBe(canonicalJson(graph))
      }),
    )
  })

  test(`gives any document back that it read, unknown words and all (I20) (seed ${seed})`, () => {
    check(
      fc.property(anyDocument(vocabulary), (document) => {
        const { graph, problems } = dialects[id].read(document)

        expect(problems.filter((problem) => problem.severity === 'error')).toEqual([])
        expect(canonicalJson(dialects[id].write(graph))).toBe(canonicalJson(document))
      }),
    )
  })
})
