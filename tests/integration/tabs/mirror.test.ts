import { createSession, mirrorAcross, type Neighbours, type Session } from '@threadwork/core'
import { memoryStorage, scriptedTransport, virtualClock, type TransportScript } from '@threadwork/testing'
import { describe, expect, test } from 'vitest'
import { events, history, readOf, state } from '../session/session-notation.ts'

const asked = events('r1/1@1 processing.started', 'r1/2@2 skill.confirmation_required Send call=c1')
const waiting = readOf(...history('u1@0 user hello'), ...asked, state('ai-running', 3))

/** Pages that hear each other at once, and everything that was said. */
const pages = () => {
  const listeners = new Map<string, Set<(text: string) => void>>()
  const said: string[] = []
  const join = (): Neighbours => {
    const own = new Set<(text: string) => void>()
    return {
      post: (topic, text) => {
        said.push(text)
        for (const hear of listeners.get(topic) ?? []) if (!own.has(hear)) hear(text)
      },
      listen: (topic, hear) => {
        own.add(hear)
        listeners.set(topic, (listeners.get(topic) ?? new Set()).add(hear))
        return () => void listeners.get(topic)?.delete(hear)
      },
    }
  }
  return { join, said, post: (text: string) => listeners.get('c1')?.forEach((hear) => hear(text)) }
}

const script: TransportScript = { onRead: () => waiting }

const open = async (neighbours: Neighbours | undefined, given = script) => {
  const clock = virtualClock({ now: 1000 })
  const transport = scriptedTransport(given)
  const storage = memoryStorage()
  const session = createSession({
    transport,
    conversationId: 'c1',
    clock,
    storage,
    ...(neighbours ? { mirror: mirrorAcross(neighbours) } : {}),
  })
  session.open()
  await clock.advanceAsync(20)
  return { session, clock, transport, storage }
}

const cardOf = (session: Session) => session.getState().items.find(({ kind }) => kind === 'approval')

describe('two pages of one conversation', () => {
  test('close a card that was decided about in one of them, and know whose answer it was', async () => {
    const { join } = pages()
    const here = await open(join())
    const there = await open(join())

    here.session.decide('c1' as never, 'approved')
    await here.clock.advanceAsync(20)
    await there.clock.advanceAsync(20)

    expect(cardOf(here.session)).toMatchObject({ status: 'approved', by: 'me' })
    expect(cardOf(there.session)).toMatchObject({ status: 'approved', by: 'elsewhere' })
    expect(there.transport.submitted).toEqual([])
  })

  test('say nothing of a decision whose answer was lost', async () => {
    const { join, said } = pages()
    const here = await open(join())
    here.transport.failCommands({ reason: 'unknown-outcome' })

    here.session.decide('c1' as never, 'approved')
    await here.clock.advanceAsync(20)

    expect(said).toEqual([])
  })

  test('share drafts, and tell each once', async () => {
    const { join, said } = pages()
    const here = await open(join())
    const there = await open(join())
    const told: string[] = []
    const stop = there.session.subscribeDrafts((name) => {
      told.push(name)
      // As a field does that shows it.
      there.session.writeDraft(name, there.session.readDraft(name))
    })

    here.session.writeDraft('composer', 'half')
    here.session.writeDraft('composer', 'half')
    const kept = there.session.readDraft('composer')
    here.session.writeDraft('composer', null)
    stop()
    here.session.writeDraft('composer', 'more')

    expect(kept).toBe('half')
    expect(told).toEqual(['composer', 'composer'])
    expect(said).toHaveLength(3)
    expect(there.session.readDraft('composer')).toBe('more')
  })

  test('share drafts where the storage throws, without an end', async () => {
    const { join, said } = pages()
    const here = await open(join())
    const there = await open(join())
    for (const { session, storage } of [here, there]) {
      storage.fail(new Error('full'))
      session.subscribeDrafts((name) => session.writeDraft(name, 'half'))
    }

    here.session.writeDraft('composer', 'half')

    expect(said).toHaveLength(1)
  })

  test('believe nothing that is not a word of theirs', async () => {
    const { join, post } = pages()
    const { session, clock } = await open(join())
    const words = [
      'no json',
      'null',
      '{"v":2,"type":"decision","callId":"c1","resolution":"approved"}',
      '{"v":1,"type":"decision","callId":"c1","resolution":"perhaps"}',
      '{"v":1,"type":"decision","callId":7,"resolution":"approved"}',
      '{"v":1,"type":"draft","name":"composer","text":{}}',
    ]

    for (const word of words) post(word)
    await clock.advanceAsync(100)

    expect(cardOf(session)).toMatchObject({ status: 'awaiting' })
    expect(session.readDraft('composer')).toBe(null)
  })

  test('hear nothing more once the session is closed', async () => {
    const { join, post } = pages()
    const { session } = await open(join())

    session.close()
    post('{"v":1,"type":"draft","name":"composer","text":"late"}')

    expect(session.readDraft('composer')).toBe(null)
  })
})
