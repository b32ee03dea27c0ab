import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edge } from '../edge.ts'
import { anyGraph, anyJson } from '../fixtures/random-graph.ts'
import { nodeKinds } from '../nodes/node-kinds.ts'
import { defaultSettings, type WorkflowSettings } from '../settings.ts'
import type { WorkflowGraph, WorkflowNode } from '../workflow.ts'
import { validateWorkflow } from './validate-workflow.ts'
import type { ValidationContext } from './validation-context.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const node = (id: string, type: string, config: WorkflowNode['config'] = {}): WorkflowNode => ({
  id,
  type,
  name: id,
  config,
})
const edge = (source: string, target: string, more: Partial<Edge> = {}): Edge => ({
  id: `${source}-${target}`,
  source,
  target,
  type: 'direct',
  ...more,
})
const graph = (
  nodes: readonly WorkflowNode[],
  edges: readonly Edge[],
  settings: Partial<WorkflowSettings> = {},
): WorkflowGraph => ({ nodes, edges, settings: { ...defaultSettings, ...settings } })

const start = node('start', 'manual')
const end = node('end', 'end')
const say = (id: string, text = 'Hello'): WorkflowNode => node(id, 'say-static', { texts: [text] })
const http = (config: WorkflowNode['config']): WorkflowNode => node('call', 'http-request', config)

/** `severity path: sentence`, in order. */
const told = (graph: WorkflowGraph, context?: ValidationContext): readonly string[] =>
  validateWorkflow(graph, context).map(({ severity, path, sentence }) => `${severity} ${path}: ${sentence}`)

const chain = (...nodes: readonly WorkflowNode[]): WorkflowGraph =>
  graph(
    nodes,
    nodes.slice(1).map((each, index) => edge(nodes[index]?.id ?? '', each.id)),
  )

test('has nothing to say about a workflow that can run', () => {
  expect(told(chain(start, say('hello', 'It is {{time}}.'), end))).toEqual([])
})

const spokenAfter = (first: WorkflowNode, text: string): WorkflowGraph =>
  chain(start, first, say('say', text))
const forked = (edges: readonly Edge[]): WorkflowGraph =>
  graph([start, say('a'), say('b'), say('c')], [edge('start', 'a'), ...edges])
const when = (target: string, condition: Edge['condition'], priority?: number): Edge =>
  edge('a', target, {
    type: 'conditional',
    ...(condition !== undefined && { condition }),
    ...(priority !== undefined && { priority }),
  })
const isUrgent = { field: 'message-text', operator: 'contains', value: 'urgent' }
const decide = node('decide', 'decision', { conditions: [isUrgent] })

const flaws: readonly (readonly [what: string, graph: WorkflowGraph, problems: readonly string[]])[] = [
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
  [
    'settings that cannot be kept',
    graph([start, say('a')], [edge('start', 'a')], {
      concurrency: -1,
      budget: { steps: 0, hops: 1, activeMs: 1 },
      errorRateHook: { url: 'hooks.example.com', threshold: 2, runs: 0 },
    }),
    [
      'error settings.concurrency: The most runs at once are a whole number from 0 on; 0 means the team’s limit.',
      'error settings.budget.steps: A budget is a whole number from 1 on.',
      'error settings.errorRateHook.url: “hooks.example.com” is not a URL; write it out like https://hooks.example.com/alerts.',
      'error settings.errorRateHook.threshold: An error rate is a number from 0 to 1.',
      'error settings.errorRateHook.runs: The runs that are counted are a whole number from 1 on.',
    ],
  ],
  [
    'an action that starts its own workflow again (C46)',
    chain(
      node('trigger', 'label-added', { labels: ['vip'] }),
      node('tagged', 'add-label', { labels: ['done'] }),
    ),
    [
      'error nodes[1].type: “tagged” adds a label, which starts this workflow again, without end; take it out, or choose another trigger than “trigger”.',
    ],
  ],
]

test.each(flaws)('names %s', (_, flawed, problems) => {
  expect(told(flawed)).toEqual(problems)
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

test('lets a circle with a way out be, and a decision with one way', () => {
  const loop = graph(
    [start, say('a'), node('wait', 'delay', { amount: 1 }), decide],
    [edge('start', 'a'), edge('a', 'wait'), edge('wait', 'decide'), edge('decide', 'a', { type: 'true' })],
  )

  expect(told(loop)).toEqual([])
})

describe('secrets (I33, I37)', () => {
  const secrets = [
    { name: 'crm_key', hosts: ['api.example.com', '*.crm.example.org', 'local.example.com:8080'] },
    { name: 'lost', hosts: [] },
  ]
  const header = (url: string, value = 'Bearer {{crm_key}}'): WorkflowGraph =>
    chain(start, http({ url, headers: [{ name: 'Authorization', value }] }))
  const refusal = (graph: WorkflowGraph): readonly string[] => told(graph, { secrets, globals: ['base_url'] })

  test.each([
    'https://api.example.com/v1?key={{crm_key}}',
    'https://API.example.com:443',
    'https://eu.crm.example.org/{{contact.id}}',
    'https://local.example.com:8080/',
  ])('may go to %s', (url) => {
    expect(refusal(header(url))).toEqual([])
  })

  test.each([
    ['https://evil.example.net/', 'evil.example.net'],
    ['https://api.example.com.evil.example.net/', 'api.example.com.evil.example.net'],
    ['https://crm.example.org/', 'crm.example.org'],
    ['https://api.example.com:8443/', 'api.example.com:8443'],
    ['http://api.example.com/', 'api.example.com:80'],
  ])('may not go to %s', (url, host) => {
    expect(refusal(header(url))).toEqual([
      `error nodes[1].config.headers[0].value: The secret “crm_key” would go to “${host}”, but it is bound to api.example.com, *.crm.example.org, local.example.com:8080; change the URL, or bind the secret to this host.`,
    ])
  })

  test.each([
    'https://{{base_url}}/orders',
    '{{base_url}}/orders',
    'https://{{crm_key}}.example.com/',
    'https://api.{{contact.region}}.example.com/',
    'https://api.example.com{{contact.path}}',
  ])('may not go to %s, whose host a template decides', (url) => {
    expect(refusal(header(url)).at(-1)).toBe(
      'error nodes[1].config.headers[0].value: The secret “crm_key” would go to a host that is only known in a run; write the host of the URL out.',
    )
  })

  test('goes nowhere while it is bound to nothing', () => {
    expect(refusal(header('https://api.example.com', '{{lost}}'))).toEqual([
      'error nodes[1].config.headers[0].value: The secret “lost” would go to “api.example.com”, but it is bound to no host; change the URL, or bind the secret to this host.',
    ])
  })

  test('may stand in no message, prompt or condition', () => {
    const sentence =
      '“crm_key” is a secret, and here it would be read by others; it can stand in the URL, the headers and the body of a request alone.'
    const leaking = graph(
      [
        start,
        say('a', 'Psst: {{crm_key}}'),
        node('think', 'worker-llm', { systemPrompt: 'Use {{ crm_key }}.' }),
        end,
      ],
      [
        edge('start', 'a'),
        edge('a', 'think'),
        edge('think', 'end', {
          type: 'conditional',
          condition: { not: { path: 'crm_key', operator: 'is-empty' } },
        }),
      ],
    )

    expect(refusal(leaking)).toEqual([
      `error nodes[1].config.texts[0]: ${sentence}`,
      `error nodes[2].config.systemPrompt: ${sentence}`,
      `error edges[2].condition: ${sentence}`,
    ])
  })

  test('is never shadowed by a variable', () => {
    const call = http({ url: 'https://api.example.com', saveAs: 'crm_key' })

    expect(refusal(chain(start, call))).toEqual([
      'error nodes[1].config: “crm_key” is a secret, and nothing can take its place; name the variable otherwise.',
    ])
  })
})

test('names a loop across workflows with its way, on the node that begins it (C46)', () => {
  const mine = chain(node('t', 'label-added'), node('close', 'resolve-conversation'))
  const other = chain(node('t', 'conversation-resolved'), node('mark', 'add-label', { labels: ['done'] }))
  const context = {
    workflow: { id: 'a', name: 'Tidy up' },
    active: [{ id: 'b', name: 'Archive', graph: other }],
  }

  expect(validateWorkflow(mine, context)).toEqual([
    {
      path: 'nodes[1]',
      nodeId: 'close',
      severity: 'error',
      sentence:
        'These workflows would start each other without end: “Tidy up” resolves it, “Archive” adds a label, which starts “Tidy up” again. Take one of these actions out, or listen to something else.',
    },
  ])
  expect(validateWorkflow(mine, { ...context, active: [] })).toEqual([])
})

test.each([
  ['The patient confirmed their appointment', 0],
  ['The user requested a callback.', 0],
  ['Did the patient confirm?', 1],
  ['Is the patient angry', 1],
  ['If the patient confirmed the appointment', 1],
  ['When the user asks for help', 1],
  ['confirmed', 1],
  ['患者が予約を確認した', 0],
  ['確認', 1],
])('advises on the condition %j: %i (I27)', (condition, count) => {
  expect(
    told(forked([when('b', condition)])).filter((each) => each.startsWith('warning edges')),
  ).toHaveLength(count)
})

test('hints that what only responds is an instruction and no workflow (G19)', () => {
  const trigger = node('t', 'ai-decision', { description: 'The contact sounds unhappy with the service' })
  const hint =
    'warning nodes[0]: This workflow takes no action, it only says something. How the agent responds belongs into its instructions, which always apply; keep a workflow for what it should do.'

  expect(told(chain(trigger, say('a')))).toEqual([hint])
  expect(told(chain(trigger, say('a'), node('help', 'escalate')))).toEqual([])
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
        expect(list).toBeDefined()
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
