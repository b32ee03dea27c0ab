import type { Action, JsonObject } from '@threadwork/engine'
import { afterEach, describe, expect, test } from 'vitest'
import { createCodeRunner } from '../code/create-code-runner.ts'
import { createKnowledgeBase } from '../knowledge/create-knowledge-base.ts'
import { createModel } from '../node/models/create-model.ts'
import { type ChatRule, type OpenaiServer, startOpenaiServer } from '../node/models/fixtures/openai-server.ts'
import type { PerformContext } from '../perform/perform.ts'
import { inbuiltTools } from '../tools/inbuilt/inbuilt-tools.ts'
import { succeeded } from '../tools/tool.ts'
import { createJudge } from './create-judge.ts'
import { createLlmPerformer } from './create-llm-performer.ts'
import { createRunEvaluator } from './create-run-evaluator.ts'
import type { LlmPorts } from './llm-ports.ts'
import type { ModelMessage } from './model.ts'

let server: OpenaiServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

const transcript: readonly ModelMessage[] = [
  { role: 'user', text: 'Hello, I want a refund for order 7.' },
  { role: 'assistant', text: 'Is it order 7 of May?', toolCalls: [] },
  { role: 'user', text: 'Yes, that one' },
]
const keys: string[] = []

/** Asks a real model over the protocol; without rules, the scripted one. */
async function createPorts(...rules: readonly ChatRule[]) {
  const started = await startOpenaiServer(...rules)
  server = started
  const usual =
    rules.length === 0
      ? ({ type: 'scripted' } as const)
      : ({ type: 'provider', provider: 'custom', model: 'm' } as const)
  const heard: string[] = []
  const ports: LlmPorts = {
    model: createModel({ usual, providers: { custom: { MODEL_URL: started.url } } }),
    transcriptOf: (conversationId) => (conversationId === 'conv-1' ? transcript : []),
    onText: (_context, delta) => heard.push(delta),
    tools: {
      toolsOf: () => [],
      inbuilt: {
        ...inbuiltTools,
        'orders.find': {
          description: 'Finds an order. “refund for order”',
          inputSchema: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
          run: (input, { key }) => {
            keys.push(key)
            return succeeded({ id: input['id'] ?? null, state: 'paid' })
          },
        },
      },
      code: createCodeRunner({
        javascript: 'There is no JavaScript here.',
        python: 'There is no Python here.',
      }),
      http: () => Promise.resolve({ type: 'failed', error: 'There is no network here.' }),
      knowledge: createKnowledgeBase({ documentsOf: () => [] }),
      variablesOf: () => ({ values: {}, secretNames: [] }),
    },
  }
  return { ports, heard, requests: started.requests }
}

const context: PerformContext = {
  teamId: 'acme',
  runId: 'run-1',
  workflowId: 'wf-1',
  stepId: 'say',
  conversationId: 'conv-1',
  mode: 'test',
  key: 'run-1:say:1',
  signal: new AbortController().signal,
}
const noChoice = { provider: null, model: null, temperature: null, maxTokens: null }
const action = (part: Partial<Extract<Action, { type: 'llm' }>>): Extract<Action, { type: 'llm' }> => ({
  type: 'llm',
  use: 'say',
  choice: noChoice,
  system: 'Be kind.',
  tools: [],
  maxTurns: 1,
  outputSchema: null,
  ...part,
})
const isTold = (messages: readonly JsonObject[]): boolean => messages.at(-1)?.['role'] === 'tool'

describe('a node that asks a model', () => {
  test('says what the model says, from the conversation, as it comes (I11)', async () => {
    const { ports, heard, requests } = await createPorts(() => ({ type: 'text', text: 'It is on its way.' }))

    const performed = await createLlmPerformer(ports)(action({}), context)

    expect(performed).toEqual({
      type: 'succeeded',
      output: { text: 'It is on its way.', model: 'custom/m', isScripted: false },
    })
    expect(heard.join('')).toBe('It is on its way.')
    expect(requests[0]?.messages.map(({ role, content }) => [role, content])).toEqual([
      ['system', 'Be kind.'],
      ['user', 'Hello, I want a refund for order 7.'],
      ['assistant', 'Is it order 7 of May?'],
      ['user', 'Yes, that one'],
    ])
  })

  test('calls its tools under keys of the step, tells the model of failures, and then answers (I11)', async () => {
    keys.length = 0
    const { ports, requests } = await createPorts(
      ({ messages }) =>
        messages.filter(({ role }) => role === 'tool').length < 3 ? null : { type: 'text', text: 'Paid.' },
      ({ messages }) => ({
        type: 'tool-calls',
        calls: isTold(messages)
          ? [{ name: 'orders_find', arguments: { id: 7 } }]
          : [
              { name: 'orders_find', arguments: { id: 'seven' } },
              { name: 'date_add', arguments: {} },
            ],
      }),
    )

    const performed = await createLlmPerformer(ports)(
      action({ tools: ['orders.find'], maxTurns: 2 }),
      context,
    )

    expect(performed).toMatchObject({ output: { text: 'Paid.' } })
    expect(keys).toEqual(['run-1:say:1:1.0'])
    expect(
      requests.at(-1)?.messages.flatMap(({ role, content }) => (role === 'tool' ? [content] : [])),
    ).toEqual([
      '{"error":"The input of the tool “orders.find” does not fit: “id” must be a whole number. Correct what it is given."}',
      '{"error":"There is no tool “date_add”."}',
      '{"id":7,"state":"paid"}',
    ])
  })

  test('offers no tools after the last turn, and fails when the model calls one all the same', async () => {
    const { ports, requests } = await createPorts(() => ({
      type: 'tool-calls',
      calls: [{ name: 'orders_find', arguments: { id: 7 } }],
    }))

    const performed = await createLlmPerformer(ports)(action({ tools: ['orders.find'] }), context)

    expect(performed).toEqual({
      type: 'failed',
      error: 'custom/m still called tools after 1 turns. Give the node more turns, or a clearer prompt.',
    })
    expect(requests.map(({ body }) => 'tools' in body)).toEqual([true, false])
  })

  test('gives what its schema describes (I12)', async () => {
    const outputSchema = { type: 'object', required: ['order'], properties: { order: { type: 'integer' } } }
    const { ports } = await createPorts(() => ({ type: 'text', text: '{"order": 7}' }))

    const performed = await createLlmPerformer(ports)(action({ use: 'worker', outputSchema }), context)

    expect(performed).toEqual({ type: 'succeeded', output: { order: 7 } })
  })

  test('says which tool is not there, and what the provider refuses', async () => {
    const { ports } = await createPorts(() => ({ type: 'error', status: 401, message: 'no' }))
    const perform = createLlmPerformer(ports)

    expect(await perform(action({ tools: ['lost'] }), context)).toMatchObject({
      error: expect.stringMatching(/There is no tool “lost”/),
    })
    expect(await perform(action({}), context)).toMatchObject({
      type: 'failed',
      error: 'The compatible server refuses the key. Set MODEL_KEY to one that may use custom/m.',
    })
  })

  test('does the same by the script where no model is set, and says so', async () => {
    const { ports } = await createPorts()
    const perform = createLlmPerformer(ports)
    const labels = { type: 'array', items: { enum: ['refund', 'praise'] } }
    const outputSchema = { type: 'object', required: ['labels'], properties: { labels } }

    expect(await perform(action({ system: 'Say “Thank you.”' }), context)).toEqual({
      type: 'succeeded',
      output: { text: 'Scripted answer, no model: Thank you.', model: 'scripted', isScripted: true },
    })
    expect(await perform(action({ use: 'extract', outputSchema }), context)).toEqual({
      type: 'succeeded',
      output: { labels: ['refund'] },
    })
  })
})

describe('a judge of edges', () => {
  const candidates = [
    { edgeId: 'callback', condition: 'The customer asked for a callback' },
    { edgeId: 'confirmed', condition: 'The customer confirmed the order' },
    { edgeId: 'refund', condition: 'The customer wants a refund' },
  ]
  const effect = { type: 'choose-edge', key: 'k', stepId: 's', attempt: 1, candidates } as const

  test('asks in their order until one holds (I23)', async () => {
    const { ports, requests } = await createPorts(({ lastUser }) => ({
      type: 'text',
      text: JSON.stringify({ holds: /confirmed|refund/.test(lastUser) }),
    }))

    const choice = await createJudge({ ...ports, dataOf: () => ({ order: 7 }) })(effect, context)

    expect(choice).toEqual({ type: 'chosen', edgeId: 'confirmed' })
    expect(requests.map(({ lastUser }) => lastUser)).toEqual(
      candidates.slice(0, 2).map(({ condition }) => condition),
    )
    expect(requests[0]?.messages[1]).toMatchObject({ content: 'What is known: {"order":7}' })
  })

  test('chooses none where none holds, and fails where nobody can judge', async () => {
    const { ports } = await createPorts(({ lastUser }) =>
      lastUser.includes('refund')
        ? { type: 'error', status: 400, message: 'no' }
        : { type: 'text', text: '{"holds": false}' },
    )
    const judge = createJudge(ports)

    expect(await judge({ ...effect, candidates: candidates.slice(0, 2) }, context)).toEqual({
      type: 'chosen',
      edgeId: null,
    })
    expect(await judge(effect, context)).toMatchObject({
      type: 'failed',
      error: expect.stringMatching(/refuses the request/),
    })
  })

  test('judges by words where no model is set', async () => {
    const { ports } = await createPorts()

    expect(await createJudge(ports)(effect, context)).toEqual({ type: 'chosen', edgeId: 'confirmed' })
  })
})

describe('an evaluator of runs', () => {
  const run = { id: 'run-0', status: 'completed', steps: [{ id: 'find', output: 'The order was found' }] }
  const evaluate = {
    type: 'run-evaluate',
    runId: 'run-0',
    criteria: ['The order was found', 'A refund was\n- paid'],
    choice: noChoice,
  } as const
  const runOf = (teamId: string, runId: string) => (teamId === 'acme' && runId === 'run-0' ? run : null)

  test('gives a verdict, a score and reasons, and who judged (I18)', async () => {
    const verdict = { passed: false, score: 0.5, reasons: ['found', 'not paid'] }
    const { ports, requests } = await createPorts(() => ({ type: 'text', text: JSON.stringify(verdict) }))

    const performed = await createRunEvaluator({ model: ports.model, runOf })(evaluate, context)

    expect(performed).toEqual({
      type: 'succeeded',
      output: { ...verdict, model: 'custom/m', isScripted: false },
    })
    expect(requests[0]?.messages.slice(1).map(({ content }) => content)).toEqual([
      'step: {"id":"find","output":"The order was found"}\nid: run-0\nstatus: completed',
      'The criteria:\n- The order was found\n- A refund was - paid',
    ])
  })

  test('is marked where a script judged', async () => {
    const { ports } = await createPorts()

    const performed = await createRunEvaluator({ model: ports.model, runOf })(evaluate, context)

    expect(performed).toMatchObject({
      output: {
        passed: false,
        score: 0.5,
        isScripted: true,
        reasons: [expect.stringMatching(/^Scripted judgement/), expect.stringMatching(/^Scripted judgement/)],
      },
    })
  })

  test('judges runs of its own team alone', async () => {
    const { ports } = await createPorts()

    expect(
      await createRunEvaluator({ model: ports.model, runOf })(evaluate, { ...context, teamId: 'other' }),
    ).toMatchObject({
      type: 'failed',
      error: expect.stringMatching(/There is no run “run-0” to judge/),
    })
  })
})
