import type { AttemptId } from '@threadwork/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translateLink } from './translate-link.ts'
import { translateConversation, translateEvent, translateHistory } from './translate.ts'
import { decodeEvent, decodeHistory, decodeLink } from './wire.ts'

const AT = Date.UTC(2026, 0, 1, 12)
const wire = {
  event_id: 'e1',
  genie_run_id: 'r1',
  seq_num: 3,
  created_at: '2026-01-01T12:00:00Z',
  skill_name: 'Lookup',
  skill_id: 'recipe:7',
  workflow_id: 'w',
  step_id: 's',
}
const envelope = { runId: 'r1', seq: 3, at: AT, eventId: 'e1' }
const skill = { skillName: 'Lookup', skillId: 'recipe:7', callId: null }
const attempt = { runtime_connection_attempt_id: 'a1' }

describe('translateEvent', () => {
  test.each([
    ['processing.started', {}, { type: 'turn-started' }],
    ['processing.finished', {}, { type: 'turn-ended' }],
    ['skill.running', {}, { type: 'skill-running', ...skill }],
    ['skill.completed', {}, { type: 'skill-completed', ...skill }],
    ['skill.stopped', {}, { type: 'skill-completed', ...skill }],
    ['skill.failed', { error: { message: 'boom' } }, { type: 'skill-failed', ...skill, error: 'boom' }],
    [
      'skill.confirmation_required',
      {
        call_id: 'c1',
        skill_parameters: { to: 'x' },
        skill_parameter_schema: [{ name: 'to', optional: true }],
      },
      {
        type: 'approval-required',
        ...skill,
        callId: 'c1',
        scope: 'skill',
        parameters: { to: 'x' },
        schema: [{ name: 'to', label: null, type: null, controlType: null, isOptional: true, hint: null }],
      },
    ],
    [
      'skill.confirmation_required',
      {
        call_id: 'c2',
        expires_at: '2026-01-01T12:05:00Z',
        replaces_call_id: 'c1',
        skill_parameter_schema: [
          {
            name: 'lines',
            pick_list: [['One', 1], { value: 2, label: 'Two' }, 'three'],
            properties: [{ name: 'item', label: 'Item' }],
          },
        ],
      },
      {
        type: 'approval-required',
        ...skill,
        callId: 'c2',
        scope: 'skill',
        parameters: {},
        expiresAt: Date.UTC(2026, 0, 1, 12, 5),
        replaces: 'c1',
        schema: [
          {
            name: 'lines',
            label: null,
            type: null,
            controlType: null,
            isOptional: false,
            hint: null,
            options: [
              { value: 1, label: 'One' },
              { value: 2, label: 'Two' },
              { value: 'three', label: 'three' },
            ],
            properties: [
              { name: 'item', label: 'Item', type: null, controlType: null, isOptional: false, hint: null },
            ],
          },
        ],
      },
    ],
    [
      'business_approval.required',
      { call_id: 'c1' },
      { type: 'approval-required', ...skill, callId: 'c1', scope: 'business', parameters: {}, schema: [] },
    ],
    [
      'runtime_connection.auth_required',
      { ...attempt, auth_link: { url: 'https://a', expires_at: AT, connector_name: 'Mail' } },
      {
        type: 'connection-required',
        attemptId: 'a1',
        link: { url: 'https://a', expiresAt: AT, connectorName: 'Mail' },
      },
    ],
    ['runtime_connection.auth_success', attempt, { type: 'connection-authorized', attemptId: 'a1' }],
    ['runtime_connection.auth_failed', attempt, { type: 'connection-failed', attemptId: 'a1', error: null }],
    ['agent.message', { message_id: 'm1', message: 'hi' }, { type: 'message', messageId: 'm1', text: 'hi' }],
    ['workflow.started', { name: 'Onboard' }, { type: 'workflow-started', workflowId: 'w', name: 'Onboard' }],
    [
      'workflow.step_started',
      { message: 'Go' },
      { type: 'step-started', workflowId: 'w', stepId: 's', message: 'Go' },
    ],
    ['workflow.step_completed', {}, { type: 'step-completed', workflowId: 'w', stepId: 's' }],
    ['workflow.step_completed', { lane: 'main' }, { type: 'step-completed', workflowId: 'w', stepId: 's' }],
    [
      'workflow.step_completed',
      { lane: 'bell', judged_by: 'scripted' },
      { type: 'step-completed', workflowId: 'w', stepId: 's', lane: 'bell', isScripted: true },
    ],
    [
      'workflow.step_failed',
      { error: 'boom', can_retry: false },
      { type: 'step-failed', workflowId: 'w', stepId: 's', error: 'boom', canRetry: false },
    ],
    ['workflow.failed', { error: 'late' }, { type: 'workflow-failed', workflowId: 'w', error: 'late' }],
    ['workflow.failed', {}, { type: 'workflow-failed', workflowId: 'w', error: null }],
    ['workflow.cancelled', {}, { type: 'workflow-cancelled', workflowId: 'w' }],
    [
      'agent.message',
      {
        message_id: 'm',
        message: 'hi',
        actions: [{ type: 'button', label: 'Yes' }, 7, { type: 'link', label: 'no address' }],
        judged_by: 'scripted',
      },
      {
        type: 'message',
        messageId: 'm',
        text: 'hi',
        actions: [{ type: 'button', label: 'Yes', text: 'Yes' }],
        isScripted: true,
      },
    ],
    [
      'workflow.step_failed',
      { error: 'boom' },
      { type: 'step-failed', workflowId: 'w', stepId: 's', error: 'boom' },
    ],
    ['workflow.completed', {}, { type: 'workflow-ended', workflowId: 'w' }],
  ])('says %s in our words', (name, fields, event) => {
    expect(translateEvent(decodeEvent(name, { ...wire, ...fields }))).toEqual({
      type: 'fact',
      event: { ...envelope, ...event },
      problems: [],
    })
  })

  test('decodes the fields of a form, and tells what is wrong with them', () => {
    const points = [{ key: 'email', label: 'Email', type: 'Email' }, { label: 'no key' }]

    const form = translateEvent(
      decodeEvent('workflow.intervention_required', { ...wire, message: 'Who?', data_points: points }),
    )

    expect(form).toMatchObject({
      event: {
        type: 'form-required',
        stepId: 's',
        message: 'Who?',
        dataPoints: [{ key: 'email', type: 'Email' }],
      },
      problems: [expect.any(String)],
    })
  })

  test('makes signals of pings and interruptions, not facts', () => {
    expect(translateEvent(decodeEvent('system.ping', {}))).toEqual({ type: 'ping' })
    expect(
      translateEvent(decodeEvent('system.stream_interrupted', { retry_after_ms: 500, reason: 'idle' })),
    ).toEqual({ type: 'interrupted', retryAfter: 500, reason: 'idle' })
  })

  test('keeps what it does not know, and known events that lack their id, as unknown', () => {
    expect(translateEvent(decodeEvent('skill.teleported', { ...wire }))).toMatchObject({
      event: { type: 'unknown', ...envelope, name: 'skill.teleported' },
    })
    expect(translateEvent(decodeEvent('business_approval.required', {}))).toMatchObject({
      event: { type: 'unknown', name: 'business_approval.required' },
    })
  })
})

describe('translateHistory', () => {
  test('keeps what a message offers, and says nothing of it where the server says nothing', () => {
    const actions = [{ type: 'link', label: 'Open', url: 'https://example.com' }]
    const facts = translateHistory(
      decodeHistory([
        { messages: [{ message_id: 'm2' }, { message_id: 'm1', actions, judged_by: 'scripted' }] },
      ]),
    )

    expect(facts).toMatchObject([{ message: { messageId: 'm1', actions, isScripted: true } }, {}])
    expect(JSON.stringify(facts[1])).not.toMatch(/actions|isScripted/u)
  })

  test('makes facts of messages, oldest first, and gives a message without a time that of the one before', () => {
    const history = decodeHistory([
      {
        messages: [
          { message_id: 'm1', source: 'genie', content: 'hi', genie_run_id: 'r1' },
          { message_id: 'u1', source: 'user', content: 'hello', created_at: AT },
        ],
      },
    ])

    const common = { intentId: null, revision: 0, at: AT }
    expect(translateHistory(history)).toEqual([
      {
        type: 'history-message',
        message: { messageId: 'u1', role: 'user', text: 'hello', runId: null, ...common },
      },
      {
        type: 'history-message',
        message: { messageId: 'm1', role: 'agent', text: 'hi', runId: 'r1', ...common },
      },
    ])
  })
})

test.each([
  ['idle', 'idle'],
  ['ai_running', 'ai-running'],
  ['skill_processing', 'skill-running'],
  ['awaiting_approval', 'awaiting-approval'],
] as const)('says the state %s as %s', (state, ours) => {
  expect(translateConversation({ conversation_id: 'c', state, updated_at: '2026-01-01T12:00:00Z' })).toEqual([
    { type: 'backend-state', state: ours, at: AT },
  ])
})

test('makes no fact of a state that is not known', () => {
  expect(translateConversation({ conversation_id: 'c', state: null })).toEqual([])
})

test('says what a link read says', () => {
  const attemptId = 'a1' as AttemptId // a test's own id

  expect(translateLink(attemptId, decodeLink({ status: 'auth_required' }), null)).toEqual({
    type: 'connection',
    connection: { attemptId, status: 'auth-required', link: null },
  })
  expect(translateLink(attemptId, decodeLink({ status: 'authorized' }), null)).toMatchObject({
    connection: { status: 'authorized' },
  })
})

test('is total: whatever JSON arrives becomes a fact or a signal, with finite numbers or null', () => {
  const names = fc.constantFrom(
    'skill.confirmation_required',
    'workflow.intervention_required',
    'agent.message',
    'runtime_connection.auth_required',
    'system.stream_interrupted',
    'skill.failed',
    'nobody.knows',
  )
  const keys = fc.constantFrom(
    ...Object.keys(wire),
    'call_id',
    'message',
    'message_id',
    'data_points',
    'auth_link',
  )
  const data = fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue()))

  fc.assert(
    fc.property(names, data, (name, json) => {
      const translation = translateEvent(decodeEvent(name, json))

      if (translation.type !== 'fact') return
      const { runId, seq, at } = translation.event
      expect(runId === null || typeof runId === 'string').toBe(true)
      expect(seq === null || Number.isSafeInteger(seq)).toBe(true)
      expect(at === null || Number.isFinite(at)).toBe(true)
    }),
    { seed: Number(process.env['SEED'] ?? 1), numRuns: 2_000 },
  )
})
