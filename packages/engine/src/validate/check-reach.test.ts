import { expect, test } from 'vitest'
import { type Flaw, chain, decide, edge, graph, node, say, start, told } from './fixtures/small-graphs.ts'

const flaws: readonly Flaw[] = [
  [
    'a circle without a way out',
    chain(start, say('a'), node('wait', 'delay', { amount: 1 }), say('a')),
    [
      'error nodes[3].id: Two nodes have the id “a”; give one of them another.',
      'error nodes[1]: From “a” no way leads to an end: the run would go round until its budget is used up. Let one way out of the circle.',
      'error nodes[2]: From “wait” no way leads to an end: the run would go round until its budget is used up. Let one way out of the circle.',
      'error nodes[3]: From “a” no way leads to an end: the run would go round until its budget is used up. Let one way out of the circle.',
    ],
  ],
]

test.each(flaws)('names %s', (_, flawed, problems) => {
  expect(told(flawed)).toEqual(problems)
})

test('lets a circle with a way out be, and a decision with one way', () => {
  const loop = graph(
    [start, say('a'), node('wait', 'delay', { amount: 1 }), decide],
    [edge('start', 'a'), edge('a', 'wait'), edge('wait', 'decide'), edge('decide', 'a', { type: 'true' })],
  )

  expect(told(loop)).toEqual([])
})
