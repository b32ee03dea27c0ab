import { describe, expect, test } from 'vitest'
import {
  createRecovery,
  stepRecovery,
  type Need,
  type RecoveryEffect,
  type RecoveryInput,
  type RecoveryState,
} from './recovery.ts'
import type { Failure } from './transport.ts'

const open: Need = {
  isTurnOpen: true,
  isAwaitingPerson: false,
  isAwaitingConnection: false,
  hasGap: false,
  isEndUnseen: false,
  isUnconfirmed: false,
}
const over: Need = { ...open, isTurnOpen: false }
const failure: Failure = {
  reason: 'unreachable',
  message: 'no',
  requestId: null,
  retryAfter: null,
  fieldErrors: {},
}
const lost: RecoveryInput = { type: 'stream-ended', reason: 'error', retryAfter: null, failure: null }
const nothingNew: RecoveryInput = {
  type: 'read-done',
  isIdle: false,
  isNews: false,
  isPartial: false,
  isUnanswered: false,
}

const play = (
  inputs: readonly (readonly [RecoveryInput, Need])[],
  state: RecoveryState = createRecovery('pull'),
) => {
  let effects: readonly RecoveryEffect[] = []
  for (const [input, need] of inputs)
    [state, effects] = stepRecovery(state, input, { now: 0, random: 1, need })
  return { state, effects, names: effects.map(({ type }) => type) }
}
const waitOf = (effects: readonly RecoveryEffect[]): number | undefined =>
  effects.flatMap((effect) => (effect.type === 'wait' ? [effect.ms] : []))[0]

describe('the recovery', () => {
  test('keeps the screen and says that it recovers when a stream breaks', () => {
    const { state, names } = play([
      [{ type: 'stream-opened' }, open],
      [lost, open],
    ])

    expect(state.link).toBe('recovering')
    expect(names).toEqual(['wait'])
  })

  test('waits as long as the backend asks, and no longer than eight seconds', () => {
    const asked = (retryAfter: number) =>
      waitOf(play([[{ ...lost, reason: 'interrupted', retryAfter }, open]]).effects)

    expect(asked(3000)).toBe(3000)
    expect(asked(3_600_000)).toBe(8000)
  })

  test('reads and opens the stream again in parallel', () => {
    expect(
      play([
        [lost, open],
        [{ type: 'due' }, open],
      ]).names,
    ).toEqual(['cancel-wait', 'read', 'resume'])
  })

  test('is live and at rest once the turn is over', () => {
    const { state, names } = play([
      [lost, open],
      [{ type: 'due' }, open],
      [nothingNew, over],
    ])

    expect(state.link).toBe('live')
    expect(names).toEqual([])
  })

  test('polls with a growing wait of at most eight seconds while the turn is open and no stream is', () => {
    let { state, effects } = play([
      [lost, open],
      [{ type: 'due' }, open],
      [nothingNew, open],
    ])
    const waits: (number | undefined)[] = [waitOf(effects)]
    for (let round = 0; round < 5; round += 1) {
      ;({ state, effects } = play(
        [
          [{ type: 'due' }, open],
          [nothingNew, open],
        ],
        state,
      ))
      waits.push(waitOf(effects))
    }

    expect(waits).toEqual([1000, 2000, 4000, 8000, 8000, 8000])
  })

  test('reads after a silence on a stream that looks open', () => {
    const { effects } = play([
      [{ type: 'stream-opened' }, open],
      [{ type: 'heard' }, open],
    ])

    expect(waitOf(effects)).toBe(8000)
  })

  test('fetches missing numbers soon and quietly', () => {
    const { state, effects } = play([
      [{ type: 'stream-opened' }, open],
      [{ type: 'heard' }, { ...open, hasGap: true }],
    ])

    expect(waitOf(effects)).toBe(250)
    expect(state.link).toBe('live')
  })

  test('does not call the expected end of a parked connection’s stream a fault', () => {
    const parked: Need = { ...open, isAwaitingPerson: true, isAwaitingConnection: true }

    const { state } = play([
      [{ type: 'stream-opened' }, parked],
      [{ ...lost, reason: 'interrupted' }, parked],
    ])

    expect(state.link).toBe('live')
  })

  test('does not call the end of a stream a fault when its turn is over', () => {
    const ended = play([
      [{ type: 'stream-opened' }, open],
      [{ ...lost, reason: 'interrupted' }, over],
    ])

    expect(ended.state.link).toBe('live')
    expect(ended.names).toEqual(['wait'])
  })

  test('watches an opened link closely', () => {
    const parked: Need = { ...open, isAwaitingPerson: true, isAwaitingConnection: true }
    const read: RecoveryInput = {
      type: 'read-done',
      isIdle: true,
      isNews: false,
      isPartial: false,
      isUnanswered: false,
    }

    const { effects } = play([
      [{ type: 'watch' }, parked],
      [read, parked],
    ])

    expect(waitOf(effects)).toBe(2000)
  })

  test('settles a run when the backend says idle twice and nothing comes', () => {
    const idle: RecoveryInput = {
      type: 'read-done',
      isIdle: true,
      isNews: false,
      isPartial: false,
      isUnanswered: false,
    }

    const { names } = play([
      [lost, open],
      [{ type: 'due' }, open],
      [idle, open],
      [{ type: 'due' }, open],
      [idle, open],
    ])

    expect(names).toEqual(['settle', 'wait'])
  })

  test.each(['isAwaitingPerson', 'isAwaitingConnection'] as const)('does not settle while %s', (name) => {
    const need: Need = { ...open, [name]: true }
    const idle: RecoveryInput = {
      type: 'read-done',
      isIdle: true,
      isNews: false,
      isPartial: false,
      isUnanswered: false,
    }
    const rounds = Array.from(
      { length: 5 },
      () =>
        [
          [{ type: 'due' }, need],
          [idle, need],
        ] as const,
    ).flat()

    expect(play([[lost, need], ...rounds]).names).not.toContain('settle')
  })

  test('does not try again by itself when only the person can mend it', () => {
    const { state, names } = play([
      [{ type: 'open' }, over],
      [{ type: 'read-failed', failure: { ...failure, reason: 'signed-out' } }, over],
    ])

    expect(names).toEqual(['cancel-wait'])
    expect(state.failure?.reason).toBe('signed-out')
  })

  test('reads once when a turn is finished, for the message that no event carries', () => {
    const { state, names } = play([
      [{ type: 'stream-opened' }, open],
      [{ ...lost, reason: 'finished' }, over],
    ])

    expect(names).toEqual(['cancel-wait', 'read'])
    expect(state.link).toBe('live')
    expect(play([[nothingNew, over]], state).names).toEqual([])
  })

  test('goes quiet offline and catches up at once when woken', () => {
    const asleep = play([
      [{ type: 'stream-opened' }, open],
      [{ type: 'offline' }, open],
      [lost, open],
    ])
    const awake = play([[{ type: 'wake' }, open]], asleep.state)

    expect(asleep.state.link).toBe('offline')
    expect(asleep.names).toEqual([])
    expect(awake.names).toEqual(['wake-transport', 'cancel-wait', 'read', 'resume'])
    expect(awake.state.link).toBe('recovering')
  })

  test('never reads twice at once; a wish meanwhile is kept', () => {
    const { state, names } = play([
      [{ type: 'open' }, open],
      [{ type: 'wake' }, open],
    ])

    expect(names).toEqual(['wake-transport'])
    expect(play([[nothingNew, over]], state).names).toContain('read')
  })

  test('leaves a push transport to mend itself', () => {
    const push = createRecovery('push')
    const gone: RecoveryInput = { type: 'reconnecting', attempt: 3, retryIn: 4000, failure }

    const broken = play([[gone, open]], push)
    const whole = play([[{ type: 'reconnected' }, open]], broken.state)

    expect(broken.state).toMatchObject({ link: 'recovering', attempt: 3, nextTryAt: 4000 })
    expect(broken.names).toEqual([])
    expect(whole.state.link).toBe('live')
  })

  test('stops listening when the person says so, and listens again when they do', () => {
    const stopped = play([
      [{ type: 'stream-opened' }, open],
      [{ type: 'stop' }, open],
      [{ ...lost, reason: 'aborted' }, open],
    ])

    expect(stopped.names).toEqual([])
    expect(play([[{ type: 'due' }, open]], stopped.state).names).toEqual([])
    expect(play([[{ type: 'wake' }, open]], stopped.state).names).toContain('read')
  })

  test('reads again, though no turn is open, when a part of a read failed', () => {
    const partial: RecoveryInput = { ...nothingNew, isPartial: true }

    const { state, effects } = play([
      [{ type: 'open' }, over],
      [partial, over],
    ])

    expect(waitOf(effects)).toBe(1000)
    expect(play([[{ type: 'due' }, over]], state).names).toContain('read')
  })

  test('reads the history of a hub that does not tell of the message that it took', () => {
    const sent: Need = { ...open, isUnconfirmed: true }
    const hub = createRecovery('push')

    const silent = play([[{ type: 'heard' }, sent]], hub)
    const read = play([[{ type: 'due' }, sent]], silent.state)
    const echoed = play([[{ type: 'due' }, over]], silent.state)

    expect(silent.names).toEqual(['wait'])
    expect(read.names).toContain('read')
    expect(echoed.names).toEqual([])
  })

  test('reads three times more when only the word idle ended a turn, for that may be younger than the events', () => {
    const unseen: Need = { ...over, isEndUnseen: true }
    const first = play([
      [{ type: 'due' }, open],
      [{ ...nothingNew, isIdle: true, isNews: true }, unseen],
    ])
    let { state } = first
    let reads = 0

    for (let { names } = first; names.includes('wait'); reads += 1) {
      const next = play(
        [
          [{ type: 'due' }, unseen],
          [{ ...nothingNew, isIdle: true }, unseen],
        ],
        state,
      )
      ;({ state, names } = next)
    }

    expect(state.link).toBe('live')
    expect(reads).toBe(3)
  })

  test('asks a few times for missing numbers of a turn that is over, then lets them be', () => {
    const gap: Need = { ...over, hasGap: true }
    let { state, effects } = play([[{ type: 'heard' }, gap]])
    let reads = 0
    for (; waitOf(effects) !== undefined && reads < 20; reads += 1)
      ({ state, effects } = play(
        [
          [{ type: 'due' }, gap],
          [nothingNew, gap],
        ],
        state,
      ))

    expect(reads).toBe(4)
  })

  test('watches a stream that opens and says nothing', () => {
    expect(waitOf(play([[{ type: 'stream-opened' }, open]]).effects)).toBe(8000)
  })

  test('stays offline, or stopped, when a read that began before comes home', () => {
    for (const type of ['offline', 'stop'] as const) {
      const { state, names } = play([
        [{ type: 'open' }, open],
        [{ type }, open],
        [nothingNew, open],
      ])

      expect(names).toEqual([])
      expect(state.link).toBe(type === 'offline' ? 'offline' : 'live')
      expect(state.isReading).toBe(false)
    }
  })

  test('does not call a push transport live because a read came through beside it', () => {
    const gone: RecoveryInput = { type: 'reconnecting', attempt: 1, retryIn: 1000, failure: null }

    const { state } = play(
      [
        [{ type: 'reconnected' }, open],
        [gone, open],
        [{ type: 'wake' }, open],
        [nothingNew, open],
      ],
      createRecovery('push'),
    )

    expect(state.link).toBe('recovering')
  })

  test('reads when it opens, though it was woken before', () => {
    const { names } = play([
      [{ type: 'wake' }, over],
      [{ type: 'open' }, over],
    ])

    expect(names).toContain('read')
  })

  test('tries again after a failed read though the turn ended on the stream meanwhile', () => {
    const { names } = play([
      [{ type: 'stream-opened' }, open],
      [{ type: 'read-failed', failure }, open],
      [{ type: 'heard' }, over],
    ])

    expect(names).not.toContain('cancel-wait')
  })
})
