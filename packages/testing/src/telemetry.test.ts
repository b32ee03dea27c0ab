import { createSession, telemetry, type Tracer } from '@threadwork/core'
import { expect, it } from 'vitest'
import { memoryStorage } from './memory-storage.ts'
import { named } from './named.ts'
import { scriptedTransport } from './scripted-transport.ts'
import { virtualClock } from './virtual-clock.ts'

interface Told {
  readonly name: string
  readonly attributes: Record<string, unknown>
  readonly events: [string, unknown][]
  status: number
  isEnded: boolean
}

const recorder = () => {
  const spans: Told[] = []
  const tracer: Tracer = {
    startSpan: (name, { attributes }) => {
      const span: Told = { name, attributes: { ...attributes }, events: [], status: 0, isEnded: false }
      spans.push(span)
      return {
        setAttributes: (more) => Object.assign(span.attributes, more),
        setStatus: ({ code }) => (span.status = code),
        addEvent: (event, more) => span.events.push([event, more]),
        end: () => {
          span.isEnded = true
        },
      }
    },
  }
  return { spans, tracer, named: (name: string) => spans.filter((span) => span.name === name) }
}

const begin = (tracer: Tracer) => {
  const clock = virtualClock()
  const wire = scriptedTransport()
  const session = createSession({
    transport: wire,
    conversationId: 'c',
    clock,
    storage: memoryStorage(),
    telemetry: telemetry(tracer),
  })
  session.open()
  return { clock, wire, session }
}

const turn = (seq: number) => ({ runId: named.run('r'), seq, at: seq, eventId: null })

it('tells a send, a read and a decision as spans, without anybody’s words', async () => {
  const told = recorder()
  const { clock, wire, session } = begin(told.tracer)
  await clock.advanceAsync(100)
  session.send('my secret')
  await clock.advanceAsync(100)
  wire.push(
    { type: 'event', event: { ...turn(1), type: 'turn-started' } },
    {
      type: 'event',
      event: {
        ...turn(2),
        type: 'approval-required',
        scope: 'skill',
        skillName: 'Refund',
        skillId: null,
        callId: named.call('call'),
        parameters: { to: 'ann@example.org' },
        schema: [],
      },
    },
  )
  session.decide(named.call('call'), 'rejected', 'too dear')
  await clock.advanceAsync(100)
  session.close()

  expect(told.named('threadwork.send')).toMatchObject([
    { attributes: { 'threadwork.status': 'accepted', 'threadwork.conversation.id': 'c' }, isEnded: true },
  ])
  expect(told.named('threadwork.decide')).toMatchObject([
    { attributes: { 'threadwork.resolution': 'rejected', 'threadwork.status': 'accepted' } },
  ])
  expect(told.named('threadwork.read')[0]).toMatchObject({
    attributes: { 'threadwork.read.whole': true, 'threadwork.status': 'read', 'threadwork.facts': 0 },
  })
  expect(told.spans.every(({ isEnded }) => isEnded)).toBe(true)
  const text = JSON.stringify(told.spans)
  for (const word of ['secret', 'ann@', 'too dear', 'Refund']) expect(text).not.toContain(word)
})

it('tells a recovery from the break to the first live moment, and each phase', async () => {
  const told = recorder()
  const { clock, wire, session } = begin(told.tracer)
  await clock.advanceAsync(100)
  wire.push({ type: 'event', event: { ...turn(1), type: 'turn-started' } })
  await clock.advanceAsync(100)
  wire.failReads({ reason: 'unreachable' })
  wire.end('error')
  await clock.advanceAsync(3000)
  const under = told.named('threadwork.recover').map(({ isEnded }) => isEnded)
  wire.failReads(null)
  await clock.advanceAsync(20_000)

  expect(under).toEqual([false])
  expect(told.named('threadwork.recover')).toMatchObject([
    { attributes: { 'threadwork.status': 'live' }, isEnded: true },
  ])
  expect(told.spans.some(({ name, status }) => name === 'threadwork.read' && status === 2)).toBe(true)
  const [whole] = told.named('threadwork.session')
  expect(whole?.events).toContainEqual([
    'threadwork.phase',
    { 'threadwork.phase.from': 'idle', 'threadwork.phase.to': 'ai-running' },
  ])
  session.close()
})

it('goes on when a tracer throws', async () => {
  const broken: Tracer = {
    startSpan: () => {
      throw new Error('The exporter is gone.')
    },
  }
  const { clock, wire, session } = begin(broken)
  session.send('hello')
  await clock.advanceAsync(100)

  expect(wire.submitted).toHaveLength(1)
  expect(session.getState().items).toHaveLength(1)
})
