import type { Fact, LinkChange, TransportSink } from '@threadwork/core'
import { describe, expect, it } from 'vitest'
import { named } from './named.ts'
import { scriptedTransport } from './scripted-transport.ts'
import { virtualClock } from './virtual-clock.ts'

const conversation = named.conversation('c')
const intent = named.intent('i1')
const settled = (run: string): Fact => ({ type: 'run-settled', runId: named.run(run), at: 0 })
const everything = { eventsSince: null, knownMessageId: null, attempts: [] } as const

const createSink = () => {
  const facts: Fact[] = []
  const changes: LinkChange[] = []
  const sink: TransportSink = {
    receive: (chunk) => void facts.push(...chunk),
    changeLink: (change) => void changes.push(change),
    report: () => undefined,
  }
  return { sink, facts, changes }
}

describe('scriptedTransport', () => {
  it('brings what it is told by hand to whoever has it open', () => {
    const transport = scriptedTransport()
    const { sink, facts, changes } = createSink()
    const connection = transport.open(conversation, sink)

    transport.push(settled('r1'))
    transport.end('interrupted', 500)
    connection.close()
    transport.push(settled('r2'))

    expect(facts).toEqual([settled('r1')])
    expect(changes).toEqual([{ type: 'ended', reason: 'interrupted', retryAfter: 500, failure: null }])
    expect(transport.openCount).toBe(0)
    expect(transport.opened).toEqual(['c'])
  })

  it('plays its script on the clock, and no longer once it is closed', () => {
    const clock = virtualClock()
    const steps = [
      { at: 10, type: 'facts', facts: [settled('r1')] },
      { at: 20, type: 'link', change: { type: 'reconnected' } },
      { at: 30, type: 'facts', facts: [settled('r3')] },
    ] as const
    const { sink, facts, changes } = createSink()
    const connection = scriptedTransport({ clock, steps }).open(conversation, sink)

    clock.advance(20)
    connection.close()
    clock.advance(20)

    expect(facts).toEqual([settled('r1')])
    expect(changes).toEqual([{ type: 'reconnected' }])
  })

  it('notes every command and answers as it is told', async () => {
    const transport = scriptedTransport({ onSubmit: () => ({ status: 'accepted', runId: named.run('r1') }) })
    const connection = transport.open(conversation, createSink().sink)

    const accepted = await connection.submit({ type: 'send-message', text: 'hi' }, intent)
    transport.failCommands({ reason: 'conflict' })
    const refused = await connection.submit({ type: 'send-message', text: 'hi' }, intent)

    expect(accepted).toEqual({ status: 'accepted', runId: 'r1' })
    expect(refused).toMatchObject({ status: 'failed', failure: { reason: 'conflict' } })
    expect(transport.submitted.map(({ intentId }) => intentId)).toEqual(['i1', 'i1'])
  })

  it('fails reads until it is told otherwise', async () => {
    const transport = scriptedTransport({
      onRead: () => ({ status: 'read', facts: [settled('r1')], isExpired: false, problems: [] }),
    })
    const connection = transport.open(conversation, createSink().sink)

    transport.failReads({ reason: 'signed-out' })
    const failed = await connection.read(everything)
    transport.failReads(null)
    const read = await connection.read(everything)

    expect(failed).toMatchObject({ status: 'failed', failure: { reason: 'signed-out' } })
    expect(read).toMatchObject({ status: 'read', facts: [settled('r1')] })
    expect(transport.reads).toHaveLength(2)
  })

  it('keeps answers back for a time, and for as long as they are held', async () => {
    const clock = virtualClock()
    const transport = scriptedTransport({ clock, answerAfter: 100 })
    const connection = transport.open(conversation, createSink().sink)
    const release = transport.holdAnswers()
    let isAnswered = false
    void connection.read(everything).then(() => (isAnswered = true))

    await clock.advanceAsync(99)
    const before = isAnswered
    await clock.advanceAsync(1)
    const whileHeld = isAnswered
    release()
    await clock.advanceAsync(0)

    expect([before, whileHeld, isAnswered]).toEqual([false, false, true])
  })

  it('refuses a script with times when it has no clock', () => {
    expect(() => scriptedTransport({ answerAfter: 5 })).toThrow(/pass `clock`/u)
  })
})
