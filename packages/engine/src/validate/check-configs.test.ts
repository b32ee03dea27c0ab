import { expect, test } from 'vitest'
import { type Flaw, chain, end, http, node, start, told } from './fixtures/small-graphs.ts'

const flaws: readonly Flaw[] = [
  [
    'a node of an unknown type',
    chain(start, node('odd', 'teleport'), end),
    [
      'error nodes[1].type: Nobody here knows what “teleport” does; the node is kept, but a run that comes to it fails.',
      'warning nodes[2]: No way leads to “end”, so that it never runs; connect it, or take it out.',
    ],
  ],
  [
    'a config that its kind refuses, field by field',
    chain(start, http({ url: 'api.example.com', headers: [{ name: 'Bad name', value: 'x' }] })),
    [
      'error nodes[1].config.url: A URL starts with http:// or https://, or with a variable that does.',
      'error nodes[1].config.headers[0].name: A header has a name of letters, digits and dashes, like “Authorization”.',
    ],
  ],
  [
    'a form whose fields are flawed',
    chain(
      start,
      node('ask', 'form', {
        message: 'Hello',
        dataPoints: [
          { key: 'plan', label: 'Plan', type: 'Select' },
          { key: 'date', label: 'Day', type: 'Date' },
        ],
      }),
    ),
    [
      'error nodes[1].config.dataPoints[0].options: The field “plan” is a Select and needs at least one option.',
    ],
  ],
]

test.each(flaws)('names %s', (_, flawed, problems) => {
  expect(told(flawed)).toEqual(problems)
})
