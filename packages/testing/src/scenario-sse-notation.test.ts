import { describe, expect, it } from 'vitest'
import { parseHistoryMessage, parseSseEvent } from './scenario-sse-notation.ts'

const eventOf = (text: string) => {
  const step = parseSseEvent(text)
  return step?.type === 'heard' && step.fact.type === 'event' ? step.fact.event : step
}

describe('parseSseEvent', () => {
  it('reads run, number, time and skill', () => {
    expect(eventOf('r1/3@5 skill.completed Lookup')).toEqual({
      type: 'skill-completed',
      runId: 'r1',
      seq: 3,
      at: Date.parse('2026-01-01T12:00:05Z'),
      eventId: null,
      skillName: 'Lookup',
      skillId: null,
      callId: null,
    })
  })

  it('reads fractions of a second, and dashes as what the wire did not say', () => {
    expect(eventOf('r1/-@3.1 skill.running A id=e7')).toMatchObject({
      seq: null,
      at: Date.parse('2026-01-01T12:00:03.100Z'),
      eventId: 'e7',
    })
    expect(eventOf('-/-@- processing.started')).toMatchObject({ runId: null, seq: null, at: null })
  })

  it.each([
    ['r1/1@1 processing.started', 'turn-started'],
    ['r1/1@1 processing.finished', 'turn-ended'],
    ['r1/1@1 skill.running A', 'skill-running'],
    ['r1/1@1 skill.stopped A', 'skill-completed'],
    ['r1/1@1 skill.failed A', 'skill-failed'],
    ['r1/1@1 skill.confirmation_required A call=c1', 'approval-required'],
    ['r1/1@1 business_approval.required call=c1', 'approval-required'],
    ['r1/1@1 runtime_connection.auth_required attempt=a1', 'connection-required'],
    ['r1/1@1 runtime_connection.auth_success attempt=a1', 'connection-authorized'],
    ['r1/1@1 runtime_connection.auth_failed attempt=a1 denied', 'connection-failed'],
    ['r1/1@1 agent.message m1 hi', 'message'],
    ['r1/1@1 skill.teleported X', 'unknown'],
    ['r1/1@1 business_approval.required', 'unknown'],
    ['r1/1@1 agent.message', 'unknown'],
  ])('reads %s as %s', (text, type) => {
    expect(eventOf(text)).toMatchObject({ type })
  })

  it('keeps quoted words together and gives settings to their fields', () => {
    expect(eventOf('r1/3@9 agent.message m1 "ok, not \\"sent\\""')).toMatchObject({ text: 'ok, not "sent"' })
    expect(eventOf('r1/2@2 skill.running "Send mail" call=c1')).toMatchObject({
      skillName: 'Send mail',
      callId: 'c1',
    })
  })

  it('tells signals from facts', () => {
    expect(parseSseEvent('-/-@- system.ping')).toEqual({ type: 'signal', signal: 'ping' })
    expect(parseSseEvent('r1/-@3 system.stream_interrupted')).toEqual({
      type: 'signal',
      signal: 'interrupted',
    })
  })

  it.each(['', 'hello', 'r1/x@1 skill.running A', 'r1/1@soon skill.running A', 'r1/1@1'])(
    'refuses %j',
    (text) => {
      expect(parseSseEvent(text)).toBeNull()
    },
  )
})

describe('parseHistoryMessage', () => {
  it('reads id, time, role and text', () => {
    expect(parseHistoryMessage('m1@4.9 genie well done')).toEqual({
      type: 'history-message',
      message: {
        messageId: 'm1',
        role: 'agent',
        text: 'well done',
        runId: null,
        at: Date.parse('2026-01-01T12:00:04.900Z'),
        intentId: null,
        revision: 0,
      },
    })
  })

  it('refuses a role that nobody has', () => {
    expect(parseHistoryMessage('m1@4 robot hi')).toBeNull()
  })
})
