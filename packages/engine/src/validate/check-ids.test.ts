import { expect, test } from 'vitest'
import { type Flaw, edge, graph, say, start, told } from './fixtures/small-graphs.ts'

const flaws: readonly Flaw[] = [
  [
    'ids that are not unique, reserved, or count visits',
    graph(
      [start, say('a'), say('a'), say('constructor'), say('b#2')],
      [edge('start', 'a', { id: 'e' }), edge('a', 'constructor', { id: 'e' }), edge('constructor', 'b#2')],
    ),
    [
      'error nodes[2].id: Two nodes have the id “a”; give one of them another.',
      'error edges[1].id: Two edges have the id “e”; give one of them another.',
      'error nodes[3].id: “constructor” is reserved; give the node another id.',
      'error nodes[4].id: The id “b#2” holds a “#”, which counts visits of a node; take it out.',
    ],
  ],
]

test.each(flaws)('names %s', (_, flawed, problems) => {
  expect(told(flawed)).toEqual(problems)
})
