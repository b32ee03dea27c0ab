import { expect, test } from 'vitest'
import {
  type Flaw,
  chain,
  decide,
  edge,
  end,
  forked,
  graph,
  http,
  node,
  say,
  start,
  told,
  when,
} from './fixtures/small-graphs.ts'

const flaws: readonly Flaw[] = [
  [
    'two direct ways out of one node',
    forked([edge('a', 'b'), edge('a', 'c')]),
    [
      'error edges[2]: “a” has more than one way out called “direct”, and only the first is followed; keep one, or make the others conditional or companions.',
    ],
  ],
  [
    'true out of a node that does not decide',
    graph([start, say('a'), say('b')], [edge('start', 'a'), edge('a', 'b', { type: 'true' })]),
    [
      'error edges[1]: “a” has no way out called “true”; leave it by direct or conditional.',
      'warning nodes[2]: No way leads to “b”, so that it never runs; connect it, or take it out.',
    ],
  ],
  [
    'a way out of an end',
    graph([start, end, say('a')], [edge('start', 'end'), edge('end', 'a')]),
    [
      'error edges[1]: “end” has no way out called “direct”; nothing follows it.',
      'warning nodes[2]: No way leads to “a”, so that it never runs; connect it, or take it out.',
    ],
  ],
  [
    'a decision without ways',
    chain(start, decide),
    [
      'error nodes[1]: “decide” decides, but neither of its ways leads anywhere; connect true, false or both.',
    ],
  ],
  [
    'a failure’s way out of a node that stops',
    graph(
      [start, http({ url: 'https://api.example.com' }), say('sorry'), say('ok')],
      [edge('start', 'call'), edge('call', 'ok'), edge('call', 'sorry', { type: 'false' })],
    ),
    [
      'warning edges[2]: “call” is left by “false” only after a failure that it may go on from; set it to continue after a failure, or take this edge out.',
      'warning nodes[2]: No way leads to “sorry”, so that it never runs; connect it, or take it out.',
    ],
  ],
  [
    'conditions of one priority, and a condition on a direct edge',
    forked([
      when('b', 'The patient confirmed the appointment', 1),
      when('c', 'The patient asked for a callback', 1),
      edge('b', 'c', { condition: 'The patient hung up again' }),
    ]),
    [
      'warning edges[3].condition: A condition or priority means nothing on an edge of type “direct”; make the edge conditional, or take them out.',
      'warning edges[2]: Two conditions after “a” have the priority 1, so that their order in the list decides; give each its own.',
    ],
  ],
]

test.each(flaws)('names %s', (_, flawed, problems) => {
  expect(told(flawed)).toEqual(problems)
})

test('lets a connection be left by conditions alone', () => {
  const connect = node('connect', 'connection', { connector: 'Calendar' })
  const outcome = { path: 'steps.connect.output.outcome', operator: 'equals', value: 'authorized' } as const
  const left = graph(
    [start, connect, say('a')],
    [edge('start', 'connect'), edge('connect', 'a', { type: 'conditional', condition: outcome })],
  )

  expect(told(left)).toEqual([])
})

test('does not take a companion for a way out of a decision', () => {
  const beside = graph(
    [start, decide, say('a')],
    [edge('start', 'decide'), edge('decide', 'a', { type: 'companion' })],
  )

  expect(told(beside)).toEqual([
    'error nodes[1]: “decide” decides, but neither of its ways leads anywhere; connect true, false or both.',
  ])
})
