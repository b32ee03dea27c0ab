import { expect, test } from 'vitest'
import type { Edge } from '../edge.ts'
import { type Flaw, edge, forked, graph, say, start, told, when } from './fixtures/small-graphs.ts'

const flaws: readonly Flaw[] = [
  [
    'dangling edges',
    graph([start, say('a')], [edge('start', 'a'), edge('a', 'gone'), edge('ghost', 'a')]),
    [
      'error edges[1].target: This edge ends at “gone”, which is no node; connect it, or take it out.',
      'error edges[2].source: This edge begins at “ghost”, which is no node; connect it, or take it out.',
    ],
  ],
  [
    'an edge of no type',
    graph(
      [start, say('a'), say('b')],
      [edge('start', 'a'), edge('a', 'b', { type: 'sideways' as Edge['type'] })],
    ),
    [
      'error edges[1].type: “sideways” is no type of edge; use direct, conditional, companion, true or false.',
      'error edges[1]: “a” has no way out called “sideways”; leave it by direct or conditional.',
      'warning nodes[2]: No way leads to “b”, so that it never runs; connect it, or take it out.',
    ],
  ],
  [
    'conditional edges without a condition, or with one that is none',
    forked([
      when('b', undefined, 1),
      when('c', { path: 'contact.plan', operator: 'is-kind-of' as 'equals', value: 'x' }, 2),
    ]),
    [
      'error edges[1].condition: A conditional edge needs its condition: write what has to be true for it.',
      'error edges[2].condition.operator: “is-kind-of” is no operator; use one of equals, not-equals, contains, not-contains, starts-with, ends-with, greater-than, less-than, is-empty, is-filled, matches.',
    ],
  ],
]

test.each(flaws)('names %s', (_, flawed, problems) => {
  expect(told(flawed)).toEqual(problems)
})
