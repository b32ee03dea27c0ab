import { expect, test } from 'vitest'
import { type Flaw, chain, edge, graph, http, node, start, told } from './fixtures/small-graphs.ts'

const flaws: readonly Flaw[] = [
  [
    'URLs that are none, or tell a password (C66)',
    graph(
      [
        start,
        http({ url: 'https://user:pass@api.example.com/' }),
        node('hook', 'webhook', { url: 'http://exa mple.com/' }),
      ],
      [edge('start', 'call'), edge('call', 'hook')],
    ),
    [
      'error nodes[1].config.url: A name or password in a URL is seen by everybody who sees the URL; send a header with a secret instead.',
      'error nodes[2].config.url: “http://exa mple.com/” is not a URL; write it like https://api.example.com/orders.',
    ],
  ],
  [
    'a Zapier web hook that goes elsewhere (G02)',
    chain(start, node('zap', 'webhook', { url: 'https://hooks.example.com/1', preset: 'zapier' })),
    [
      'warning nodes[1].config.url: “hooks.example.com” is not a host of zapier; copy the URL that its web hook shows.',
    ],
  ],
]

test.each(flaws)('names %s', (_, flawed, problems) => {
  expect(told(flawed)).toEqual(problems)
})
