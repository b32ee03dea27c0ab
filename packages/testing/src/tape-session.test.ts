import { createSession, reduce, createLedger, type Fact, type Session } from '@threadwork/core'
import { factsOf, itemsShowing, openTape, recordTape } from '@threadwork/core/inspect'
import { describe, expect, it } from 'vitest'
import { memoryStorage } from './memory-storage.ts'
import { named } from './named.ts'
import { scriptedTransport, type ScriptedTransport } from './scripted-transport.ts'
import { virtualClock, type VirtualClock } from './virtual-clock.ts'

const run = named.run('6c3e')
const at = (seq: number) => ({ runId: run, seq, at: seq * 1000, eventId: null })

const facts: readonly Fact[] = [
  { type: 'event', event: { ...at(1), type: 'turn-started' } },
  {
    type: 'event',
    event: { ...at(2), type: 'skill-running', skillName: 'Lookup', skillId: null, callId: null },
  },
  {
    type: 'event',
    event: { ...at(3), type: 'skill-completed', skillName: 'Lookup', skillId: null, callId: null },
  },
  {
    type: 'event',
    event: { ...at(4), type: 'message', messageId: named.message('m-77'), text: 'the secret plan' },
  },
  {
    type: 'event',
    event: {
      ...at(5),
      type: 'approval-required',
      scope: 'skill',
      skillName: 'Refund',
      skillId: null,
      callId: named.call('call-4711'),
      parameters: { to: 'ann@example.org', amount: 4711 },
      schema: [],
    },
  },
]

interface World {
  readonly clock: VirtualClock
  readonly wire: ScriptedTransport
  readonly session: Session
}

const begin = (): World => {
  const clock = virtualClock({ now: 50_000 })
  const wire = scriptedTransport()
  const session = createSession({ transport: wire, conversationId: 'c', clock, storage: memoryStorage() })
  session.open()
  return { clock, wire, session }
}

const play = async ({ clock, wire }: World, from = 0): Promise<void> => {
  for (const fact of facts.slice(from)) {
    wire.push(fact)
    await clock.advanceAsync(1000)
  }
}

describe('recordTape', () => {
  it('plays what a session heard, moment by moment', async () => {
    const world = begin()
    const tape = recordTape(world.session, { clock: world.clock, keepsContent: true })
    await play(world)
    const player = openTape(tape.toText())

    const last = player.at(player.duration)

    expect(last.items).toEqual(world.session.getState().items)
    expect(last.phase).toBe('awaiting-approval')
    expect(player.at(1500).phase).toBe('skill-running')
    expect(player.at(player.duration).items).toEqual(last.items)
  })

  it('begins with what the session knew before', async () => {
    const world = begin()
    await play({ ...world }, 0)
    const tape = recordTape(world.session, { clock: world.clock, keepsContent: true })

    const first = openTape(tape.toText()).at(0)

    expect(first.items).toEqual(world.session.getState().items)
  })

  it('holds nobody’s words and nobody’s ids, and plays all the same', async () => {
    const world = begin()
    const tape = recordTape(world.session, { clock: world.clock })
    await play(world)
    world.session.decide(named.call('call-4711'), 'rejected', 'too dear for me')
    world.session.send('my own words')
    await world.clock.advanceAsync(1000)
    const text = tape.toText()
    const player = openTape(text)

    for (const word of ['secret', 'ann@', '4711', 'too dear', 'my own', '6c3e', 'm-77'])
      expect(text).not.toContain(word)
    expect(player.head.isRedacted).toBe(true)
    const { items } = player.at(player.duration)
    expect(items.map(({ kind }) => kind)).toEqual(world.session.getState().items.map(({ kind }) => kind))
    expect(new Set(items.filter(({ kind }) => kind === 'skill').map(({ runId }) => runId))).toEqual(
      new Set(['run-00001']),
    )
  })

  it('shows a message of the person as pending until the tape has the answer', async () => {
    const world = begin()
    const tape = recordTape(world.session, { clock: world.clock, keepsContent: true })
    const release = world.wire.holdAnswers()
    world.session.send('hello')
    await world.clock.advanceAsync(1000)
    release()
    await world.clock.advanceAsync(1000)
    const player = openTape(tape.toText())

    expect(player.at(500).items).toMatchObject([{ text: 'hello', submission: { status: 'sending' } }])
    expect(player.at(player.duration).items).toMatchObject([{ submission: { status: 'sent' } }])
  })

  it('records nothing more once it is stopped', async () => {
    const world = begin()
    const tape = recordTape(world.session, { clock: world.clock })
    await world.clock.advanceAsync(1)
    tape.stop()
    const count = tape.count()

    await play(world)

    expect(tape.count()).toBe(count)
  })

  it.each([
    ['an unknown type', '{"at":1,"type":"odd"}', /Line 2 of the tape has no time or a type/u],
    ['facts that are none', '{"at":1,"type":"facts","facts":[7]}', /Line 2 of the tape says “facts”/u],
    ['a time before the beginning', '{"at":-1,"type":"report","report":{}}', /Line 2/u],
    [
      'a fact without its event',
      '{"at":1,"type":"facts","facts":[{"type":"event"}]}',
      /Entry 1 of the tape holds something that no conversation can show/u,
    ],
  ])('refuses a tape with %s and names the place', (_, line, problem) => {
    const head = '{"tape":"threadwork-tape/1","capabilities":{"name":"x"}}'

    expect(() => openTape(`${head}\n${line}`)).toThrow(problem)
  })
})

describe('what an inspector reads', () => {
  it('gives a ledger’s facts to another ledger, which shows the same', async () => {
    const world = begin()
    await play(world)
    const copy = createLedger()

    for (const fact of factsOf(world.session.inspect().ledger)) copy.add(fact)

    expect(reduce(copy, []).items).toEqual(world.session.getState().items)
  })

  it('finds the item that shows an event', async () => {
    const world = begin()
    await play(world)
    const { items } = world.session.getState()

    const shown = facts.map((fact) => itemsShowing([fact], items).map(({ kind }) => kind))

    expect(shown).toEqual([[], ['skill'], ['skill'], ['message'], ['approval']])
  })
})
