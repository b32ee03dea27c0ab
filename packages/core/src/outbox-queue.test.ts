import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IntentId } from './ids.ts'
import { createIntent, type Intent } from './outbox-intent.ts'
import { readIntents, writeIntents } from './outbox-note.ts'
import { queueOf } from './outbox-queue.ts'
import { createOutbox, type Outbox, type OutboxEffect, type OutboxInput } from './outbox-state.ts'
import { stepOutbox } from './outbox.ts'
import type { Failure } from './transport.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const idOf = (name: string): IntentId => name as IntentId // tests name their ids by hand
const message = (id: string): Intent => createIntent(idOf(id), { type: 'send-message', text: id }, {})
const busy = (id: string): OutboxInput => ({ type: 'ask', intent: message(id), isBusy: true })
const failure = (reason: Failure['reason']): Failure => ({
  reason,
  message: 'No.',
  requestId: null,
  retryAfter: null,
  fieldErrors: {},
})
const refused = (id: string, reason: Failure['reason'] = 'conflict'): OutboxInput => ({
  type: 'answered',
  id: idOf(id),
  outcome: { status: 'failed', failure: failure(reason) },
})
const accepted = (id: string): OutboxInput => ({
  type: 'answered',
  id: idOf(id),
  outcome: { status: 'accepted', runId: null },
})
const missed = (id: string): OutboxInput => ({ type: 'not-found', id: idOf(id) })
const release: OutboxInput = { type: 'release', sentAfter: 7 }

const play = (inputs: readonly OutboxInput[], outbox: Outbox = createOutbox([], true)) => {
  let state = outbox
  const effects: OutboxEffect[] = []
  for (const input of inputs) {
    const [next, asked] = stepOutbox(state, input)
    state = next
    effects.push(...asked)
  }
  const sent = effects.flatMap((effect) => (effect.type === 'send' ? [effect.id] : []))
  return { state, effects, sent, waiting: queueOf(state.intents, 'idle').map(({ text }) => text) }
}

describe('a message that is written while a turn runs', () => {
  it('waits, is written down, and leaves when nothing runs any more', () => {
    const before = play([busy('a')])
    const after = play([release], before.state)

    expect(before).toMatchObject({ sent: [], waiting: ['a'], effects: [{ type: 'store' }] })
    expect(after).toMatchObject({ sent: ['a'], waiting: [] })
    expect(after.state.intents[0]).toMatchObject({ status: 'sending', sentAfter: 7, hold: null })
  })

  it('leaves at once where the backend takes it', () => {
    expect(play([busy('a')], createOutbox([], false)).sent).toEqual(['a'])
  })

  it('waits behind those that wait already, though nothing runs any more', () => {
    const { sent, waiting } = play([busy('a'), { type: 'ask', intent: message('b'), isBusy: false }])

    expect(sent).toEqual([])
    expect(waiting).toEqual(['a', 'b'])
  })

  it('leaves one at a time, in order', () => {
    const { sent, waiting } = play([busy('a'), busy('b'), release, release, accepted('a'), release])

    expect(sent).toEqual(['a', 'b'])
    expect(waiting).toEqual([])
  })

  it('does not leave offline, nor while an earlier one may have arrived', () => {
    const offline = play([busy('a'), { type: 'offline' }, release])
    const unknown = play([busy('a'), busy('b'), release, refused('a', 'unknown-outcome'), release])

    expect(offline.sent).toEqual([])
    expect(unknown.sent).toEqual(['a'])
    expect(unknown.waiting).toEqual(['b'])
  })

  it('goes back to its place when a turn began elsewhere, and leaves again after a rest and two looks', () => {
    const back = play([busy('a'), busy('b'), release, refused('a'), release])
    const again = play([{ type: 'rested' }, release, missed('a'), missed('a')], back.state)

    expect(back.waiting).toEqual(['a', 'b'])
    expect(back.sent).toEqual(['a'])
    expect(back.effects).toContainEqual({ type: 'rest', ms: 1000 })
    expect(back.effects).toContainEqual({ type: 'refresh' })
    expect(again.sent).toEqual(['a'])
  })

  // Chromium sends a POST again by itself when the connection that it was kept alive on breaks: the backend refuses
  // the second copy because of the turn that the first one began.
  it('is not sent again when the turn that it was refused for is its own', () => {
    const looking = play([busy('a'), release, refused('a'), { type: 'rested' }, release])
    const found = play([{ type: 'found', id: idOf('a') }, release], looking.state)

    expect(looking.sent).toEqual(['a'])
    expect(looking.effects.at(-1)).toEqual({ type: 'look-up', id: 'a', after: 0 })
    expect(found.sent).toEqual([])
    expect(found.state.intents[0]?.status).toBe('sent')
  })

  it('is looked for at the person’s word too, once it was refused', () => {
    const { sent, effects } = play([busy('a'), release, refused('a'), { type: 'retry', id: idOf('a') }])

    expect(sent).toEqual(['a'])
    expect(effects.at(-1)).toEqual({ type: 'look-up', id: 'a', after: 0 })
  })

  it('is given to the person when the backend goes on to refuse it', () => {
    const rounds = Array.from({ length: 6 }, (_, round) => [
      release,
      ...(round === 0 ? [] : [missed('a'), missed('a')]),
      refused('a'),
      { type: 'rested' } as const,
    ]).flat()

    const { state, sent, waiting } = play([busy('a'), ...rounds])

    expect(sent).toHaveLength(6)
    expect(waiting).toEqual([])
    expect(state.intents[0]).toMatchObject({ status: 'failed', failure: { reason: 'conflict' } })
  })

  it('stays while the person edits it, and so does all behind it', () => {
    const id = idOf('a')
    const paused = play([busy('a'), busy('b'), { type: 'pause', id, isPaused: true }, release])
    const done = play(
      [{ type: 'edit', id, text: 'better' }, { type: 'pause', id, isPaused: false }, release],
      paused.state,
    )

    expect(paused.sent).toEqual([])
    expect(queueOf(paused.state.intents, 'idle').map(({ waitsFor }) => waitsFor)).toEqual(['person', 'turn'])
    expect(done.sent).toEqual(['a'])
    expect(done.state.intents[0]?.command).toEqual({ type: 'send-message', text: 'better' })
  })

  it('leaves at the person’s word, and is gone when the person takes it away', () => {
    const { sent, waiting } = play([
      busy('a'),
      busy('b'),
      { type: 'retry', id: idOf('b') },
      { type: 'discard', id: idOf('a') },
    ])

    expect(sent).toEqual(['b'])
    expect(waiting).toEqual([])
  })

  it('cannot be edited once it has left', () => {
    const { state } = play([busy('a'), release, { type: 'edit', id: idOf('a'), text: 'late' }])

    expect(state.intents[0]?.command).toEqual({ type: 'send-message', text: 'a' })
  })

  it('waits after a reload as before it, also one that was being edited or had been refused', () => {
    const { state } = play([
      busy('a'),
      busy('b'),
      release,
      refused('a'),
      { type: 'pause', id: idOf('b'), isPaused: true },
    ])

    const intents = readIntents(writeIntents(state.intents))
    const after = play([{ type: 'restore', intents }])

    expect(after.sent).toEqual([])
    expect(after.waiting).toEqual(['a', 'b'])
    expect(queueOf(after.state.intents, 'idle').every(({ waitsFor }) => waitsFor === 'turn')).toBe(true)
  })
})

it('lets of several messages that waited for the network only the first leave', () => {
  const ask = (id: string): OutboxInput => ({ type: 'ask', intent: message(id) })

  const { sent, waiting } = play([{ type: 'offline' }, ask('a'), ask('b'), { type: 'online' }])

  expect(sent).toEqual(['a'])
  expect(waiting).toEqual(['b'])
})

it(`sends each message at most once for each definite answer, and in the order in which they were written (SEED=${seed})`, () => {
  const names = ['a', 'b', 'c'] as const
  const name = fc.constantFrom(...names)
  const inputs = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(release) },
      { weight: 2, arbitrary: fc.constant<OutboxInput>({ type: 'rested' }) },
      fc.constant<OutboxInput>({ type: 'offline' }),
      fc.constant<OutboxInput>({ type: 'online' }),
      name.map((id): OutboxInput => ({ type: 'pause', id: idOf(id), isPaused: true })),
      name.map((id): OutboxInput => ({ type: 'pause', id: idOf(id), isPaused: false })),
      { weight: 3, arbitrary: fc.constantFrom('accepted', 'refused', 'lost', 'found') },
      fc.constant('reload' as const),
    ),
    { maxLength: 60 },
  )

  fc.assert(
    fc.property(inputs, (drawn) => {
      let state = play(names.map(busy)).state
      const first: IntentId[] = []
      const open = new Set<IntentId>()
      const step = (input: OutboxInput): void => {
        const [next, effects] = stepOutbox(state, input)
        state = next
        for (const effect of effects) {
          if (effect.type !== 'send') continue
          // Nothing leaves while an earlier leave of it, or of another message, has no definite answer.
          expect([...open]).toEqual([])
          open.add(effect.id)
          if (!first.includes(effect.id)) first.push(effect.id)
        }
      }
      for (const input of drawn) {
        const [id] = open
        if (typeof input !== 'string') step(input)
        else if (input === 'reload') {
          const intents = readIntents(writeIntents(state.intents))
          state = createOutbox([], true)
          step({ type: 'restore', intents })
        } else if (id === undefined) continue
        else if (input === 'lost') step(refused(id, 'unknown-outcome'))
        else {
          open.clear()
          if (input === 'found') step({ type: 'found', id })
          step(input === 'refused' ? refused(id) : accepted(id))
        }
      }

      expect(first).toEqual(names.slice(0, first.length))
    }),
    { seed, numRuns: 2000 },
  )
})
