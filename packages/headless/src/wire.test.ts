import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as wire from './wire.ts'

const envelope = {
  event_id: 'e1',
  conversation_id: 'c',
  genie_run_id: 'r1',
  seq_num: 2,
  created_at: '2026-01-01T12:00:00Z',
}
const running = { ...envelope, type: 'skill.running', skill_name: 'Lookup', skill_id: 'recipe:7' }
const decodedRunning = { ...running, call_id: null }

const NAMES = [
  'processing.started',
  'processing.finished',
  'skill.running',
  'skill.completed',
  'skill.stopped',
  'skill.failed',
  'skill.confirmation_required',
  'business_approval.required',
  'runtime_connection.auth_required',
  'runtime_connection.auth_success',
  'runtime_connection.auth_failed',
  'agent.message',
  'system.ping',
  'system.stream_interrupted',
  'workflow.started',
  'workflow.step_started',
  'workflow.intervention_required',
  'workflow.step_completed',
  'workflow.step_failed',
  'workflow.completed',
] as const

const everything = {
  ...envelope,
  skill_name: 'Lookup',
  call_id: 'k',
  runtime_connection_attempt_id: 'a',
  message_id: 'm',
  message: 'hi',
  workflow_id: 'w',
  step_id: 's',
}

describe('decodeEvent', () => {
  test.each(NAMES)('knows %s, named by the stream or by its data', (name) => {
    expect(wire.decodeEvent(name, everything).type).toBe(name)
    expect(wire.decodeEvent(null, { ...everything, type: name }).type).toBe(name)
    expect(wire.decodeEvent('message', { ...everything, type: name }).type).toBe(name)
  })

  test.each([
    ['type in event:', 'skill.running', { ...running, type: undefined }],
    ['type in data', null, running],
    ['type in both', 'skill.running', running],
    ['a type in event: that nobody knows beside a known one', 'delta', running],
    ['wrapped as result', 'skill.running', { result: running }],
    ['time in milliseconds', null, { ...running, created_at: Date.UTC(2026, 0, 1, 12) }],
    ['time in seconds', null, { ...running, created_at: Date.UTC(2026, 0, 1, 12) / 1000 }],
    ['seq as a string', null, { ...running, seq_num: '2' }],
  ])('reads the same event from %s', (_form, name, data) => {
    const event = wire.decodeEvent(name, data)

    expect({ ...event, created_at: Date.parse(event.created_at ?? '') }).toEqual({
      ...decodedRunning,
      created_at: Date.UTC(2026, 0, 1, 12),
    })
  })

  test('does not take a field that is called result for an envelope', () => {
    const event = wire.decodeEvent(null, { ...running, result: { rows: 3 } })

    expect(event).toEqual(decodedRunning)
  })

  test('reads numbers as ids', () => {
    const event = wire.decodeEvent('agent.message', { message_id: 7, genie_run_id: 8, event_id: 9 })

    expect(event).toMatchObject({ message_id: '7', genie_run_id: '8', event_id: '9' })
  })

  test.each([
    ['a string', 'hi', 'hi'],
    ['content', { content: 'hi' }, 'hi'],
    ['text', { text: 'hi' }, 'hi'],
    ['parts', { content: [{ text: 'h' }, { text: 'i' }] }, 'hi'],
    ['nothing', null, ''],
  ])('reads a message given as %s', (_form, message, text) => {
    expect(wire.decodeEvent('agent.message', { message_id: 'm', message })).toMatchObject({ message: text })
  })

  test.each([
    ['a string', 'boom', 'boom'],
    ['an object', { message: 'boom' }, 'boom'],
    ['a nested object', { error: { detail: 'boom' } }, 'boom'],
    ['nothing', undefined, 'No reason was given.'],
  ])('reads an error given as %s', (_form, error, text) => {
    expect(wire.decodeEvent('skill.failed', { skill_name: 'A', error })).toMatchObject({ error: text })
  })

  test('takes a time without a zone as UTC', () => {
    const event = wire.decodeEvent('processing.started', { created_at: '2026-01-01 12:00:00.5' })

    expect(event.created_at).toBe('2026-01-01T12:00:00.5Z')
  })

  test('names a message without an id after its event', () => {
    expect(wire.decodeEvent('agent.message', { genie_run_id: 'r', seq_num: 4 })).toMatchObject({
      message_id: 'r#4',
    })
  })

  test('keeps an unknown event whole', () => {
    const event = wire.decodeEvent('skill.teleported', { ...envelope, x: 1 })

    expect(event).toEqual({
      type: 'unknown',
      name: 'skill.teleported',
      ...envelope,
      payload: { ...envelope, x: 1 },
      problem: null,
    })
  })

  test.each([
    ['skill.running', 'skill_name'],
    ['skill.confirmation_required', 'call_id'],
    ['business_approval.required', 'call_id'],
    ['runtime_connection.auth_required', 'runtime_connection_attempt_id'],
    ['agent.message', 'message_id'],
    ['workflow.started', 'workflow_id'],
    ['workflow.step_started', 'step_id'],
  ])('says what a %s lacks', (name, field) => {
    expect(wire.decodeEvent(name, {})).toMatchObject({
      type: 'unknown',
      name,
      problem: `${name} came without ${field}`,
    })
  })

  test('does not take names of the prototype for events', () => {
    expect(wire.decodeEvent('constructor', {})).toMatchObject({ type: 'unknown', name: 'constructor' })
  })
})

describe('decoding bodies', () => {
  const conversation = { conversation_id: 'c', state: 'idle', updated_at: '2026-01-01T12:00:00Z' }

  test('reads a conversation bare and wrapped', () => {
    expect(wire.decodeConversation({ result: conversation })).toEqual(wire.decodeConversation(conversation))
    expect(wire.decodeConversation(conversation)).toMatchObject(conversation)
    expect(wire.bodyFormOf({ result: conversation })).toBe('result')
    expect(wire.bodyFormOf(conversation)).toBe('bare')
  })

  test('answers null for a conversation without an id, and for an unknown state', () => {
    expect(wire.decodeConversation({})).toBeNull()
    expect(wire.decodeConversation({ ...conversation, state: 'dancing' })?.state).toBeNull()
  })

  test.each([
    ['list', { list: [conversation] }],
    ['conversations', { conversations: [conversation] }],
    ['a wrapped list', { result: { list: [conversation] } }],
    ['a bare array', [conversation]],
    ['a wrapped array', { result: [conversation] }],
  ])('reads conversations from %s', (_form, body) => {
    expect(wire.decodeConversationPage(body).list).toHaveLength(1)
  })

  test('joins message pages to one history, oldest first, each message once', () => {
    const row = (id: number) => ({ message_id: id, source: 'user', content: `t${id}`, created_at: 1e12 + id })

    const history = wire.decodeHistory([
      { messages: [row(4), row(3)], cursor: 'x' },
      { result: { messages: [row(3), row(2)] } },
    ])

    expect(history.map((message) => message.message_id)).toEqual(['2', '3', '4'])
  })

  test('reads an event page in either envelope', () => {
    const page = { events: [running], next_since_created_at: '2026-01-01T12:00:01Z' }

    expect(wire.decodeEventPage({ result: page })).toEqual({
      events: [decodedRunning],
      next_since_created_at: '2026-01-01T12:00:01Z',
    })
  })

  test('reads a link, and takes an unknown status for auth_required', () => {
    expect(wire.decodeLink({ status: 'authorized' })).toEqual({ status: 'authorized', auth_link: null })
    expect(wire.decodeLink({ status: '?', auth_link: { url: 'https://a' } })).toMatchObject({
      status: 'auth_required',
      auth_link: { url: 'https://a' },
    })
  })

  test('keeps a field that is called __proto__ a field', () => {
    const problem = wire.decodeProblem(JSON.parse('{"errors":{"__proto__":["no"]}}'))

    expect(Object.keys(problem.errors ?? {})).toEqual(['__proto__'])
  })
})

test('every decoder is total over arbitrary JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...NAMES, '', 'message', 'toString', null), (json, name) => {
      expect(typeof wire.decodeEvent(name, json).type).toBe('string')
      wire.decodeConversation(json)
      wire.decodeConversationPage(json)
      wire.decodeHistory([json])
      wire.decodeEventPage(json)
      wire.decodeLink(json)
      wire.decodeProblem(json)
    }),
    { seed: Number(process.env['SEED'] ?? 1), numRuns: 500 },
  )
})
