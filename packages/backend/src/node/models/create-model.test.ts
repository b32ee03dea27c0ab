import type { ModelChoice } from '@threadwork/engine'
import { afterEach, describe, expect, test } from 'vitest'
import type { ModelRequest } from '../../models/model.ts'
import { createModel } from './create-model.ts'
import { type ChatRule, type OpenaiServer, startOpenaiServer } from './fixtures/openai-server.ts'
import { readProviders } from './read-models.ts'

const key = 'very-secret-0123456789'
let server: OpenaiServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

async function startModel(...rules: readonly ChatRule[]) {
  const started = await startOpenaiServer(...rules)
  server = started
  const providers = readProviders({ MODEL_URL: started.url, MODEL_KEY: key })
  const model = createModel({ usual: { type: 'provider', provider: 'custom', model: 'local-1' }, providers })
  return { model, server: started }
}

const noChoice: ModelChoice = { provider: null, model: null, temperature: null, maxTokens: null }
const ask = (part: Partial<ModelRequest> = {}): ModelRequest => ({
  purpose: 'agent',
  choice: noChoice,
  system: 'Be brief.',
  messages: [{ role: 'user', text: 'Where is order 7?' }],
  tools: [],
  outputSchema: null,
  signal: new AbortController().signal,
  ...part,
})
const lookup = {
  name: 'orders.look up',
  description: 'Finds an order.',
  inputSchema: { type: 'object', properties: { id: { type: 'number' } }, required: ['id'] },
}

describe('a model of a provider', () => {
  test('streams its answer, with what it was told and what it cost', async () => {
    const { model, server } = await startModel(() => ({ type: 'text', text: 'It is on its way, 漢字 😀.' }))
    const parts: string[] = []

    const answer = await model.generate(
      ask({ choice: { ...noChoice, temperature: 0.5, maxTokens: 99 }, onText: (part) => parts.push(part) }),
    )

    expect(answer).toEqual({
      model: 'custom/local-1',
      isScripted: false,
      text: 'It is on its way, 漢字 😀.',
      toolCalls: [],
      output: null,
      inputTokens: 11,
      outputTokens: 7,
    })
    expect(parts.join('')).toBe(answer.text)
    expect(parts.length).toBeGreaterThan(3)
    expect(server.requests[0]).toMatchObject({
      path: '/v1/chat/completions',
      key,
      body: {
        model: 'local-1',
        stream: true,
        temperature: 0.5,
        max_tokens: 99,
        messages: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content: 'Where is order 7?' },
        ],
      },
    })
  })

  test('calls tools by our names, and hears what they gave', async () => {
    const { model, server } = await startModel(
      ({ messages }) => (messages.at(-1)?.['role'] === 'tool' ? { type: 'text', text: 'Shipped.' } : null),
      () => ({ type: 'tool-calls', calls: [{ name: 'orders_look_up', arguments: { id: 7 } }] }),
    )

    const first = await model.generate(ask({ tools: [lookup] }))
    const second = await model.generate(
      ask({
        tools: [lookup],
        messages: [
          { role: 'user', text: 'Where is order 7?' },
          { role: 'assistant', text: first.text, toolCalls: first.toolCalls },
          { role: 'tool', callId: 'call_0', name: lookup.name, output: { state: 'shipped', at: [1, null] } },
        ],
      }),
    )

    expect(first.toolCalls).toEqual([{ callId: 'call_0', name: 'orders.look up', input: { id: 7 } }])
    expect(second.text).toBe('Shipped.')
    expect(server.requests[0]?.body['tools']).toMatchObject([
      {
        function: { name: 'orders_look_up', description: 'Finds an order.', parameters: lookup.inputSchema },
      },
    ])
    expect(server.requests[1]?.messages.slice(-2)).toMatchObject([
      {
        role: 'assistant',
        tool_calls: [{ id: 'call_0', function: { name: 'orders_look_up', arguments: '{"id":7}' } }],
      },
      { role: 'tool', tool_call_id: 'call_0', content: '{"state":"shipped","at":[1,null]}' },
    ])
  })

  test('hands on a call of a tool that is not there, and arguments that are no record', async () => {
    const { model } = await startModel(() => ({
      type: 'tool-calls',
      calls: [
        { name: 'delete_everything', arguments: {} },
        { name: 'orders_look_up', arguments: '[7]' },
        { name: 'orders_look_up', arguments: '{"id": 7' },
      ],
    }))

    const { toolCalls } = await model.generate(ask({ tools: [lookup] }))

    expect(toolCalls.map(({ name }) => name)).toEqual([
      'delete_everything',
      'orders.look up',
      'orders.look up',
    ])
    expect(toolCalls[1]?.input).toEqual({ input: [7] })
    expect(toolCalls[2]?.input).toEqual({ input: '{"id": 7' })
  })

  const outputSchema = {
    type: 'object',
    required: ['n'],
    properties: { n: { type: 'integer' } },
    additionalProperties: false,
  }

  test('answers with JSON of a schema, which the provider was told', async () => {
    const { model, server } = await startModel(() => ({ type: 'text', text: '```json\n{"n": 3}\n```' }))

    const answer = await model.generate(ask({ purpose: 'worker', outputSchema }))

    expect(answer.output).toEqual({ n: 3 })
    expect(server.requests[0]?.body['response_format']).toMatchObject({
      type: 'json_schema',
      json_schema: { schema: outputSchema },
    })
  })

  test.each([
    ['Sure! n is 3.', 'it is no JSON'],
    ['{"n": "three"}', '“n” must be a whole number'],
  ])('does not take %s for JSON of the schema', async (text, reason) => {
    const { model } = await startModel(() => ({ type: 'text', text }))

    await expect(model.generate(ask({ outputSchema }))).rejects.toMatchObject({
      code: 'bad-answer',
      message: `custom/local-1 did not answer as the output schema asks: ${reason}. Say more in the prompt, or choose another model.`,
    })
  })

  test.each([
    [
      401,
      'refused',
      'The compatible server refuses the key. Set MODEL_KEY to one that may use custom/local-1.',
      1,
    ],
    [404, 'refused', 'The compatible server knows no model “local-1”. Choose one that your key may use.', 1],
    [
      429,
      'busy',
      'The compatible server takes no more requests for now. Wait, or raise the limit of your key.',
      3,
    ],
    [500, 'busy', 'The compatible server is in trouble (500). Try again later.', 3],
    [
      400,
      'refused',
      'The compatible server refuses the request for custom/local-1 (400): bad *** and ***',
      1,
    ],
  ])('says what %i means, without the key', async (status, code, message, requests) => {
    const { model, server } = await startModel(() => ({
      type: 'error',
      status,
      message: `bad ${key} and sk-abc12345`,
    }))

    const error: unknown = await model.generate(ask()).catch((thrown: unknown) => thrown)

    expect(error).toMatchObject({ name: 'ModelError', code, message })
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(key)
    expect(server.requests).toHaveLength(requests)
  })

  test('is asked again after a failure that passes', async () => {
    let failures = 2
    const { model, server } = await startModel(() =>
      failures-- > 0 ? { type: 'error', status: 503, message: 'later' } : { type: 'text', text: 'Here.' },
    )

    expect((await model.generate(ask())).text).toBe('Here.')
    expect(server.requests).toHaveLength(3)
  })

  test.each(['cut', 'ended-early'] as const)(
    'does not take an answer that was %s for a whole one',
    async (type) => {
      const { model } = await startModel(() => ({ type, text: 'It is on' }))

      await expect(model.generate(ask())).rejects.toMatchObject({
        code: 'unreachable',
        message: expect.stringMatching(/broke off its answer/),
      })
    },
  )

  test.each([
    ['length', 'bad-answer', /ran out of room/],
    ['content_filter', 'refused', /its filter stopped it/],
  ] as const)('says that it ended by %s', async (finish, code, message) => {
    const { model } = await startModel(() => ({ type: 'text', text: 'It is', finish }))

    await expect(model.generate(ask())).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
  })

  test('stops at once when nobody waits, and ends the connection', async () => {
    const { model, server } = await startModel(() => ({ type: 'stall', text: 'It is ' }))
    const controller = new AbortController()

    const answer = model.generate(ask({ signal: controller.signal, onText: () => controller.abort() }))

    await expect(answer).rejects.toMatchObject({ code: 'cancelled' })
    await expect.poll(() => server.abandoned()).toBe(1)
  })

  test('says that nobody is there', async () => {
    const { model, server } = await startModel()
    await server.close()

    await expect(model.generate(ask())).rejects.toMatchObject({
      code: 'unreachable',
      message:
        'The compatible server cannot be reached, or broke off its answer. Check MODEL_URL, or try again later.',
    })
  })
})
