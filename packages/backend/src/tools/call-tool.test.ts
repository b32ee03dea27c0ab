import type { Action, JsonObject } from '@threadwork/engine'
import { afterAll, describe, expect, test } from 'vitest'
import { createKnowledgeBase } from '../knowledge/create-knowledge-base.ts'
import { createNodeCodeRunner } from '../node/code/create-node-code-runner.ts'
import type { PerformContext } from '../perform/perform.ts'
import type { ToolPorts } from './call-tool.ts'
import { createToolPerformer } from './create-tool-performer.ts'
import { describeTools } from './describe-tools.ts'
import { inbuiltTools } from './inbuilt/inbuilt-tools.ts'
import type { RegisteredTool } from './tool.ts'

const code = createNodeCodeRunner()
afterAll(() => code.close())

const open: JsonObject = { type: 'object' }
const registered: readonly RegisteredTool[] = [
  {
    name: 'total',
    description: 'Adds prices.',
    inputSchema: {
      type: 'object',
      required: ['prices'],
      properties: { prices: { type: 'array', items: { type: 'number' } } },
    },
    content: {
      type: 'javascript',
      code: 'function main({ prices }) {\n  return { total: prices.reduce((a, b) => a + b, 0) }\n}',
    },
  },
  {
    name: 'words',
    description: 'Counts words.',
    inputSchema: open,
    content: { type: 'python', code: 'def main(input):\n  return {"count": len(input["text"].split())}' },
  },
  {
    name: 'weather',
    description: 'Tells the weather.',
    inputSchema: open,
    content: {
      type: 'api',
      method: 'POST',
      url: 'https://api.example.com/{{input.city}}?unit={{unit}}',
      headers: [
        { name: 'Authorization', value: 'Bearer {{token}}' },
        { name: 'X-City', value: '{{city}}' },
      ],
      body: '{"city": "{{city}}", "days": {{days}}}',
    },
  },
  {
    name: 'help',
    description: 'Searches help.',
    inputSchema: open,
    content: { type: 'knowledge', collection: '', limit: 1 },
  },
]
const documents = [
  { id: 'd1', collection: 'faq', title: 'Postage', text: 'We pay the postage of returns.', updatedAt: 1 },
  { id: 'd2', collection: 'faq', title: 'Hours', text: 'We are open all day.', updatedAt: 1 },
]

const sent: Extract<Action, { type: 'http' }>[] = []
const ports: ToolPorts = {
  toolsOf: (teamId) => (teamId === 'acme' ? registered : []),
  inbuilt: inbuiltTools,
  code,
  http: (action) => {
    sent.push(action)
    return Promise.resolve({ type: 'succeeded', output: { status: 200, headers: {}, body: { sky: 'blue' } } })
  },
  knowledge: createKnowledgeBase({ documentsOf: (teamId) => (teamId === 'acme' ? documents : []) }),
  variablesOf: () => ({ values: { unit: 'C', city: 'nowhere' }, secretNames: ['token'] }),
}
const contextOf = (teamId: string): PerformContext => ({
  teamId,
  runId: 'run-1',
  workflowId: 'wf-1',
  stepId: 'tool',
  conversationId: null,
  mode: 'test',
  key: 'run-1:tool:1',
  signal: new AbortController().signal,
})
const perform = createToolPerformer(ports)
const call = (tool: string, input: JsonObject, teamId = 'acme') =>
  perform({ type: 'tool', tool, input, timeoutMs: 20_000 }, contextOf(teamId))

describe('a registered tool', { timeout: 60_000 }, () => {
  test('runs inline JavaScript and inline Python (I14, I21)', async () => {
    expect(await call('total', { prices: [1.5, 2] })).toEqual({ type: 'succeeded', output: { total: 3.5 } })
    expect(await call('words', { text: 'one two three' })).toEqual({
      type: 'succeeded',
      output: { count: 3 },
    })
  })

  test('says which line of its code failed', async () => {
    expect(await call('words', {})).toEqual({
      type: 'failed',
      error: "The code of the tool “words” failed, line 2: KeyError: 'text'",
    })
  })

  test('calls an external API with its input, its secrets in their places (I21)', async () => {
    sent.length = 0

    const performed = await call('weather', { city: 'Zü/rich"\r\nX: 1', days: 3, token: 'mine', unit: 'F' })

    expect(performed).toMatchObject({ type: 'succeeded', output: { body: { sky: 'blue' } } })
    expect(sent).toEqual([
      {
        type: 'http',
        method: 'POST',
        url: ['https://api.example.com/Z%C3%BC%2Frich%22%0D%0AX%3A%201?unit=F'],
        headers: [
          { name: 'Authorization', value: ['Bearer ', { secret: 'token' }] },
          { name: 'X-City', value: ['Zü/rich" X: 1'] },
        ],
        body: ['{"city":"Zü/rich\\"\\r\\nX: 1","days":3}'],
        timeoutMs: 20_000,
        retries: 0,
      },
    ])
  })

  test('searches the team’s documents (I21)', async () => {
    expect(await call('help', { query: 'who pays postage?' })).toMatchObject({
      output: { passages: [{ documentId: 'd1', title: 'Postage', text: 'We pay the postage of returns.' }] },
    })
    expect(await call('help', {})).toMatchObject({
      error: expect.stringMatching(/was not told for what\. Give it “query”/),
    })
  })

  test('is another team’s for nobody', async () => {
    expect(await call('total', { prices: [] }, 'umbrella')).toEqual({
      type: 'failed',
      error:
        'There is no tool “total”. Choose one of: date.add, date.difference, json.pick, number.format, text.template.',
    })
  })

  test('is not called with an input that its schema does not take', async () => {
    expect(await call('total', { prices: [1, 'two'] })).toEqual({
      type: 'failed',
      error:
        'The input of the tool “total” does not fit: “prices.1” must be a number. Correct what it is given.',
    })
    expect(await call('constructor', {})).toMatchObject({ type: 'failed' })
  })
})

describe('an inbuilt tool', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['date.add', { date: '2026-01-31', amount: 1, unit: 'months' }, { date: '2026-02-28' }],
    ['date.add', { date: '2024-02-29', amount: 1, unit: 'years' }, { date: '2025-02-28' }],
    [
      'date.add',
      { date: '2026-11-21T23:30:00Z', amount: 45, unit: 'minutes' },
      { date: '2026-11-22T00:15:00.000Z' },
    ],
    [
      'date.add',
      { date: '2026-11-21T09:00', amount: -1, unit: 'weeks' },
      { date: '2026-11-14T09:00:00.000Z' },
    ],
    ['date.difference', { from: '2026-11-21', to: '2026-12-01', unit: 'days' }, { amount: 10 }],
    [
      'date.difference',
      { from: '2026-11-21T10:00:00Z', to: '2026-11-21T09:59:59Z', unit: 'hours' },
      { amount: 0 },
    ],
    ['json.pick', { value: { a: [{ b: 7 }] }, path: 'a[0].b' }, { value: 7 }],
    ['json.pick', { value: {}, path: 'constructor.name', fallback: null }, { value: null }],
    ['number.format', { value: 1234.5, currency: 'EUR', locale: 'en-US' }, { text: '€1,234.50' }],
    ['number.format', { value: 0.256, style: 'percent', decimals: 1 }, { text: '25.6%' }],
    [
      'text.template',
      { template: 'Hi {{name}}, {{a.0}}{{none}}', values: { name: '{{a}}', a: [1] } },
      { text: 'Hi {{a}}, 1' },
    ],
  ])('%s makes of %j: %j', async (name, input, output) => {
    expect(await call(name, input)).toEqual({ type: 'succeeded', output })
  })

  test.each<[string, JsonObject, string]>([
    ['date.add', { date: '2026-02-30', amount: 1, unit: 'days' }, '“2026-02-30” is no date. Write it like'],
    ['date.add', { date: 'tomorrow', amount: 1, unit: 'days' }, '“tomorrow” is no date.'],
    ['date.add', { date: '9999-12-31', amount: 1, unit: 'days' }, 'further away than dates go'],
    ['date.add', { date: '2026-01-01', amount: 1, unit: 'moons' }, '“unit” must be one of “seconds”'],
    ['json.pick', { value: {}, path: 'a' }, 'There is nothing at “a”.'],
    ['number.format', { value: 1, locale: '!!' }, '“!!” is no language'],
    ['number.format', { value: 1, currency: 'EURO' }, '“currency” must match'],
  ])('%s refuses %j: %s', async (name, input, sentence) => {
    expect(await call(name, input)).toMatchObject({
      type: 'failed',
      error: expect.stringContaining(sentence),
    })
  })
})

test('describes the tools of a node to a model, each once, and names those that are not there', () => {
  const described = describeTools(ports, 'acme', ['total', 'help', 'total', 'date.add', 'lost'])

  expect(described.unknown).toEqual(['lost'])
  expect(described.tools.map(({ name }) => name)).toEqual(['total', 'help', 'date.add'])
  expect(described.tools[1]?.inputSchema).toMatchObject({ required: ['query'] })
})
