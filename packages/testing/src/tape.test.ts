import type { Fact, LinkChange, TransportSink } from '@threadwork/core'
import { describe, expect, it } from 'vitest'
import { named } from './named.ts'
import { scriptedTransport } from './scripted-transport.ts'
import { tape } from './tape.ts'
import { virtualClock } from './virtual-clock.ts'

const conversation = named.conversation('c')
const envelope = { runId: named.run('r1'), seq: 1, at: 5, eventId: null }

const message: Fact = {
  type: 'event',
  event: { ...envelope, type: 'message', messageId: named.message('m1'), text: 'the secret plan' },
}
const approval: Fact = {
  type: 'event',
  event: {
    ...envelope,
    seq: 2,
    type: 'approval-required',
    scope: 'skill',
    skillName: 'Send',
    skillId: null,
    callId: named.call('c1'),
    parameters: { to: 'ann@example.org', amount: 4711 },
    schema: [],
  },
}
const connection: Fact = {
  type: 'connection',
  connection: {
    attemptId: named.attempt('a1'),
    status: 'auth-required',
    link: { url: 'https://login.example/?token=abc', expiresAt: 9, connectorName: 'Calendar' },
  },
}

const createSink = () => {
  const heard: (Fact | LinkChange)[] = []
  const sink: TransportSink = {
    receive: (facts) => void heard.push(...facts),
    changeLink: (change) => void heard.push(change),
    report: () => undefined,
  }
  return { sink, heard }
}

const everything = { eventsSince: null, knownMessageId: null, attempts: [] } as const

const record = async (keepsContent: boolean) => {
  const clock = virtualClock({ now: 1000 })
  const wire = scriptedTransport({
    onRead: () => ({ status: 'read', facts: [connection], isExpired: false, problems: [] }),
  })
  const recording = tape.record(wire, { clock, keepsContent })
  const { sink, heard } = createSink()
  const open = recording.transport.open(conversation, sink)
  clock.advance(10)
  wire.push(message)
  clock.advance(10)
  wire.push(approval)
  wire.end('eof')
  await open.read(everything)
  const decision = {
    type: 'decide',
    callId: named.call('c1'),
    scope: 'skill',
    resolution: 'rejected',
  } as const
  await open.submit({ ...decision, reason: 'too dear for me' }, named.intent('i1'))
  const attachments = [
    { fileId: named.file('f1'), name: 'divorce.pdf', mediaType: 'application/pdf', size: 1 },
  ]
  await open.submit({ type: 'send-message', text: 'look', attachments }, named.intent('i2'))
  await open.upload?.(
    { name: 'divorce.pdf', type: 'application/pdf', size: 1, arrayBuffer: () => Promise.reject(new Error()) },
    {},
  )
  return { text: recording.toText(), heard, uploaded: wire.uploaded }
}

describe('tape', () => {
  it('passes on what it records', async () => {
    const { heard, uploaded } = await record(false)

    expect(uploaded).toHaveLength(1)
    expect(heard).toEqual([
      message,
      approval,
      { type: 'ended', reason: 'eof', retryAfter: null, failure: null },
    ])
  })

  it('replays what was recorded, at the same times', async () => {
    const { text } = await record(true)
    const clock = virtualClock()
    const { sink, heard } = createSink()
    const open = tape.replay(text, { clock }).open(conversation, sink)

    clock.advance(10)
    const early = [...heard]
    clock.advance(10)
    const read = await open.read(everything)

    expect(early).toEqual([message])
    expect(heard.slice(1)).toEqual([
      approval,
      { type: 'ended', reason: 'eof', retryAfter: null, failure: null },
    ])
    expect(read).toMatchObject({ status: 'read', facts: [connection] })
  })

  it("holds nobody's words unless it is asked to", async () => {
    const { text } = await record(false)

    for (const word of ['secret', 'ann@', '4711', 'token', 'too dear', 'divorce', '"m1"', '"c1"', '"r1"'])
      expect(text).not.toContain(word)
    for (const name of ['"message-00001"', '"Send"', '"to"', '"isRedacted":true'])
      expect(text).toContain(name)
  })

  it('keeps texts and parameters when it is asked to', async () => {
    const { text } = await record(true)

    for (const word of ['the secret plan', 'ann@example.org', '4711', 'too dear'])
      expect(text).toContain(word)
  })

  it('refuses commands in a replay', async () => {
    const { text } = await record(false)
    const open = tape.replay(text, { clock: virtualClock() }).open(conversation, createSink().sink)

    const outcome = await open.submit({ type: 'send-message', text: 'hi' }, named.intent('i2'))

    expect(outcome).toMatchObject({ status: 'failed', failure: { reason: 'unsupported' } })
  })

  it.each([
    ['', /Line 1 of the tape is not an object/u],
    ['{"a":1}', /Line 1 of the tape is not its head/u],
    ['{"tape":"threadwork-tape/1","capabilities":{}}\nnonsense', /Line 2 of the tape is not JSON/u],
    [
      '{"tape":"threadwork-tape/1","capabilities":{}}\n{"at":1,"type":"odd"}',
      /Line 2 of the tape has no time/u,
    ],
  ])('says which line of %j is wrong', (text, problem) => {
    expect(() => tape.replay(text, { clock: virtualClock() })).toThrow(problem)
  })
})
