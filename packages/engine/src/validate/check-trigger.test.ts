import { expect, test } from 'vitest'
import {
  type Flaw,
  chain,
  decide,
  edge,
  end,
  graph,
  node,
  say,
  start,
  told,
} from './fixtures/small-graphs.ts'

const flaws: readonly Flaw[] = [
  [
    'no trigger',
    chain(say('hello'), end),
    ['error nodes: A workflow needs a trigger: add the event that starts it.'],
  ],
  [
    'two triggers (C25)',
    graph(
      [start, node('again', 'schedule', { cron: '0 9 * * 1' }), say('hello')],
      [edge('start', 'hello'), edge('again', 'hello')],
    ),
    [
      'error nodes[1]: A workflow has one trigger, and this is one more beside “start”; take one of them out.',
    ],
  ],
  [
    'nothing after the trigger',
    chain(start),
    ['error nodes[0]: Nothing comes after the trigger; connect it with a step.'],
  ],
  [
    'an edge into the trigger',
    graph(
      [start, say('a'), decide],
      [
        edge('start', 'decide'),
        edge('decide', 'a', { type: 'true' }),
        edge('decide', 'start', { type: 'false' }),
      ],
    ),
    ['error edges[2].target: Nothing can lead to the trigger; let this edge end elsewhere.'],
  ],
]

test.each(flaws)('names %s', (_, flawed, problems) => {
  expect(told(flawed)).toEqual(problems)
})
