import { expect, test } from 'vitest'
import { type Flaw, chain, http, node, start, told } from './fixtures/small-graphs.ts'

const flaws: readonly Flaw[] = [
  [
    'a form field of a reserved name (I34)',
    chain(
      start,
      node('ask', 'form', { message: 'Hello', dataPoints: [{ key: 'date', label: 'Day', type: 'Date' }] }),
    ),
    [
      'error nodes[1].config: “date” is reserved: it always has its own meaning. Name the variable otherwise.',
    ],
  ],
  [
    'a variable of a reserved name (I34)',
    chain(start, http({ url: 'https://api.example.com', saveAs: 'workflow_invoke_count' })),
    [
      'error nodes[1].config.saveAs: A variable is letters, digits and underscores, begins with no digit, and has none of the reserved names.',
    ],
  ],
]

test.each(flaws)('names %s', (_, flawed, problems) => {
  expect(told(flawed)).toEqual(problems)
})
