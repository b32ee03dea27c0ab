import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyGraph, anyJson } from '../fixtures/random-graph.ts'
import { nodeKinds } from '../nodes/node-kinds.ts'
import { chain, edge, end, forked, say, start, told, when } from './fixtures/small-graphs.ts'
import { validateWorkflow } from './validate-workflow.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

test('has nothing to say about a workflow that can run', () => {
  expect(told(chain(start, say('hello', 'It is {{time}}.'), end))).toEqual([])
})

test('names the node or the edge that a problem is about', () => {
  const problems = validateWorkflow(forked([when('b', ''), edge('a', 'c')]))

  expect(problems).toEqual([
    {
      path: 'edges[1].condition',
      edgeId: 'a-b',
      severity: 'error',
      sentence: 'A conditional edge needs its condition: write what has to be true for it.',
    },
  ])
})

test(`answers for any graph, with places that are there (seed ${seed})`, () => {
  const words = {
    types: fc.constantFrom(...nodeKinds.keys(), 'odd'),
    keys: fc.constantFrom(
      'url',
      'texts',
      'conditions',
      'labels',
      'dataPoints',
      'condition',
      'cron',
      '__proto__',
    ),
    values: fc.oneof(anyJson, fc.constantFrom('{{x}}', 'https://{{y}}', ['{{steps.a.output}}'])),
  }
  fc.assert(
    fc.property(anyGraph(words), (drawn) => {
      for (const problem of validateWorkflow(drawn)) {
        const [, list, index] = /^(nodes|edges|settings)(?:\[(\d+)\])?/.exec(problem.path) ?? []

        expect(problem.sentence).toMatch(/\S/)
        expect(['nodes', 'edges', 'settings']).toContain(list)
        if (list === 'nodes' || list === 'edges') {
          expect(index === undefined || drawn[list][Number(index)] !== undefined).toBe(true)
        }
      }
    }),
    { seed, numRuns: 300 },
  )
})

test('looks through 1,000 nodes that read each other', () => {
  const nodes = Array.from({ length: 1000 }, (_, index) =>
    say(`n${index}`, index === 0 ? 'First' : `{{steps.n${index - 1}.output.text}}`),
  )

  expect(told(chain(start, ...nodes))).toEqual([])
})
