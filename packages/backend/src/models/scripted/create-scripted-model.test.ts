import type { Json, JsonObject } from '@threadwork/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createIntentMatcher } from '../create-intent-matcher.ts'
import { judgeJson } from '../judge-json.ts'
import type { ModelMessage, ModelRequest } from '../model.ts'
import { createScriptedModel, scriptedMark } from './create-scripted-model.ts'

const seed = Number(process.env['SEED'] ?? 5)
const model = createScriptedModel(createIntentMatcher())
const user = (text: string): ModelMessage => ({ role: 'user', text })
const ask = (part: Partial<ModelRequest>) =>
  model.generate({
    purpose: 'agent',
    choice: { provider: null, model: null, temperature: null, maxTokens: null },
    system: '',
    messages: [],
    tools: [],
    outputSchema: null,
    signal: new AbortController().signal,
    ...part,
  })

const tools = [
  {
    name: 'lookup_order',
    description: 'Finds an order by its number. “where is my order”, “track my package”',
    inputSchema: {
      type: 'object',
      required: ['orderNumber'],
      properties: { orderNumber: { type: 'string' }, count: { type: 'integer' } },
    },
  },
  {
    name: 'bookAppointment',
    description: 'Books an appointment at the clinic.',
    inputSchema: { type: 'object', properties: { email: { type: 'string' }, date: { type: 'string' } } },
  },
]

describe('as an agent', () => {
  test('calls the tool that fits, with what was said', async () => {
    const order = await ask({ messages: [user('Hi, where is my order #AB-1234?')], tools })
    const visit = await ask({ messages: [user('book an appointment on 2026-12-01, ann@example.com')], tools })

    expect(order).toMatchObject({
      isScripted: true,
      model: 'scripted',
      text: '',
      toolCalls: [{ callId: 'scripted-1', name: 'lookup_order', input: { orderNumber: 'AB-1234' } }],
    })
    expect(visit.toolCalls[0]).toMatchObject({
      name: 'bookAppointment',
      input: { email: 'ann@example.com', date: '2026-12-01' },
    })
  })

  test('tells what the tool gave, once, and marks it as scripted', async () => {
    const call = { callId: 'c', name: 'lookup_order', input: {} }
    const answer = await ask({
      messages: [
        user('where is my order'),
        { role: 'assistant', text: '', toolCalls: [call] },
        { role: 'tool', callId: 'c', name: 'lookup_order', output: { state: 'shipped' } },
      ],
      tools,
    })

    expect(answer.toolCalls).toEqual([])
    expect(answer.text).toBe(`${scriptedMark}“lookup_order” gave {"state":"shipped"}.`)
  })

  test('says plainly that nothing fits, in parts that make up the text', async () => {
    const parts: string[] = []
    const answer = await ask({ messages: [user('What is love?')], tools, onText: (part) => parts.push(part) })

    expect(answer.text).toBe(`${scriptedMark}I have nothing that fits “What is love?”.`)
    expect(parts.join('')).toBe(answer.text)
    expect(parts.length).toBeGreaterThan(3)
  })

  test('stops when nobody waits', async () => {
    await expect(ask({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('as a node', () => {
  test('says the line that its prompt quotes, marked as scripted', async () => {
    const answer = await ask({
      purpose: 'say',
      system: 'You are kind. Say “Your visit is booked.” and nothing else.',
    })

    expect(answer.text).toBe(`${scriptedMark}Your visit is booked.`)
  })

  test('fills what a worker is asked for out of the conversation', async () => {
    const outputSchema = {
      type: 'object',
      required: ['name', 'email', 'guests', 'isVegetarian', 'channel', 'summary', 'missing', 'tags'],
      properties: {
        name: { type: 'string' },
        email: { type: 'string', format: 'email' },
        phone: { type: 'string' },
        guests: { type: 'integer', minimum: 1 },
        isVegetarian: { type: 'boolean' },
        channel: { enum: ['mail', 'letter'] },
        summary: { type: 'string' },
        missing: { type: ['string', 'null'] },
        optional: { type: 'string' },
        tags: { type: 'array', items: { enum: ['birthday', 'business'] } },
      },
    }
    const messages = [
      user('Hello, my name is Ann Lee, ann@example.com or +41 44 123 45 67.'),
      user('We are 4 guests for a birthday, vegetarian please. Send a letter.'),
    ]

    const { output } = await ask({ purpose: 'worker', messages, outputSchema })

    expect(output).toEqual({
      name: 'Ann Lee',
      email: 'ann@example.com',
      phone: '+41 44 123 45 67',
      guests: 4,
      isVegetarian: true,
      channel: 'letter',
      summary: 'We are 4 guests for a birthday, vegetarian please. Send a letter.',
      missing: null,
      tags: ['birthday'],
    })
  })

  test('says so when it cannot fill a schema', async () => {
    const outputSchema = {
      type: 'object',
      required: ['iban'],
      properties: { iban: { type: 'string', minLength: 15 } },
    }

    await expect(ask({ purpose: 'worker', messages: [user('hello')], outputSchema })).rejects.toThrow(
      'The scripted model cannot fill this schema: “iban” must have at least 15 characters. Say more in the conversation, or set MODEL.',
    )
  })

  test('extracts labels by their words, the mood by a list of words, fields by patterns', async () => {
    const outputSchema = {
      type: 'object',
      required: ['labels', 'fields', 'sentiment'],
      properties: {
        labels: { type: 'array', items: { type: 'string', enum: ['billing', 'late delivery', 'praise'] } },
        fields: {
          type: 'object',
          properties: {
            order_number: { type: ['string', 'number', 'boolean', 'null'], description: '' },
            city: { type: ['string', 'number', 'boolean', 'null'], description: 'Where it goes' },
          },
        },
        sentiment: { type: 'string', enum: ['positive', 'neutral', 'negative'] },
      },
    }
    const messages = [user('My delivery is late and I am angry. Order 48213, city: Basel.')]

    const { output } = await ask({ purpose: 'extract', messages, outputSchema })

    expect(output).toEqual({
      labels: ['late delivery'],
      fields: { order_number: '48213', city: 'Basel' },
      sentiment: 'negative',
    })
  })

  test.each([
    ['I am not happy with this', 'negative'],
    ['No problem, thank you', 'positive'],
    ['It isn’t bad', 'positive'],
    ['It comes on Monday', 'neutral'],
  ])('takes the mood of “%s” for %s', async (text, mood) => {
    const sentiment = { enum: ['positive', 'neutral', 'negative'] }
    const outputSchema = { type: 'object', required: ['sentiment'], properties: { sentiment } }

    const { output } = await ask({ purpose: 'extract', messages: [user(text)], outputSchema })

    expect(output).toEqual({ sentiment: mood })
  })

  test.each<[string, readonly string[], boolean]>([
    ['The patient confirmed their appointment', ['Is Monday fine?', 'Yes, that works'], true],
    ['The patient confirmed their appointment', ['Is Monday fine?', 'No, I cannot come'], false],
    ['The patient declined the offer', ['no thanks'], true],
    ['The user requested a callback', ['please give me a callback tomorrow'], true],
    ['The user requested a callback', ['what are your opening hours?'], false],
    ['The customer wants a refund', ['I want a refund now'], true],
    ['The customer wants a refund', ['I do not want a refund'], false],
    ['The customer did not ask for a refund', ['where is my order?'], true],
    [
      'The customer mentioned an allergy to penicillin',
      ['I am allergic to penicillin, an allergy since birth'],
      true,
    ],
    ['', ['hello'], false],
  ])('judges “%s” of %j: %s (I27)', async (sentence, said, holds) => {
    const messages = [...said.map(user), user(sentence)]

    const { output } = await ask({
      purpose: 'judge',
      messages,
      outputSchema: { type: 'object', required: ['holds'] },
    })

    expect(output).toEqual({ holds })
  })

  test('judges a run by each criterion, and says that it is scripted', async () => {
    const messages = [
      user('step “lookup” completed: the order was found\nstep “say” completed: Your order is shipped'),
      user('Judge it by these:\n- The order was found\n- A refund was paid'),
    ]

    const { output } = await ask({ purpose: 'evaluate', messages })

    expect(output).toEqual({
      passed: false,
      score: 0.5,
      reasons: [
        'Scripted judgement, by words alone: “The order was found” is met.',
        'Scripted judgement, by words alone: “A refund was paid” is not met.',
      ],
    })
  })
})

test(`answers any request the same way twice, and any filled schema fits it (SEED=${seed})`, async () => {
  const leaf = fc.constantFrom<JsonObject>(
    { type: 'string' },
    { type: 'number', minimum: 3 },
    { type: 'boolean' },
    { type: ['string', 'null'] },
    { enum: ['a', 'b'] },
    { type: 'array', items: { type: 'integer' } },
  )
  const schema = fc
    .dictionary(fc.constantFrom('email', 'date', 'name', 'count', 'text', 'when', 'constructor'), leaf)
    .map((properties): JsonObject => ({ type: 'object', properties, required: Object.keys(properties) }))
  const said = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem(), fc.emailAddress(), fc.nat().map(String)),
    { maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(schema, said, async (outputSchema, texts) => {
      const request = { purpose: 'worker', messages: texts.map(user), outputSchema } as const

      const first = await ask(request)

      expect(judgeJson(outputSchema, first.output satisfies Json)).toEqual([])
      expect(await ask(request)).toEqual(first)
    }),
    { seed, numRuns: 300 },
  )
})
