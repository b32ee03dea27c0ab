import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../canonical-json.ts'
import { anyGraph } from '../fixtures/random-graph.ts'
import { defaultSettings } from '../settings.ts'
import type { WorkflowGraph, WorkflowNode } from '../workflow.ts'
import { applyDiff } from './apply-diff.ts'
import { diffGraphs } from './diff-graphs.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const runs = Number(process.env['RUNS'] ?? 500)
const check = <Args extends [unknown, ...unknown[]]>(property: fc.IProperty<Args>): void =>
  fc.assert(property, { seed, numRuns: runs })

const say = (id: string, text: string): WorkflowNode => ({
  id,
  type: 'say-static',
  name: 'Say',
  config: { messages: [text] },
})
const base: WorkflowGraph = {
  nodes: [{ id: 'start', type: 'manual', name: 'Start', config: {} }, say('hello', 'Hello')],
  edges: [{ id: 'e', source: 'start', target: 'hello', type: 'direct' }],
  settings: defaultSettings,
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
// What is left of a graph when nobody cares where a node lies or stands in the list.
const meaning = (graph: WorkflowGraph): string =>
  canonicalJson({
    ...graph,
    nodes: graph.nodes.map((node) => ({ ...node, position: null })).toSorted(byId),
    edges: graph.edges.toSorted(byId),
  })

// Two graphs that have much in common: parts of one, changed here and there, beside parts of another.
const related = fc.tuple(anyGraph(), anyGraph(), fc.infiniteStream(fc.nat(5))).map(([drawn, other, dice]) => {
  const one = {
    ...drawn,
    nodes: drawn.nodes.map((node) => ({ ...node, config: { ...node.config, list: [1] } })),
  }
  const next = (): number => dice.next().value ?? 0
  const nodes = one.nodes.flatMap((node) => {
    const drawn = next()
    if (drawn === 0) return []
    if (drawn === 1) return [{ ...node, config: { ...node.config, list: [1, next()].slice(next() % 2) } }]
    if (drawn === 2) return [{ ...node, id: `${node.id}*` }]
    return [{ ...node, position: { x: next(), y: 0 } }]
  })
  const edges = one.edges.flatMap((edge) =>
    next() === 0 ? [] : [{ ...edge, id: edge.id + '*'.repeat(next() % 2) }],
  )
  const fresh = <Part extends { readonly id: string }>(
    parts: readonly Part[],
    from: readonly Part[],
  ): Part[] => from.filter((part) => !parts.some((each) => each.id === part.id))
  const after = {
    ...(next() < 3 ? one : other),
    nodes: [...nodes, ...fresh(nodes, other.nodes)].toReversed(),
    edges: [...edges, ...fresh(edges, other.edges)].toReversed(),
  }
  return [one, after] as const
})

test(`finds nothing exactly when two graphs say the same (I46) (seed ${seed})`, () => {
  let same = 0
  check(
    fc.property(
      fc.oneof(
        related,
        anyGraph().map((graph) => [graph, moved(graph)] as const),
      ),
      ([before, after]) => {
        const isSame = meaning(before) === meaning(after)
        same += Number(isSame)

        expect(diffGraphs(before, after).length === 0).toBe(isSame)
      },
    ),
  )
  expect(same).toBeGreaterThan(runs / 10)
})

test(`carries one graph to the other (seed ${seed})`, () => {
  check(
    fc.property(related, ([before, after]) => {
      expect(meaning(applyDiff(before, diffGraphs(before, after)))).toBe(meaning(after))
    }),
  )
})

const moved = (graph: WorkflowGraph): WorkflowGraph => ({
  ...graph,
  nodes: graph.nodes.map((node) => ({ ...node, position: { x: 7, y: 7 } })).toReversed(),
  edges: graph.edges.toReversed(),
})

test('names a field of a node by its path, with what it was and what it is', () => {
  const after = { ...base, nodes: [base.nodes[0], say('hello', 'Good morning')] } as WorkflowGraph

  expect(diffGraphs(base, after)).toEqual([
    {
      type: 'changed',
      part: 'node',
      id: 'hello',
      path: ['config', 'messages', 0],
      before: 'Hello',
      after: 'Good morning',
    },
  ])
})

test('knows a node under another id, with the edges that follow it', () => {
  const after = {
    ...base,
    nodes: [base.nodes[0], say('greeting', 'Hello')],
    edges: [{ id: 'e', source: 'start', target: 'greeting', type: 'direct' }],
  } as WorkflowGraph

  expect(diffGraphs(base, after)).toEqual([{ type: 'renamed', part: 'node', id: 'hello', to: 'greeting' }])
})

test('tells an edge that was moved, and a setting', () => {
  const after = {
    ...base,
    edges: [{ id: 'e', source: 'start', target: 'start', type: 'direct' }],
    settings: { ...defaultSettings, budget: { ...defaultSettings.budget, steps: 9 } },
  } as WorkflowGraph

  expect(diffGraphs(base, after)).toEqual([
    { type: 'changed', part: 'edge', id: 'e', path: ['target'], before: 'hello', after: 'start' },
    { type: 'changed', part: 'settings', path: ['budget', 'steps'], before: 500, after: 9 },
  ])
})

test('names what was added and what was removed', () => {
  const end: WorkflowNode = { id: 'end', type: 'end', name: 'End', config: {} }
  const after = { ...base, nodes: [base.nodes[0], end], edges: [] } as WorkflowGraph

  expect(diffGraphs(base, after)).toEqual([
    { type: 'removed', part: 'node', id: 'hello', value: base.nodes[1] },
    { type: 'added', part: 'node', id: 'end', value: end },
    { type: 'removed', part: 'edge', id: 'e', value: base.edges[0] },
  ])
})
