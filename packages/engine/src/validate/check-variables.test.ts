import { expect, test } from 'vitest'
import {
  type Flaw,
  chain,
  edge,
  graph,
  http,
  node,
  say,
  spokenAfter,
  start,
  told,
} from './fixtures/small-graphs.ts'

const flaws: readonly Flaw[] = [
  [
    'variables that nothing sets, or something later',
    chain(
      start,
      say('a', '{{nobody}} {{order.id}} {{}}'),
      http({ url: 'https://api.example.com', saveAs: 'order' }),
    ),
    [
      'error nodes[1].config.texts[0]: An empty {{}} reads nothing; name a variable in it, or take it out.',
      'warning nodes[1].config.texts[0]: Nothing sets “{{nobody}}”; a run that is not given it reads nothing. Define “nobody”, let an earlier node save it, or correct the name.',
      'warning nodes[1].config.texts[0]: “{{order.id}}” is only set by “call”, which never runs before; a run that is not given it reads nothing.',
    ],
  ],
  [
    'steps that are not there, not before, or read wrongly',
    chain(start, say('a', '{{steps.gone.output}} {{steps.b.output}} {{steps.start.id}}'), say('b')),
    [
      'error nodes[1].config.texts[0]: “{{steps.gone.output}}” reads a node “gone” that is not there; name one that is.',
      'error nodes[1].config.texts[0]: “{{steps.b.output}}” reads “b”, which never runs before; read a node that does.',
      'error nodes[1].config.texts[0]: “{{steps.start.id}}” reads neither “output” nor “error” of “start”; write steps.start.output.',
    ],
  ],
  [
    'a field that no conversation has',
    chain(start, say('a', '{{conversation.mood}} {{conversation.channel}} {{contact.anything}}')),
    [
      'warning nodes[1].config.texts[0]: “{{conversation.mood}}” reads nothing: a conversation has id, status, labels, channel, starred, assignee.',
    ],
  ],
]

test.each(flaws)('names %s', (_, flawed, problems) => {
  expect(told(flawed)).toEqual(problems)
})

test('knows what is set before: by earlier nodes, the trigger’s form, the team and the run', () => {
  const asked = node('start', 'manual', { input: [{ key: 'who', label: 'Who', type: 'Text' }] })
  const order = http({
    url: 'https://{{base}}/orders',
    saveAs: 'order',
    responseMapping: [{ path: 'body.id', variable: 'order_id' }],
  })
  const text = '{{order.body}} {{order_id}} {{who}} {{base}} {{given}} {{now}} {{steps.call.output.body}}'
  const context = { globals: ['base'], variables: ['given'] }

  expect(told(chain(asked, order, say('a', text)), context)).toEqual([])
})

test('does not take what a companion sets for something that comes before', () => {
  const call = http({ url: 'https://api.example.com', saveAs: 'order' })
  const beside = graph(
    [start, call, say('a', '{{order}}')],
    [edge('start', 'a'), edge('start', 'call', { type: 'companion' })],
  )

  expect(told(beside)).toHaveLength(1)
  expect(told(spokenAfter(call, '{{order}}'))).toEqual([])
})
